// What a message of the map page may look like, and what a colour of Streamlit's says of its theme.

export function isView({ rev, view, address, keys, kind }) {
  return (
    Number.isSafeInteger(rev) && rev >= 0 && isObject(view) && isObject(address) &&
    Object.values(address).every(isText) && isObject(keys) && Object.values(keys).every(isText) &&
    ["choice", "pan", "replace"].includes(kind)
  );
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

const TALLEST_PX = 40_000; // some sixty screens of a phone: a list of all records

// Height that the page asks for, in px; 0 for none.
export function isHeight(value) {
  return Number.isSafeInteger(value) && value >= 0 && value <= TALLEST_PX;
}

export function isText(value) {
  return typeof value === "string" && value.length < 2000;
}

// Relative luminance of a colour, "#rrggbb" or "rgb(...)".
export function isDark(colour) {
  const hex = /^\s*#([0-9a-f]{6})/i.exec(colour);
  const parts = hex
    ? [0, 2, 4].map((start) => parseInt(hex[1].slice(start, start + 2), 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).slice(0, 3).map(Number);
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
}

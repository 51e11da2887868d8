// The address of the app: the part of it that stands for the view, and how it is written.

import { isText } from "./shapes.js";

export const KEYS = ["story", "step", "present", "v"]; // beside the view: what is told, and how

const TABLE = "layer"; // whose table the app shows

// The part of the address that stands for the view.
export function query(keys) {
  const params = new URLSearchParams(location.search);
  const found = {};
  for (const key of keys) {
    const value = params.get(key); // of several the first
    if (value !== null) found[key] = value;
  }
  return found;
}

export function write(how, keys, address, told) {
  const params = new URLSearchParams(location.search);
  if (address.sel && address.sel !== params.get("sel")) params.delete(TABLE); // the table of what is selected now
  for (const key of [...keys, ...KEYS]) params.delete(key);
  for (const key of keys) if (isText(address[key])) params.append(key, address[key]);
  for (const key of KEYS) if (isText(told[key])) params.append(key, told[key]);
  const search = params.toString();
  history[how](history.state, "", location.pathname + (search ? `?${search}` : "") + location.hash);
}

// The address of the page that tells all of a compound: the view goes along, what belongs to this page does not.
export function dossier(page, leave, compound) {
  const params = new URLSearchParams(location.search);
  for (const key of leave) params.delete(key);
  params.append("compound", compound);
  return `${page}?${params}`;
}

export function withPlace(address, at) {
  const { at: _, ...rest } = address;
  return at ? { ...rest, at } : rest;
}

export function encode(address, without = []) {
  return JSON.stringify(
    Object.entries(address)
      .filter(([key]) => !without.includes(key))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

// A link of the app goes where it went, and takes the place along where the map stands.
export function placeLink(link, at) {
  const url = new URL(link.href);
  if (url.origin !== location.origin || (url.searchParams.get("at") ?? "") === (at ?? "")) return;
  if (at) url.searchParams.set("at", at);
  else url.searchParams.delete("at");
  link.href = url.href;
}

// The bridge between the app and the map page that it shows in a frame.
//
// The address of the app is the truth. A choice made on the map is written to the address at once and
// Streamlit is told by the event that a browser sends when the address changes (popstate): it then runs the
// script with the new address, and on a hosting page it also tells the page around the app. A pan only
// replaces the address: Python does not hear of it, so links, and the page that one leads to, are given the place
// here. What Python sends back is passed to the frame only if it was computed from the address that stands now:
// an answer to an older one is dropped, the newer is under way.
//
// Messages, same origin only (the map page has the other half):
//   to the frame    {type: "moeiwatch:view", rev, view, keys, theme} | {type: "moeiwatch:key", key} |
//                   {type: "moeiwatch:touched"}
//   from the frame  {type: "moeiwatch:ready"} | {type: "moeiwatch:view", rev, view, address, keys, kind} |
//                   {type: "moeiwatch:open", layer, id} | {type: "moeiwatch:height", height}

import { KEYS, dossier, encode, placeLink, query, withPlace, write } from "./address.js";
import { Handout } from "./handout.js";
import { Leaving } from "./leaving.js";
import { isDark, isHeight, isText, isView } from "./shapes.js";

const VIEW = "moeiwatch:view";
const bridges = new WeakMap(); // by the element that Streamlit gives, which outlives reruns
const seen = new Map(); // view by the part of the address that stands for it, for Back and Forward
const LIMIT = 500;
const FORWARDED = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageDown", "PageUp", " ", "Escape"];
const PRESENTED = ["s", "q"]; // share, code for the room
const TOUCHES = ["pointerdown", "keydown", "wheel"]; // a play of the months ends with any of them
const REACHES = ["pointerover", "focusin"]; // a link that may be followed next
const STEP_MS = 50;
const PATIENCE = 100; // steps
let last = null; // what the frame last said: survives a change of page, which takes the frame away
let popped = ""; // the address that Back or Forward led to, until it is used

window.addEventListener("popstate", (event) => {
  if (event.isTrusted) popped = location.href;
});

/** Show the map page of an address in Streamlit's element, and follow both; returns what ends that. */
export function show(component, page) {
  const { parentElement } = component;
  let bridge = bridges.get(parentElement);
  if (!bridge) {
    bridge = new Bridge(parentElement);
    bridges.set(parentElement, bridge);
  }
  const call = bridge.update(component, page);
  // Streamlit runs the clean-up of a call that was overtaken while it loaded: only the newest one counts.
  return () => bridge.close(call);
}

class Bridge {
  constructor(parent) {
    this.parent = parent;
    this.calls = 0;
    this.open = false;
    this.ready = false;
    this.rev = 0;
    this.sent = null; // what the frame has: {address, theme}
    this.onMessage = (event) => this.receive(event);
    this.onPop = (event) => this.travel(event);
    this.onKey = (event) => this.forward(event);
    this.onTouch = (event) => this.touch(event);
    this.onReach = (event) => this.reach(event);
    this.leaving = new Leaving(tellStreamlit);
    this.frame = document.createElement("iframe");
    this.frame.className = "map";
    this.frame.setAttribute("allow", "fullscreen; clipboard-write");
    this.handout = new Handout(this.frame);
  }

  update({ data }, page) {
    this.calls += 1;
    this.data = data;
    this.path = location.pathname;
    if (!this.open) {
      this.open = true;
      this.handout.open();
      window.addEventListener("message", this.onMessage);
      window.addEventListener("popstate", this.onPop);
      document.addEventListener("keydown", this.onKey);
      for (const type of TOUCHES) document.addEventListener(type, this.onTouch, { capture: true, passive: true });
      for (const type of REACHES) document.addEventListener(type, this.onReach, { passive: true });
    }
    this.frame.title = data.title;
    if (this.frame.src !== page) {
      this.ready = false; // a new build of the page: it says when it is there
      this.sent = null;
      this.frame.dataset.theme = this.theme(); // for its first picture
      this.frame.src = page;
    }
    if (!this.frame.isConnected) this.parent.appendChild(this.frame);
    this.follow();
    return this.calls;
  }

  close(call) {
    if (call !== this.calls) return;
    this.open = false;
    this.handout.close();
    window.removeEventListener("message", this.onMessage);
    window.removeEventListener("popstate", this.onPop);
    document.removeEventListener("keydown", this.onKey);
    for (const type of TOUCHES) document.removeEventListener(type, this.onTouch, { capture: true });
    for (const type of REACHES) document.removeEventListener(type, this.onReach);
    document.documentElement.classList.remove("mw-present");
    this.goAlong(this.leaving.end());
  }

  // The map is gone: the address of the page that comes takes over what was held back, and the place of the map.
  // Streamlit may take the map away before it writes that address, and what stood there till then is lost with it.
  goAlong(held, patience = PATIENCE) {
    if (this.open || !last || popped === location.href) return;
    const isThere = location.pathname !== this.path;
    if (!isThere && patience) {
      setTimeout(() => this.goAlong(held, patience - 1), STEP_MS);
      return;
    }
    const { keys } = this.data;
    const placed = withPlace(held ?? query(keys), last.address.at);
    const isNews = encode(placed) !== encode(query(keys));
    if (isNews) write("replaceState", keys, placed, held ? {} : query(KEYS));
    if (isNews || (held && !isThere)) tellStreamlit(); // it has not heard of what was held back
  }

  reach(event) {
    const link = event.composedPath()[0].closest?.("a[href]");
    if (link && last) placeLink(link, last.address.at);
  }

  // What Python computed, if it is an answer to the address that stands now.
  follow() {
    const { keys, view, address, query: answered } = this.data;
    if (encode(answered, ["at"]) !== encode(query(keys), ["at"])) return;
    if (last && popped !== location.href) {
      // Python does not hear of pans: the place where the map stands is newer here than there.
      const placed = withPlace(address, last.address.at);
      if (encode(placed) !== encode(query(keys))) write("replaceState", keys, placed, query(KEYS));
      this.send({ ...view, at: last.view.at }, placed);
    } else {
      this.send(view, address);
    }
  }

  send(view, address) {
    remember(this.data.keys, view, address);
    this.present();
    if (!this.ready) return;
    popped = "";
    const theme = this.theme();
    const keys = query(KEYS);
    if (this.sent && this.sent.address === encode({ ...address, ...keys }) && this.sent.theme === theme) return;
    this.rev += 1;
    this.sent = { address: encode({ ...address, ...keys }), theme };
    last = { view, address };
    this.tell({ type: VIEW, rev: this.rev, view, keys, theme });
  }

  tell(message) {
    if (this.ready) this.frame.contentWindow?.postMessage(message, location.origin);
  }

  // Back and Forward: a view that was here before is shown at once; Streamlit runs the script meanwhile.
  travel(event) {
    const known = event.isTrusted && seen.get(encode(query(this.data.keys)));
    if (known) this.send(known.view, known.address);
  }

  receive(event) {
    if (event.origin !== location.origin || event.source !== this.frame.contentWindow) return;
    const message = event.data;
    if (message === null || typeof message !== "object") return;
    if (message.type === "moeiwatch:ready") {
      this.ready = true;
      this.sent = null;
      this.follow();
    } else if (message.type === VIEW && isView(message)) {
      this.hear(message);
    } else if (message.type === "moeiwatch:open" && message.layer === "compounds" && isText(message.id)) {
      this.leave(message.id);
    } else if (message.type === "moeiwatch:height" && isHeight(message.height)) {
      this.frame.style.setProperty("--mw-content", message.height ? `${message.height}px` : "initial");
    }
  }

  // To the dossier of a compound, in one step of the reader's history: switched by Python, the page takes two, and
  // Back shows the dossier once more.
  leave(compound) {
    const { dossiers, leave, page } = this.data;
    if (!dossiers) return;
    const root = this.frame.src.slice(0, this.frame.src.indexOf(page));
    history.pushState(history.state, "", dossier(root + dossiers, leave, compound));
    tellStreamlit();
  }

  hear({ rev, view, address, keys: told, kind }) {
    if (rev <= this.rev) return; // both spoke at once: the frame takes what it was sent
    this.rev = rev;
    last = { view, address };
    this.sent = { address: encode({ ...address, ...told }), theme: this.sent?.theme }; // it says nothing of the theme
    const { keys } = this.data;
    const isNews = encode(address) !== encode(query(keys));
    const isTold = encode(told) !== encode(query(KEYS));
    if (isNews || isTold) write(kind === "choice" ? "pushState" : "replaceState", keys, address, told);
    remember(keys, view, address);
    this.present();
    if (isTold || (isNews && kind !== "pan")) this.leaving.written(address);
  }

  // A play of the months in the frame ends when something around it is touched or pressed.
  touch(event) {
    this.leaving.touch(event);
    this.tell({ type: "moeiwatch:touched" });
  }

  // The frame over the whole window, for a projector.
  present() {
    const isOn = query(KEYS).present === "1";
    document.documentElement.classList.toggle("mw-present", isOn);
    this.frame.classList.toggle("presented", isOn);
  }

  // Keys pressed outside the frame never reach it: while a story is told or the map presented, they are passed on.
  forward(event) {
    const { story, present } = query(KEYS);
    const target = event.composedPath()[0];
    const isTaken = target.closest?.("input, textarea, select, button, a, [role], [contenteditable]");
    if (!(story || present) || (isTaken && !present) || target === this.frame) return;
    if (!FORWARDED.includes(event.key) && !(present && PRESENTED.includes(event.key.toLowerCase()))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    const isBack = event.shiftKey && event.key === " ";
    this.tell({ type: "moeiwatch:key", key: isBack ? "PageUp" : event.key });
  }

  theme() {
    const host = this.parent.host ?? this.parent;
    const background = getComputedStyle(host).getPropertyValue("--st-background-color");
    return isDark(background) ? "dark" : "light";
  }
}

function tellStreamlit() {
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}

function remember(keys, view, address) {
  const key = encode(query(keys));
  seen.delete(key);
  seen.set(key, { view, address });
  if (seen.size > LIMIT) seen.delete(seen.keys().next().value);
}

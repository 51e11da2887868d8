// A hand on a link of the app while the months play: the play ends with it, and where it stood goes along.
//
// Streamlit knows one errand at a time: told of the new address just when a link is followed, it would forget the
// link. So it is not told then. The page that the link leads to takes the address over, once it is there.

const PATIENCE_MS = 2000; // a link that leads nowhere else: then Streamlit is told after all

export class Leaving {
  // `tell` tells Streamlit of the address that stands.
  constructor(tell) {
    this.tell = tell;
    this.isOn = false;
    this.held = null;
    this.timer = 0;
  }

  // Something of the app was touched or pressed.
  touch(event) {
    if (!event.composedPath()[0].closest?.("a[href]")) return;
    if (!this.isOn) this.held = null; // of an earlier errand
    this.isOn = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wait(), PATIENCE_MS);
  }

  // Nothing came for long: Streamlit is told, and a page that comes even later takes the address over all the same.
  wait() {
    this.isOn = false;
    if (this.held) this.tell();
  }

  // An address was written: tell of it now, or hold it back.
  written(address) {
    this.held = this.isOn ? address : null;
    if (!this.isOn) this.tell();
  }

  // End the errand; returns the address that was held back, if any.
  end() {
    const { held } = this;
    clearTimeout(this.timer);
    this.isOn = false;
    this.held = null;
    return held;
  }
}

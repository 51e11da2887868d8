// A story on paper, from the app. A browser does not break a frame over sheets: it would print the first and drop the
// rest. So while the app is printed, what the page in the frame has to say stands in the app's own document, laid out
// by the same rules (handout.css); elsewhere the app is printed as it is.

const NAME = "handout";

export class Handout {
  constructor(frame) {
    this.frame = frame;
    this.onBefore = () => this.fill();
    this.onAfter = () => this.clear();
  }

  open() {
    window.addEventListener("beforeprint", this.onBefore);
    window.addEventListener("afterprint", this.onAfter);
  }

  close() {
    window.removeEventListener("beforeprint", this.onBefore);
    window.removeEventListener("afterprint", this.onAfter);
    this.clear();
  }

  fill() {
    this.clear();
    const sheets = this.frame.contentWindow?.MoeiWatch?.storyHandout?.(); // asked, not told: paper does not wait for messages
    if (!sheets) return;
    document.body.append(sheets);
    document.body.classList.add(NAME);
  }

  clear() {
    document.getElementById(NAME)?.remove();
    document.body.classList.remove(NAME);
  }
}

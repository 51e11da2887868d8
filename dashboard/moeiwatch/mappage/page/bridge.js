// The other half of the bridge to the app that shows this page in a frame. Only the app that the page comes from
// is listened to and told; a message of another shape is passed over, and one with an older number is dropped.
(function (MoeiWatch) {
  "use strict";

  let rev = 0;
  const addressed = []; // who waits for the view that the address gives
  const touched = []; // who wants to hear of a hand on the app around this page
  const hosted = findHost();
  // At once: the map is as large as these leave it.
  document.body.classList.toggle("hosted", hosted);
  document.body.classList.toggle("alone", !hosted);
  document.body.classList.toggle("embedded", isEmbedded());
  /** The query that says what to show at first: the app's where it shows this page, and it says the same once it is asked. */
  MoeiWatch.asked = () => (hosted ? window.parent.location.search : MoeiWatch.query());

  foresee();
  document.body.classList.remove("waiting");

  function findHost() {
    try {
      return (
        window.parent !== window &&
        window.parent.location.origin === window.location.origin &&
        window.location.origin !== "null"
      );
    } catch {
      return false; // shown in a frame of someone else's site: the page stands alone there
    }
  }

  /** The room that a story or a presentation takes, before their scripts begin (story.js, present.js say it for
   * sure): else the whole page would jump when they do. */
  function foresee() {
    const asked = new URLSearchParams(MoeiWatch.asked());
    document.body.classList.toggle("present", asked.get("present") === "1");
    const isTelling = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(asked.get("story") || "");
    document.body.classList.toggle("telling", isTelling);
    document.body.classList.toggle("unplaced", isTelling && !asked.has("at")); // the step says where, once it is read
  }

  MoeiWatch.isHosted = () => hosted;

  /** True in a frame on a page of somebody else, with the app in between or without. */
  MoeiWatch.isEmbedded = isEmbedded;

  function isEmbedded() {
    return new URLSearchParams(MoeiWatch.query()).get("embed") === "true";
  }

  function tell(message) {
    window.parent.postMessage(message, window.location.origin);
  }

  function receive(event) {
    if (event.origin !== window.location.origin || event.source !== window.parent) return;
    const message = event.data;
    if (!message || typeof message !== "object") return;
    if (message.type === "moeiwatch:touched") touched.forEach((hear) => hear());
    if (message.type !== "moeiwatch:view") return;
    if (
      !Number.isSafeInteger(message.rev) ||
      message.rev < rev ||
      typeof message.view !== "object" ||
      !message.view
    )
      return;
    rev = message.rev;
    MoeiWatch.setHostTheme(message.theme);
    MoeiWatch.store.set(MoeiWatch.store.codec().parseMessage(message.view), { kind: "host" });
    MoeiWatch.keys.receive(message.keys);
    addressed.splice(0).forEach((hear) => hear());
  }

  /** Call `hear` once, when the view is the one of the address: the app says it, a page alone has it from its start. */
  MoeiWatch.whenAddressed = (hear) => (hosted ? addressed.push(hear) : hear());

  /** Ask the app to open the dossier of a record. */
  MoeiWatch.openInHost = (layer, id) => tell({ type: "moeiwatch:open", layer, id });

  /** Call `hear` when something of the app around this page is touched or pressed. */
  MoeiWatch.onHostTouched = (hear) => touched.push(hear);

  const FORWARDED = ["/", "?"];

  MoeiWatch.start(() => {
    if (!hosted) return;
    window.addEventListener("message", receive);
    function publish(view, kind) {
      rev += 1;
      const address = MoeiWatch.store.codec().address(view);
      tell({
        type: "moeiwatch:view",
        rev,
        view: { ...view },
        address,
        keys: { ...MoeiWatch.keys.get() },
        kind,
      });
    }
    MoeiWatch.store.onPublish(publish);
    MoeiWatch.keys.onPublish((kind) => publish(MoeiWatch.store.get(), kind));
    document.addEventListener("keydown", (event) => {
      const isTyping = /^(input|select|textarea)$/i.test(event.target.tagName);
      if (!isTyping && FORWARDED.includes(event.key)) tell({ type: "moeiwatch:key", key: event.key });
    });
  });

  /** Say to the app how tall the page is, in px; 0: as tall as the app likes. */
  MoeiWatch.tellHeight = (height) => tell({ type: "moeiwatch:height", height });

  /** Say to the app that everything follows the view by now. */
  MoeiWatch.tellReady = () => hosted && tell({ type: "moeiwatch:ready" });
})((window.MoeiWatch = window.MoeiWatch || {}));

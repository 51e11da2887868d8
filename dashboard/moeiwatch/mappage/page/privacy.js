// The privacy note in the page itself, where it stands alone and no other page lies beside it (single file).
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;

  MoeiWatch.start(() => {
    const { privacy } = MoeiWatch.data;
    if (MoeiWatch.isHosted() || MoeiWatch.isEmbedded() || !privacy.length) return;
    const section = ({ title, paragraphs }) => [el("h3", {}, title), paragraphs.map((words) => el("p", {}, words))];
    const open = () => MoeiWatch.openDialog("privacy", "Privacy", privacy.map(section));
    document.getElementById("header-tools").prepend(el("button", { type: "button", class: "inline-link", id: "open-privacy", onclick: open }, "Privacy"));
  });
})((window.MoeiWatch = window.MoeiWatch || {}));

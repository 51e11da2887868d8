/* One job: the search field, a combobox with a list (ARIA 1.2). "/" anywhere in the page puts the cursor in it. */
(function (MoeiWatch) {
  "use strict";

  const MOST = 10;
  const COMPOSING = 229; // what Safari says of the Enter that ends a composition
  const SCRIPTS = [
    [/[\u1000-\u109f]/, "my"],
    [/[\u0e00-\u0e7f]/, "th"],
    [/[\u3400-\u9fff]/, "zh"],
  ];

  function languageOf(text) {
    const found = SCRIPTS.find((one) => one[0].test(text));
    return found ? found[1] : null;
  }

  MoeiWatch.start(() => {
    const el = MoeiWatch.el;
    let shown = [];
    let active = -1;

    const input = el("input", {
      class: "field search-field",
      id: "search-field",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Find a place, name or actor",
      "aria-label": "Find a compound, place or actor",
      "aria-expanded": "false",
      "aria-controls": "search-list",
      "aria-autocomplete": "list",
      maxlength: "120",
      oninput: look,
      onkeydown: onKey,
      onfocus: look,
    });
    const list = el("ul", {
      class: "search-list",
      id: "search-list",
      role: "listbox",
      "aria-label": "Found",
      hidden: true,
    });
    const none = el("p", { class: "search-none", hidden: true });
    const slash = el("kbd", { class: "search-slash", "aria-hidden": "true" }, "/");
    const box = el("div", { class: "search-box" }, input, slash, list, none);
    document.getElementById("search").append(box);

    function look() {
      const query = input.value.trim();
      const found = query ? MoeiWatch.searchNames(MoeiWatch.searchIndex(), query) : [];
      shown = found.slice(0, MOST);
      active = shown.length ? 0 : -1;
      MoeiWatch.clear(list).append.apply(list, shown.map(option));
      if (found.length > MOST) {
        list.append(
          el(
            "li",
            { class: "search-more", role: "presentation" },
            `and ${MoeiWatch.text.number(found.length - MOST)} more: type on`,
          ),
        );
      }
      none.textContent = query ? `Nothing here is called “${query}”.` : "";
      none.hidden = !query || shown.length > 0;
      show(shown.length > 0);
      if (query) {
        MoeiWatch.announce(
          shown.length ? `${MoeiWatch.text.plural(found.length, "name", "names")} found` : none.textContent,
        );
      }
    }

    function option(hit, at) {
      const other = hit.name !== hit.entry.name ? hit.name : "";
      return el(
        "li",
        {
          class: "search-option",
          role: "option",
          id: `search-option-${at}`,
          "aria-selected": "false",
          onpointerdown(event) {
            event.preventDefault();
          }, // keeps the cursor in the field
          onclick() {
            choose(hit);
          },
        },
        el(
          "span",
          { class: "search-name" },
          hit.entry.name,
          other ? el("span", { class: "search-other", lang: languageOf(other) }, other) : null,
        ),
        el(
          "span",
          { class: "search-kind" },
          hit.entry.kindWords + (hit.entry.note ? `, ${hit.entry.note}` : ""),
        ),
      );
    }

    function show(open) {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      mark();
    }

    function mark() {
      list.querySelectorAll("[role=option]").forEach((one, at) => {
        one.setAttribute("aria-selected", String(at === active));
        if (at === active && !list.hidden) one.scrollIntoView({ block: "nearest" });
      });
      if (active >= 0 && !list.hidden) input.setAttribute("aria-activedescendant", `search-option-${active}`);
      else input.removeAttribute("aria-activedescendant");
    }

    function close() {
      none.hidden = true;
      show(false);
    }

    function choose(hit) {
      input.value = hit.entry.name;
      close();
      document.getElementById("map").focus({ preventScroll: true }); // where it is, unless what is chosen takes the focus
      MoeiWatch.announce(`${hit.entry.name}, ${hit.entry.kindWords}`);
      hit.entry.choose();
    }

    function onKey(event) {
      if (event.isComposing || event.keyCode === COMPOSING) return; // the key is the input method's
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) look();
        else if (shown.length) {
          active = (active + step + shown.length) % shown.length;
          mark();
        }
      } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
        event.preventDefault();
        choose(shown[active]);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        if (list.hidden && none.hidden) input.value = "";
        close();
      }
    }

    input.addEventListener("blur", close);
    function enter() {
      input.focus();
      input.select();
    }

    document.addEventListener("keydown", (event) => {
      const target = event.target;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest("input, select, textarea, [contenteditable]")) return;
      event.preventDefault();
      enter();
    });

    // The same key, pressed in the app around the page.
    window.addEventListener("message", (event) => {
      if (
        event.source !== window.parent ||
        event.source === window ||
        event.origin !== window.location.origin
      )
        return;
      if (event.data && event.data.type === "moeiwatch:key" && event.data.key === "/") enter();
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));

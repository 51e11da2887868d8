/* One job: the period as two typed months and a reset. Says what is wrong with a month instead of guessing. */
(function (MoeiWatch) {
  "use strict";

  MoeiWatch.typedPeriod = function (slot) {
    const domain = MoeiWatch.bins.domain();
    const el = MoeiWatch.el;
    const months = MoeiWatch.months;
    const store = MoeiWatch.store;
    const wrong = el("p", { class: "small period-wrong", id: "period-wrong", role: "alert" });
    const inputs = ["from", "to"].map((side) =>
      el("input", {
        class: "field period-field",
        type: "text",
        id: `period-${side}`,
        inputmode: "numeric",
        autocomplete: "off",
        maxlength: "10",
        size: "8",
        "aria-describedby": "period-wrong",
        placeholder: months.text(side === "from" ? domain.first : domain.last),
        onchange: read,
        oninput: settle,
        onkeydown(event) {
          if (event.key === "Escape") show();
        },
      }),
    );
    const reset = el("button", { class: "button period-reset", type: "button", onclick: clear }, "reset");
    slot.append(
      el(
        "div",
        { class: "period-row" },
        el("label", { for: "period-from" }, "From"),
        inputs[0],
        el("label", { for: "period-to" }, "to"),
        inputs[1],
        reset,
      ),
      wrong,
    );

    function complain(input, words) {
      inputs.forEach((one) => {
        one.removeAttribute("aria-invalid");
      });
      if (input) input.setAttribute("aria-invalid", "true");
      wrong.textContent = words;
      settle();
    }

    /* What is wrong can be reset as well as what is set. */
    function settle() {
      reset.disabled = inputs.every((input) => !input.value);
    }

    function read(event) {
      const values = inputs.map((input) => (input.value.trim() ? months.parse(input.value) : undefined));
      const wrongAt = values.indexOf(null);
      if (wrongAt >= 0) {
        complain(inputs[wrongAt], months.fault(inputs[wrongAt].value, months.text(domain.last)));
      } else if (values[0] > values[1]) {
        complain(event.currentTarget, "The first month is after the last.");
      } else {
        complain(null, "");
        store.set(
          {
            from: values[0] === undefined ? "" : months.text(values[0]),
            to: values[1] === undefined ? "" : months.text(values[1]),
          },
          { kind: "choice" },
        );
        show();
      }
    }

    function clear() {
      store.set({ from: "", to: "" }, { kind: "choice" });
      show();
      inputs[0].focus(); // the button is gone
      MoeiWatch.announce("All months are shown.");
    }

    function show() {
      const view = store.get();
      inputs[0].value = view.from;
      inputs[1].value = view.to;
      complain(null, "");
    }

    store.on((view, changed) => {
      if (changed.has("from") || changed.has("to")) show();
    });
    show();
  };
})((window.MoeiWatch = window.MoeiWatch || {}));

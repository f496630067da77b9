// The reading options: a panel of the masthead, on every page. It needs scripts and is unseen
// without them.
"use strict";
(() => {
  const panel = document.querySelector(".options");
  if (!panel) return;
  panel.hidden = false;

  for (const radio of panel.querySelectorAll('input[type="radio"]')) {
    const chosen = choices.read(radio.name);
    radio.checked = chosen ? radio.value === chosen : ["auto", "normal"].includes(radio.value);
    radio.addEventListener("change", () => {
      choices.keep(radio.name, radio.value);
      choices.apply(radio.name, radio.value);
      window.dispatchEvent(new Event("resize"));
    });
  }

  const names = panel.querySelector('[data-option="names"]');
  if (names) {
    names.checked = choices.read("names") === "shown";
    names.addEventListener("change", () => {
      const value = names.checked ? "shown" : "";
      choices.keep("names", value);
      choices.apply("names", value);
    });
  }

  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) panel.open = false;
  });
  panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) panel.open = false;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
})();

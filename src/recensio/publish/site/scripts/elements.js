// The switch between the forms of the source and those of the editor, and tables that fit the page.
"use strict";

for (const group of document.querySelectorAll("[data-switch='forms']")) {
  const text = document.documentElement;
  const buttons = [...group.querySelectorAll("button")];
  const choose = (form) => {
    text.dataset.forms = form;
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.value === form));
  };
  for (const each of buttons) each.addEventListener("click", () => choose(each.value));
  const toolbar = document.querySelector("[data-toolbar]");
  if (toolbar) toolbar.append(group);
  group.hidden = false;
}

// A table that does not move needs no stop of the keyboard.
const frames = [...document.querySelectorAll("div.table[tabindex]")];
const measure = () => {
  for (const each of frames) {
    if (each.scrollWidth > each.clientWidth) each.setAttribute("tabindex", "0");
    else each.removeAttribute("tabindex");
  }
};
if (frames.length) {
  measure();
  window.addEventListener("resize", measure);
}

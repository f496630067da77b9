// A panel beside or under a place of the text. One is open at a time; Escape, a click elsewhere and
// the Tab key at its edges close it, and the focus goes back to what opened it.
"use strict";
const panel = (() => {
  const wide = matchMedia("(min-width: 70rem)");
  const raise = 8;
  const drop = 13;
  let shown = null;

  /** Open the panel `element` for the link `opener`; `closed` is called when it closes. */
  function open(element, opener, closed = () => {}) {
    close();
    shown = { element, opener, closed };
    document.body.append(element);
    opener.setAttribute("aria-expanded", "true");
    place();
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  function close() {
    if (!shown) return;
    const { element, opener, closed } = shown;
    shown = null;
    element.remove();
    if (opener.hasAttribute("aria-haspopup")) opener.setAttribute("aria-expanded", "false");
    else opener.removeAttribute("aria-expanded");
    closed();
  }

  function leave() {
    const opener = shown.opener;
    close();
    opener.focus({ preventScroll: true });
  }

  /** Beside the line in the margin of a wide window, else under it. */
  function place() {
    const { element, opener } = shown;
    const at = opener.getClientRects()[0] ?? opener.getBoundingClientRect();
    const text = (opener.closest("article > .text") ?? opener.parentElement).getBoundingClientRect();
    const beside = wide.matches && text.right + 240 < document.documentElement.clientWidth;
    element.classList.toggle("beside", beside);
    const left = beside ? text.right : text.left;
    element.style.left = `${Math.max(8, left + scrollX)}px`;
    element.style.top = `${(beside ? at.top - raise : at.bottom + drop) + scrollY}px`;
    if (!beside) {
      const room = document.documentElement.clientWidth - 16;
      element.style.width = `${Math.min(room, Math.max(text.width, 288))}px`;
    } else {
      element.style.width = "";
    }
  }

  function opensFor(opener) {
    return shown?.opener === opener;
  }

  document.addEventListener("click", (event) => {
    if (shown && !shown.element.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (!shown) return;
    if (event.key === "Escape") {
      event.preventDefault();
      leave();
    } else if (event.key === "Tab" && shown.element.contains(document.activeElement)) {
      const stops = shown.element.querySelectorAll("a[href], button");
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      const before = document.activeElement === shown.element && event.shiftKey;
      if (before || document.activeElement === edge) leave();
    }
  });
  window.addEventListener("resize", () => shown && place());

  /** A new panel from the template with this identifier; its cross closes it. */
  function made(identifier) {
    const template = document.getElementById(identifier);
    const element = template.content.firstElementChild.cloneNode(true);
    element.querySelector("[data-close]").addEventListener("click", (event) => {
      event.stopPropagation();
      leave();
    });
    return element;
  }

  return { open, close, leave, made, opensFor };
})();

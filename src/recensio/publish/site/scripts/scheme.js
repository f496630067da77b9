// The colours and the size of text that the reader chose, before the page is drawn.
"use strict";
const choices = (() => {
  const prefix = "recensio.";
  const root = document.documentElement;

  /** What the reader chose before; null where browsers keep nothing for a page. */
  function read(name) {
    try {
      return localStorage.getItem(prefix + name);
    } catch {
      return null;
    }
  }

  function keep(name, value) {
    try {
      localStorage.setItem(prefix + name, value);
    } catch {
      // The choice then holds for this page.
    }
  }

  /** Put a choice on the root element, where style sheets find it; "auto" and "normal" are none. */
  function apply(name, value) {
    if (value && value !== "auto" && value !== "normal") {
      root.dataset[name] = value;
    } else {
      delete root.dataset[name];
    }
  }

  for (const name of ["scheme", "size", "names"]) apply(name, read(name));
  return { read, keep, apply };
})();

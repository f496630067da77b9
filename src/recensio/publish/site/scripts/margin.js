// Entries and notes in the margin of a wide window, each at the height of its place in the text.
"use strict";
(() => {
  const text = document.querySelector("article > .text");
  const box = document.querySelector('[data-option="margin"]');
  const rows = [...(text?.querySelectorAll("aside:is(.apparatus, .footnotes) > ol > li") ?? [])];
  if (!box || !rows.length) {
    box?.closest(".for-margin").remove();
    return;
  }
  const root = document.documentElement;
  const wide = matchMedia("(min-width: 70rem)");
  const gap = 8;
  /** How much taller than the text a margin may be before the foot is the better place. */
  const overfull = 1.25;
  /** Pixels that the entries of a section may run on beside the next one. */
  const slack = 320;
  const feet = new Map();
  for (const row of rows) {
    const section = row.parentElement.parentElement.parentElement;
    if (!feet.has(section)) feet.set(section, []);
    feet.get(section).push({ row, mark: markOf(row) });
  }

  function markOf(row) {
    return document.getElementById(`${row.id}:${row.matches(".entry") ? "lemma" : "ref"}`);
  }

  /** Read everything once, then write everything once: linear in the entries. */
  function layout() {
    const asked = choices.read("margin");
    const wanted = asked ? asked === "shown" : true;
    root.classList.toggle("margin", wide.matches && wanted);
    for (const aside of text.querySelectorAll("aside")) aside.style.removeProperty("--room");
    if (root.classList.contains("margin")) {
      const measured = measure();
      const fits = measured.entries <= measured.text * overfull;
      if (asked || fits) settle(measured.sections);
      else root.classList.remove("margin");
    }
    box.checked = root.classList.contains("margin");
  }

  function measure() {
    const top = text.getBoundingClientRect().top;
    let entries = 0;
    const sections = [...feet.values()].map((foot) => {
      const asides = foot[0].row.closest("section, .text")
        .querySelectorAll(":scope > aside:is(.apparatus, .footnotes)");
      const last = asides[asides.length - 1];
      let before = last.getBoundingClientRect().top - top;
      const places = foot.map(({ row, mark }) => {
        const height = row.offsetHeight;
        entries += height + gap;
        before = mark ? mark.getBoundingClientRect().top - top : before;
        return { row, height, wanted: before };
      });
      places.sort((one, other) => one.wanted - other.wanted);
      return { last, end: last.getBoundingClientRect().top - top, places };
    });
    return { sections, entries, text: text.offsetHeight };
  }

  /**
   * No entry stands above its place or on another. Entries may run on beside the next section a
   * little; where they would fall further behind, the section grows, and so does the end.
   */
  function settle(sections) {
    let shift = 0;
    let free = 0;
    for (const [number, { last, end, places }] of sections.entries()) {
      for (const { row, height, wanted } of places) {
        const top = Math.max(wanted + shift, free);
        row.style.setProperty("--top", `${top}px`);
        free = top + height + gap;
      }
      const behind = number < sections.length - 1 ? slack : 0;
      const missing = free - (end + shift) - behind;
      if (missing > 0) {
        last.style.setProperty("--room", `${missing}px`);
        shift += missing;
      }
    }
  }

  let waiting = 0;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(layout, 120);
  }

  box.addEventListener("change", () => {
    choices.keep("margin", box.checked ? "shown" : "foot");
    layout();
  });
  let width = innerWidth;
  let size = getComputedStyle(root).fontSize;
  window.addEventListener("resize", () => {
    // On telephones the window also changes its height, whenever its bars come and go.
    const now = getComputedStyle(root).fontSize;
    if (innerWidth === width && now === size) return;
    [width, size] = [innerWidth, now];
    later();
  });
  if (text.querySelector("img")) window.addEventListener("load", layout);
  text.addEventListener("toggle", later, true);
  layout();
})();

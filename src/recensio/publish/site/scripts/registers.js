// The filter of a register: shows the rows that have all the words that are typed.
"use strict";

(() => {
  const filter = document.querySelector(".filter");
  if (!filter) return;
  const input = filter.querySelector("input");
  const output = filter.querySelector("output");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = Array.from(document.querySelectorAll(".row"), (row) => [row, plain(row.textContent)]);
  const letters = Array.from(document.querySelectorAll("section.letter"));

  const show = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    for (const letter of letters) letter.hidden = !letter.querySelector(".row:not([hidden])");
    output.textContent = words.length
      ? filter.dataset.shown.replace("{1}", shown).replace("{2}", rows.length) : "";
  };
  input.addEventListener("input", show);
  filter.hidden = false;
  show();
})();

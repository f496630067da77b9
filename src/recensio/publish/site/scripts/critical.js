// Chooses entries on the page of all entries, and columns on the page of parallel witnesses.
"use strict";

(() => {
  const asked = () => new URLSearchParams(location.hash.slice(1));

  // The state of a view is in the address, so that it can be cited; no step is added to the history.
  const remember = (values) => {
    const state = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) if (value) state.set(name, value);
    const hash = `#${state}`;
    if (hash !== location.hash && (location.hash.includes("=") || hash !== "#"))
      location.replace(hash);
  };

  // "addition=A;B|omission=C": who has a reading of which kind.
  const kindsOf = (value) => new Map((value ? value.split("|") : []).map((part) => {
    const at = part.lastIndexOf("=");
    return [part.slice(0, at), new Set(part.slice(at + 1).split(";"))];
  }));

  function entries(form) {
    const results = form.querySelector(".results");
    const groups = [...document.querySelectorAll(".entries .of-chapter, .entries")];
    const all = [...document.querySelectorAll(".entries [data-entry]")].map((entry) => ({
      entry,
      groups: [entry.closest(".of-chapter"), entry.closest(".entries")],
      kinds: kindsOf(entry.dataset.kinds),
      words: null,
    }));
    const without = new Set(form.dataset.without.split("|"));
    const fields = [...form.elements].filter((field) => field.name);

    // A witness departs where it has other words, or none; with a kind, where its reading is that.
    const departs = ({ kinds }, witness, kind) => {
      if (kind) return kinds.has(kind) && (!witness || kinds.get(kind).has(witness));
      if (!witness) return true;
      return [...kinds].some(([name, sigla]) => !without.has(name) && sigla.has(witness));
    };

    const says = (each, words) => {
      each.words ??= each.entry.textContent.toLocaleLowerCase().replace(/\s+/g, " ");
      return each.words.includes(words.toLocaleLowerCase());
    };

    const fits = (each, { witness, kind, chapter, text }) =>
      departs(each, witness, kind) &&
      (!chapter || each.entry.dataset.chapter === chapter) &&
      (!text || says(each, text));

    const show = () => {
      const values = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
      const filled = new Set();
      let count = 0;
      for (const each of all) {
        const fit = fits(each, values);
        if (each.entry.hidden === fit) each.entry.hidden = !fit;
        count += fit;
        if (fit) for (const group of each.groups) filled.add(group);
      }
      for (const group of groups) group.hidden = !filled.has(group);
      results.textContent = count
        ? results.dataset.of.replace("{1}", count).replace("{2}", all.length)
        : results.dataset.none;
      return values;
    };

    const restore = () => {
      const state = asked();
      if (location.hash && !location.hash.includes("=")) return;
      for (const field of fields) field.value = state.get(field.name) ?? "";
      show();
    };

    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => remember(show()), 120);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => remember(show())));
    addEventListener("hashchange", restore);
    form.hidden = false;
    for (const index of document.querySelectorAll(".entry-index")) index.hidden = true;
    show();
    restore();
  }

  function columns(chooser) {
    const table = document.querySelector(".parallel-rows");
    const cells = new Map();
    for (const cell of table.querySelectorAll("[data-of]")) {
      const siglum = cell.dataset.of;
      if (!cells.has(siglum)) cells.set(siglum, []);
      cells.get(siglum).push(cell);
    }
    const buttons = [...chooser.querySelectorAll("[data-witness]")].map((link) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = link.className;
      button.dataset.witness = link.dataset.witness;
      button.dataset.page = link.getAttribute("href");
      button.title = link.title;
      button.textContent = link.textContent;
      button.setAttribute("aria-pressed", link.dataset.shown);
      link.replaceWith(button);
      return button;
    });

    const show = (button, shown) => {
      const siglum = button.dataset.witness;
      button.setAttribute("aria-pressed", shown);
      if (shown && !cells.has(siglum)) fetched(button, cells, table);
      for (const cell of cells.get(siglum) ?? []) cell.hidden = !shown;
    };

    chooser.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      show(button, button.getAttribute("aria-pressed") !== "true");
      const pressed = buttons.filter((each) => each.getAttribute("aria-pressed") === "true");
      remember({ show: pressed.map((each) => each.dataset.witness).join("|") || "-" });
    });

    const restore = () => {
      const state = asked().get("show");
      if (state === null) return;
      const wanted = new Set(state.split("|"));
      for (const button of buttons) show(button, wanted.has(button.dataset.witness));
    };
    addEventListener("hashchange", restore);
    restore();
  }

  // A witness that does not stand in the page is asked of its own page, which a hidden frame opens:
  // that works from the disk too, where nothing can be fetched.
  function fetched(button, cells, table) {
    const siglum = button.dataset.witness;
    const colour = button.className.match(/wit-\d/)?.[0] ?? "";
    const added = [];
    const add = (row, name) => {
      const cell = row.appendChild(document.createElement(name));
      cell.dataset.of = siglum;
      added.push(cell);
      return cell;
    };
    const head = add(table.tHead.rows[0], "th");
    head.scope = "col";
    const link = head.appendChild(document.createElement("a"));
    link.className = button.className;
    link.href = button.dataset.page;
    link.textContent = button.textContent;
    const rows = [...table.tBodies[0].rows].map((row) => [row, add(row, "td")]);
    cells.set(siglum, added);
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = button.dataset.page;
    const heard = ({ source, data }) => {
      if (source !== frame.contentWindow || !data?.blocks) return;
      removeEventListener("message", heard);
      frame.remove();
      for (const [row, cell] of rows) fill(cell, data.blocks[row.dataset.block], siglum, colour);
    };
    addEventListener("message", heard);
    frame.addEventListener("load", () => frame.contentWindow.postMessage({ asks: "blocks" }, "*"));
    document.body.append(frame);
  }

  function fill(cell, block, siglum, colour) {
    const own = document.createElement("b");
    own.className = "of-cell siglum";
    own.textContent = siglum;
    cell.className = [colour, block ? "" : "nothing"].join(" ").trim();
    cell.append(own, " ");
    if (!block) return;
    const made = new DOMParser().parseFromString(block, "text/html").body;
    for (const each of made.querySelectorAll("[id]")) each.removeAttribute("id");
    for (const each of made.querySelectorAll(".cite")) each.remove();
    if (!made.querySelector(".departs, .lacuna")) cell.classList.add("same");
    cell.append(...made.childNodes);
  }

  // The page of a witness hands its blocks to the parallel page that asks for them.
  function blocks(text) {
    addEventListener("message", ({ source, data }) => {
      if (source !== parent || data?.asks !== "blocks") return;
      const found = {};
      for (const each of text.querySelectorAll("[id]")) found[each.id] = each.outerHTML;
      parent.postMessage({ blocks: found }, "*");
    });
  }

  const form = document.querySelector("form.filters");
  const chooser = document.querySelector("[data-chooser]");
  const text = document.querySelector(".witness .text");
  if (form) entries(form);
  if (chooser) columns(chooser);
  if (text && parent !== window) blocks(text);
})();

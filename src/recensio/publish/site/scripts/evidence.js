// One gesture to the evidence: a mark in the text opens its entry or note in a panel, as it stands
// in the apparatus and in plain words.
"use strict";
(() => {
  const text = document.querySelector("article > .text");
  if (!text || !document.getElementById(":evidence")) return;
  const marks = [...text.querySelectorAll(".mark, .noteref")].filter((mark) => target(mark));
  const order = new Map();
  for (const mark of marks) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-haspopup", "dialog");
    mark.setAttribute("aria-expanded", "false");
    // An entry with a mark at each end is one step.
    if (!order.has(mark.hash)) order.set(mark.hash, mark);
  }
  const steps = [...order.values()];
  const places = new Map(steps.map((mark, place) => [mark.hash, place]));
  document.documentElement.classList.add("opens");

  /** The entry or note that a mark leads to, if it stands on this page. */
  function target(mark) {
    if (!mark.hash || mark.pathname !== location.pathname) return null;
    const found = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    return found?.matches(".entry, .footnote") ? found : null;
  }

  function open(mark) {
    const row = target(mark);
    const element = panel.made(":evidence");
    element.setAttribute("aria-label", mark.getAttribute("aria-label"));
    fill(element, row);
    const way = element.querySelector(".panel-entry");
    way.href = mark.hash;
    if (row.matches(".footnote")) way.textContent = way.dataset.noteWords;
    way.addEventListener("click", () => panel.close());
    cite(element, row, mark);
    for (const button of element.querySelectorAll("[data-step]")) {
      const next = steps[places.get(mark.hash) + Number(button.dataset.step)];
      button.disabled = !next;
      button.addEventListener("click", (event) => step(event, next));
    }
    element.addEventListener("keydown", (event) => turn(event, element));
    const lit = light(row);
    panel.open(element, mark, lit);
  }

  /** The words of an entry, less its links to the text, and no identifier a second time. */
  function fill(element, row) {
    const body = element.querySelector(".panel-body");
    const language = row.closest("[lang]")?.lang;
    const note = element.querySelector(".panel-note");
    const plain = element.querySelector(".panel-plain");
    if (language) body.lang = note.lang = language;
    for (const child of row.childNodes) {
      const kind = child.nodeType === 1 ? child.className : "";
      if (["number", "cite"].includes(kind)) continue;
      const room = { "plain": plain, "entry-note": note }[kind] ?? body;
      room.append(child.cloneNode(true));
      room.hidden = false;
    }
    for (const each of element.querySelectorAll(":is(.panel-body, .panel-note) *")) {
      each.removeAttribute("id");
      for (const name of Object.keys(each.dataset)) delete each.dataset[name];
    }
  }

  function cite(element, row, mark) {
    const link = element.querySelector(".panel-cite");
    const given = row.querySelector(":scope > .cite");
    if (!given) {
      link.remove();
      return;
    }
    link.href = given.hash;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      citing.open(given, mark);
    });
  }

  function step(event, mark) {
    event.stopPropagation();
    if (!mark) return;
    mark.scrollIntoView({ block: "nearest" });
    open(mark);
  }

  /** n, p and the arrows go from entry to entry while the panel has the focus. */
  function turn(event, element) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { n: 1, ArrowRight: 1, p: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    element.querySelector(`[data-step="${by}"]`).click();
  }

  /** Light the words that an entry is about; what is returned puts the light out. */
  function light(row) {
    const lemma = document.getElementById(`${row.id}:lemma`);
    if (lemma && lemma.matches(".lemma")) {
      lemma.classList.add("shown");
      return () => lemma.classList.remove("shown");
    }
    const range = lemma && window.Highlight ? wordsOf(row, lemma) : null;
    if (!range) return () => {};
    colour();
    CSS.highlights.set("lemma", new Highlight(range));
    return () => CSS.highlights.delete("lemma");
  }

  /** Where the words stand, before its mark, of an entry that stands apart from the text. */
  function wordsOf(row, lemma) {
    const said = row.querySelector(":is(.lemma-reading, .base) .words")?.textContent.trim();
    const block = lemma.closest(".l, .p, .ab, p, li, td, section");
    if (!said || !block) return null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".mark, .noteref, .cite, .line-number")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (lemma.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const at = text.lastIndexOf(said);
    if (at < 0) return null;
    const holding = (place) => nodes.findLast((each) => each.start <= place);
    const first = holding(at);
    const last = holding(at + said.length - 1);
    const range = document.createRange();
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + said.length - last.start);
    return range;
  }

  /** Checkers of style sheets do not know this selector yet, so it is not in ours. */
  function colour() {
    if (document.adoptedStyleSheets.length) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(lemma) { background-color: var(--mark); }");
    document.adoptedStyleSheets = [sheet];
  }

  /** The mark that a click or key means: itself, or that of the lemma that is clicked. */
  function meant(event) {
    const link = event.target.closest("a");
    if (link) return order.has(link.hash) && link.matches(".mark, .noteref") ? link : null;
    if (!getSelection().isCollapsed) return null;
    const lemma = event.target.closest("[data-lemma]");
    return lemma ? order.get(`#${lemma.dataset.lemma}`) : null;
  }

  text.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = meant(event);
    if (!mark || !target(mark)) return;
    event.preventDefault();
    event.stopPropagation();
    if (panel.opensFor(mark)) panel.leave();
    else open(mark);
  });
  text.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches(".mark, .noteref")) return;
    event.preventDefault();
    event.target.click();
  });
})();

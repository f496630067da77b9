// The full-text search: Pagefind finds the passages, search.json says what they can be chosen by.
// All that the page says stands in the page. From the disk neither can be loaded: then nothing is
// done, and the page says what else leads to a word.
"use strict";

(() => {
  const form = document.querySelector("[data-search]");
  if (!form || location.protocol === "file:") return;

  const status = document.querySelector("[data-found]");
  const list = document.querySelector("[data-results]");
  const more = document.querySelector("[data-more]");
  const AT_ONCE = 20;
  const BEFORE = 8;
  const WORDS = 36;
  const DELAY = 250;
  let pagefind, edition, hits = [], shown = 0, run = 0, timer;

  const field = (name) => form.elements[name];
  const value = (name) => field(name).value.trim();
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");

  async function start() {
    try {
      pagefind = await import("../pagefind/pagefind.js");
      const answer = await fetch(new URL("search.json", location.href));
      edition = await answer.json();
    } catch {
      status.textContent = form.dataset.failed;
      return;
    }
    offerChoices();
    readAddress();
    form.hidden = false;
    document.querySelector("[data-otherwise]").hidden = true;
    form.addEventListener("submit", (event) => { event.preventDefault(); search(true); });
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, DELAY);
    });
    more.addEventListener("click", showMore);
    addEventListener("popstate", () => { readAddress(); search(null); });
    await search(null);
  }

  // The choices that the edition has; a list with none is not shown.
  function offerChoices() {
    const sigla = edition.sigla.map((siglum) => [siglum || ":", siglum || form.dataset.reading]);
    fill("witness", sigla.length > 1 ? sigla : []);
    const documents = edition.documents.map(({title}, number) => [documentName(number), title]);
    fill("document", documents.length > 1 ? documents : []);
    const entries = [...edition.entries];
    const collator = new Intl.Collator(document.documentElement.lang);
    fill("entry", entries.sort((one, other) => collator.compare(one[1], other[1])));
    const dated = Object.values(edition.passages).some((passage) => passage[4].length);
    for (const name of ["from", "to"]) field(name).closest("p").hidden = !dated;
  }

  function fill(name, choices) {
    const select = field(name);
    for (const [choice, label] of choices) {
      const option = new Option(label, choice);
      option.dataset.label = label;
      select.add(option);
    }
    select.closest("p").hidden = choices.length === 0;
  }

  // A document is named in the address by its page, which stays when others come before it.
  function documentName(number) {
    const pages = edition.documents[number].pages;
    return pages[""] || Object.values(pages)[0] || "";
  }

  const NAMES = ["q", "witness", "document", "entry", "kind", "from", "to", "sort"];

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const name of NAMES) field(name).value = asked.get(name) || "";
    if (NAMES.slice(1).some((name) => asked.get(name))) form.querySelector("details").open = true;
  }

  function writeAddress(pushes) {
    const asked = new URLSearchParams();
    for (const name of NAMES) if (value(name)) asked.set(name, value(name));
    const address = asked.size ? `?${asked}` : location.pathname;
    if (address === (location.search || location.pathname)) return;
    history[pushes ? "pushState" : "replaceState"](null, "", address);
  }

  // `pushes` is null when the address already says what is looked for.
  async function search(pushes = false) {
    clearTimeout(timer);
    const own = ++run;
    if (pushes !== null) writeAddress(pushes);
    const words = value("q").replace(/[„“”«»]/g, '"');
    if (!words && !NAMES.slice(1, -1).some((name) => value(name))) {
      hits = [];
      list.replaceChildren();
      list.hidden = more.hidden = true;
      status.textContent = "";
      countChoices([]);
      return;
    }
    if (!list.childElementCount) status.textContent = form.dataset.running;
    const {results} = await pagefind.search(words || null);
    if (own !== run) return;
    const order = new Map(Object.keys(edition.passages).map((name, number) => [name, number]));
    const known = results.filter(({id}) => order.has(id));
    if (!words || value("sort")) known.sort((a, b) => order.get(a.id) - order.get(b.id));
    countChoices(known);
    hits = together(known.filter(({id}) => fits(edition.passages[id])));
    list.replaceChildren();
    shown = 0;
    list.hidden = hits.length === 0;
    status.textContent = hits.length ? counted(hits.length) : form.dataset.none;
    await show(own);
  }

  // Passages that are one place as several witnesses have it, as one: the reading text's first.
  function together(found) {
    const places = new Map();
    for (const hit of found) {
      const place = placeOf(edition.passages[hit.id]);
      places.set(place, [...(places.get(place) || []), hit]);
    }
    const reads = ({id}) => edition.passages[id][2].some((number) => !edition.sigla[number]);
    return [...places.values()].map((versions) => {
      const first = versions.find(reads) || versions[0];
      return [first, ...versions.filter((version) => version !== first)];
    });
  }

  const placeOf = ([document, kind, , , , number]) =>
    document < 0 ? `${kind} ${number}` : `${document} ${number}`;

  function counted(number) {
    const words = form.dataset[`found${capitalised(plural.select(number))}`];
    return (words || form.dataset.foundOther).replace("{1}", number);
  }

  const capitalised = (word) => word[0].toUpperCase() + word.slice(1);

  // Each choice as a test of a passage: [document, kind, sigla, entries, years, number].
  const TESTS = {
    witness: (passage, choice) =>
      passage[2].some((number) => (edition.sigla[number] || ":") === choice),
    document: (passage, choice) => passage[0] >= 0 && documentName(passage[0]) === choice,
    entry: (passage, choice) => passage[3].some((number) => edition.entries[number][0] === choice),
    kind: (passage, choice) =>
      choice === "register" ? passage[0] < 0 : passage[1] === choice,
    from: (passage, choice) => passage[4].some((year) => year >= +choice && year <= latest()),
    to: (passage, choice) => passage[4].some((year) => year <= +choice && year >= earliest()),
  };
  const latest = () => (value("to") ? +value("to") : Infinity);
  const earliest = () => (value("from") ? +value("from") : -Infinity);

  function fits(passage, except) {
    return Object.entries(TESTS).every(
      ([name, test]) => name === except || !value(name) || test(passage, value(name)));
  }

  // Beside each choice, how many of the passages it would leave.
  function countChoices(results) {
    for (const name of ["witness", "document", "entry"]) {
      const counts = new Map();
      for (const {id} of results) {
        const passage = edition.passages[id];
        if (!fits(passage, name)) continue;
        for (const choice of choicesOf(name, passage)) {
          counts.set(choice, (counts.get(choice) || new Set()).add(placeOf(passage)));
        }
      }
      for (const option of field(name).options) {
        if (!option.value) continue;
        const count = counts.get(option.value)?.size;
        option.textContent = option.dataset.label + (count ? ` (${count})` : "");
      }
    }
  }

  function choicesOf(name, [document, , sigla, entries]) {
    if (name === "witness") return sigla.map((number) => edition.sigla[number] || ":");
    if (name === "document") return document < 0 ? [] : [documentName(document)];
    return entries.map((number) => edition.entries[number][0]);
  }

  async function show(own) {
    const next = hits.slice(shown, shown + AT_ONCE);
    const found = await Promise.all(next.map(([first]) => first.data()));
    if (own !== run) return null;
    const rows = found.map((passage, number) => row(passage, next[number]));
    list.append(...rows);
    shown += next.length;
    more.hidden = shown >= hits.length;
    return rows[0];
  }

  // The keyboard goes on where the new passages begin.
  async function showMore() {
    const first = await show(run);
    first?.querySelector("a").focus();
  }

  function row(passage, versions) {
    const known = edition.passages[versions[0].id];
    const words = passage.content.split(/\s+/);
    const places = [...new Set(passage.locations)].sort((one, other) => one - other);
    const {anchor, word} = densest(passage.meta.places.split(" "), places);
    const first = preferred(known[2].map((number) => edition.sigla[number]));
    const href = known[0] < 0 ? passage.meta.address : address(known[0], first, anchor);
    const item = element("li", {}, element("h2", {}, element("a", {href}, title(passage, known))));
    const where = known[0] < 0 ? [] : [passage.meta.section, whose(known[0], versions, anchor)];
    const told = where.filter(Boolean).flatMap((part, number) => (number ? [" · ", part] : [part]));
    if (told.length) item.append(element("p", {className: "where"}, ...told));
    item.append(element("p", {className: "excerpt"}, ...excerpt(words, places, word)));
    return item;
  }

  const title = (passage, [document]) =>
    document < 0 ? passage.meta.section : edition.documents[document].title;

  // The text that a result leads to: the witness's that was asked for, else the reading text.
  function preferred(sigla) {
    const asked = value("witness") === ":" ? "" : value("witness");
    return value("witness") || !sigla.includes("") ? asked || sigla[0] : "";
  }

  // Who has the words that are looked for in a passage, each with the way to its text.
  function whose(document, versions, anchor) {
    if (edition.sigla.length < 2) return "";
    const numbers = new Set(versions.flatMap(({id}) => edition.passages[id][2]));
    const links = [...numbers].sort((one, other) => one - other).map((number) => {
      const siglum = edition.sigla[number];
      const href = address(document, siglum, anchor);
      return element("a", {href, className: "siglum"}, siglum || form.dataset.reading);
    });
    return element("span", {}, ...links.flatMap((link, at) => (at ? [", ", link] : [link])));
  }

  // Of the places of a passage, told as "word anchor word anchor", that which holds most of the
  // words found, and the first of these in it.
  function densest(told, words) {
    let best = {anchor: told[1] || "", word: words[0] || 0, count: 0};
    for (let at = 0; at < told.length; at += 2) {
      const end = at + 2 < told.length ? +told[at + 2] : Infinity;
      const held = words.filter((word) => word >= +told[at] && word < end);
      if (held.length > best.count) {
        best = {anchor: told[at + 1], word: held[0], count: held.length};
      }
    }
    return best;
  }

  // A place of a document as a witness has it; a transcript is the page of its witness.
  function address(document, siglum, anchor) {
    const pages = edition.documents[document].pages;
    const page = (pages[siglum] || pages[""]).split("/").map(encodeURIComponent).join("/");
    return anchor ? `${page}#${encodeURIComponent(anchor)}` : page;
  }

  function excerpt(words, places, first) {
    const marked = new Set(places);
    const from = Math.max(0, Math.min(first - BEFORE, words.length - WORDS));
    const parts = from > 0 ? ["… "] : [];
    words.slice(from, from + WORDS).forEach((word, number) => {
      parts.push(number ? " " : "", marked.has(from + number) ? element("mark", {}, word) : word);
    });
    return from + WORDS < words.length ? [...parts, " …"] : parts;
  }

  function element(name, properties, ...parts) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...parts);
    return made;
  }

  start();
})();

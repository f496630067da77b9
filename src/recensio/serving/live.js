// Keeps an open page as the edition is: loads it again when it has changed, and shows in a bar what
// is wrong. `recensio serve` puts it into the pages that it hands out; no file on the disk has it.
"use strict";

(() => {
  const shown = { ...document.currentScript.dataset };
  const DISMISSED = "recensio-dismissed";
  let bar = null;
  let source = null;

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const line = (problem) => {
    const made = element("li", "", problem.severity);
    made.append(element("code", problem.code), " ", element("span", problem.message, "message"));
    if (problem.place) made.append(element("span", problem.place, "place"));
    if (problem.hint) made.append(element("span", problem.hint, "hint"));
    return made;
  };

  const button = (state, key) => {
    const made = element("button", state.dismiss);
    made.type = "button";
    made.addEventListener("click", () => {
      sessionStorage.setItem(DISMISSED, key);
      bar.remove();
      bar = null;
    });
    return made;
  };

  // The bar stands in a tree of its own, where no style of the edition reaches it.
  const draw = (state) => {
    const key = JSON.stringify(state.problems);
    if (bar && bar.dataset.key === key) return;
    if (bar) bar.remove();
    bar = null;
    if (!state.problems.length || sessionStorage.getItem(DISMISSED) === key) return;
    bar = document.createElement("aside");
    bar.id = ":recensio";
    bar.dataset.key = key;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/.recensio/live.css";
    const box = element("div", "", "bar");
    box.setAttribute("role", "alert");
    box.append(element("strong", state.title), button(state, key));
    if (state.note) box.append(element("p", state.note));
    const list = element("ul", "");
    list.lang = "en";
    list.append(...state.problems.map(line));
    box.append(list);
    if (state.more) box.append(element("p", state.more));
    bar.attachShadow({ mode: "open" }).append(style, box);
    bar.setAttribute("aria-label", state.title);
    document.body.append(bar);
  };

  const restyle = (digest) => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = old.cloneNode();
      const address = new URL(old.href);
      address.searchParams.set("state", digest);
      fresh.href = address.href;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
    shown.styles = digest;
  };

  // Browsers keep the place of the reader when a page is loaded again.
  const told = (event) => {
    const state = JSON.parse(event.data);
    if (state.page !== shown.page || state.shared !== shown.shared) {
      rest();
      location.reload();
      return;
    }
    if (state.styles !== shown.styles) restyle(state.styles);
    draw(state);
  };

  // Browsers keep few connections to a server: a page that is not seen gives its own back.
  const listen = () => {
    if (source || document.hidden) return;
    const address = encodeURIComponent(location.pathname);
    source = new EventSource(`/.recensio/events?page=${address}`);
    source.addEventListener("message", told);
  };

  const rest = () => {
    if (source) source.close();
    source = null;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  listen();
})();

// How a place is cited: its link and a ready citation, to be copied.
"use strict";
const citing = (() => {
  /** Open the citation of the place that a link leads to, beside `opener`. */
  function open(link, opener = link) {
    const element = panel.made(":citing");
    const words = said(element, link);
    element.querySelector(".citation-place").textContent = words ? `, ${words}` : "";
    const address = whole(element, link);
    const anchor = element.querySelector(".citation-link");
    anchor.href = link.hash;
    anchor.textContent = address;
    for (const button of element.querySelectorAll("[data-copy]")) {
      const citation = element.querySelector(".citation");
      const copied = button.dataset.copy === "link" ? anchor : citation;
      button.addEventListener("click", () => copy(copied, element.querySelector(".copied")));
    }
    panel.open(element, opener);
  }

  /** What the place is called: paragraph 12. */
  function said(element, link) {
    const { paragraph, line, entryWords } = element.dataset;
    const form = link.closest(".entry") ? entryWords : link.closest(".l") ? line : paragraph;
    return link.dataset.n ? form.replace("{1}", link.dataset.n) : "";
  }

  /** The address of a place: that of the site if it is known, never a path of this computer. */
  function whole(element, link) {
    const { site, page } = element.dataset;
    if (site) return site.replace(/\/*$/, "/") + page + link.hash;
    if (location.protocol.startsWith("http")) return location.href.split("#")[0] + link.hash;
    return page + link.hash;
  }

  async function copy(element, status) {
    const words = element.textContent.replace(/\s+/g, " ").trim();
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      getSelection().selectAllChildren(element);
      document.execCommand("copy");
    }
    status.textContent = status.dataset.words;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!document.getElementById(":citing")) return;
    event.preventDefault();
    const again = panel.opensFor(link);
    panel.close();
    if (again) link.focus();
    else open(link);
    event.stopImmediatePropagation();
    history.replaceState(null, "", link.hash);
  }, true);

  return { open };
})();

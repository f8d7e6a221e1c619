// A citation follows the paragraph in the address: …#szjj-p3 is cited as that paragraph. Without a script the page says how.
const follow = () => {
  const name = /^#([a-z0-9]+-)(?:f\d+-)?p(\d+)$/.exec(location.hash);
  for (const box of document.querySelectorAll("[data-cite]")) {
    const isOurs = name !== null && box.dataset.prefix === name[1];
    const address =
      box.dataset.cite.replace(/#.*/, "") + (isOurs ? location.hash : box.dataset.cite.replace(/^[^#]*/, ""));
    const was = box.dataset.now ?? box.dataset.cite;
    for (const text of box.querySelectorAll(".cite")) text.textContent = text.textContent.replace(was, address);
    box.dataset.now = address;
    box.querySelector("[data-which]").textContent = isOurs ? `现在引用的是第 ${name[2]} 段。` : "";
  }
};
addEventListener("hashchange", follow);
addEventListener("DOMContentLoaded", follow);

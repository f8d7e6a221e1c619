// In the offline copy: opened from a folder, a page may not fetch files, but it may load scripts. So each file of the
// search index lies in a script that hands over its bytes, and a folder's link leads to the page in it.
(() => {
  const root = new URL(document.currentScript.dataset.root, location.href);
  const waiting = new Map();
  globalThis.huiyinFile = (path, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    waiting.get(path)?.(bytes);
    waiting.delete(path);
  };
  globalThis.fetch = (address) => {
    const path = new URL(address, location.href).pathname.slice(root.pathname.length);
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const first = waiting.get(path);
      waiting.set(path, (bytes) => {
        first?.(bytes);
        resolve(new Response(bytes));
      });
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => reject(new TypeError(path)));
      script.src = `${root.href}${path}.js`;
      document.head.append(script);
    });
  };
  const lead = ({ target }) => {
    const link = target instanceof Element && target.closest("a[href]");
    if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    link.pathname += "index.html";
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, lead, true);
})();

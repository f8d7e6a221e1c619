/** Where the offline copy has its own part, and the page that says what it is. */
export const OFFLINE_SCRIPT = "_offline/offline.js";
export const START_PAGE = "打开我.html";

export type Offline = {
  /** Base path of the site, without a slash at the end. */
  readonly base: string;
  /** Of the live site, or "". */
  readonly origin: string;
  /** "2026年11月22日" */
  readonly day: string;
  /** Is this file in the copy? */
  readonly has: (file: string) => boolean;
};

const ADDRESS = /(\s(?:href|src|action)=")(\/[^"]*)"/g;
const MODULE = /<script type="module" src="([^"]+)"><\/script>/g;
const VERIFY_FORM = /<form id="verify-form".*?<\/form>/s;
const VERIFY_NOTE =
  '<p class="note">离线副本里不能核验单个网页：请到网站上核验，或者用副本里的 SHA256SUMS.txt 核对全部文件。</p>';
const WORDS = /(<script type="application\/json" id="search-words">)(.*?)(<\/script>)/s;

/** "/units/?x#y" → the file units/index.html and "?x#y". */
function toFile(address: string, base: string): { file: string; rest: string } | undefined {
  if (address.startsWith("//") || !`${address}/`.startsWith(`${base}/`)) return undefined;
  const [path = ""] = address.split(/[?#]/, 1);
  const name = decodeURI(path.slice(base.length + 1));
  const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  return { file, rest: address.slice(path.length) };
}

/** Links of a page below the folder of the site; what is not in the copy leads to the live site, or to the first page. */
function toRelative(address: string, up: string, { base, origin, has }: Offline): string {
  const target = toFile(address, base);
  if (!target) return address;
  if (has(target.file)) return `${up}${encodeURI(target.file)}${target.rest}`;
  return origin === "" ? `${up}../${encodeURI(START_PAGE)}` : `${origin}${address}`;
}

/** Where a page searches: from its own folder instead of from the root of the site. */
function leadSearch(html: string, up: string): string {
  return html.replace(WORDS, (_, head: string, json: string, tail: string) => {
    const words: Record<string, unknown> = JSON.parse(json);
    const own = { ...words, folder: `${up}search-index/`, base: up.replace(/\/$/, "") };
    return `${head}${JSON.stringify(own).replaceAll("<", "\\u003c")}${tail}`;
  });
}

function toMark(up: string, { day }: Offline): string {
  const start = `${up}../${encodeURI(START_PAGE)}`;
  return `<p class="wrap small">离线副本，内容截至${day}；以后的更正和撤回请到网站查看。<a href="${start}">这份副本的说明</a></p>`;
}

/**
 * A page of the site as it stands in the offline copy: links relative, scripts such as browsers run from a folder, and a
 * line that says what it is. Nothing else of it is changed.
 * @param file path of the page below the site
 */
export function toOfflinePage(html: string, file: string, offline: Offline): string {
  const up = "../".repeat(file.split("/").length - 1);
  const isVerify = VERIFY_FORM.test(html);
  const shim = `<script src="${up}${OFFLINE_SCRIPT}" data-root="${up || "./"}"></script>`;
  const toClassic = (_: string, address: string) => `${shim}<script defer src="${address}"></script>`;
  return leadSearch(html, up)
    .replace(VERIFY_FORM, VERIFY_NOTE)
    .replace(ADDRESS, (_, head: string, address: string) => `${head}${toRelative(address, up, offline)}"`)
    .replace(MODULE, isVerify ? () => "" : toClassic)
    .replace(/<header class="site">/, (header) => `${toMark(up, offline)}${header}`);
}

import { toLastingAddress, type SearchState } from "./address-state.ts";
import { isHere, view } from "./page-parts.ts";
import { dropSaved, MOST_SEEN, putSaved, readSaved, writeSaved } from "./saved-searches.ts";
import type { Outcome } from "./session.ts";
import { toCsv, toCsvName } from "./to-csv.ts";
import type { SearchWords } from "./words.ts";

type Shown = { readonly state: SearchState; readonly outcome: Outcome };

async function download({ state, outcome }: Shown, words: SearchWords): Promise<void> {
  const rows = outcome.selected.map(({ row }) => row);
  const lines = await outcome.loadLines(rows);
  const items = rows.map((row, at) => ({ row, line: lines[at] ?? (["", ""] as const) }));
  const text = toCsv(items, words, location.origin);
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = toCsvName(state.q);
  link.click();
  URL.revokeObjectURL(address);
}

/** What came of it, as a sentence to be read out. */
function toggleSaved({ state, outcome }: Shown, button: HTMLElement): string {
  const address = toLastingAddress(state);
  const saved = readSaved();
  const isSaved = saved.some((search) => search.address === address);
  if (!isSaved && outcome.selected.length > MOST_SEEN)
    return `结果超过 ${MOST_SEEN} 条，记不下来。请先用筛选缩小范围，再保存。`;
  const search = {
    address,
    savedOn: new Date().toISOString().slice(0, 10),
    seen: outcome.selected.map(({ row }) => row.path),
  };
  if (!writeSaved(isSaved ? dropSaved(saved, address) : putSaved(saved, search)))
    return "浏览器没有让本站保存内容，这次搜索没有存下来。可以把本次搜索的网址加入收藏夹。";
  button.setAttribute("aria-pressed", isSaved ? "false" : "true");
  button.textContent = isSaved ? "保存搜索" : "已保存";
  return isSaved ? "已经不再保存这次搜索。" : "已保存。以后打开“我保存的搜索”，会标出新公开的内容。";
}

async function copyAddress(state: SearchState): Promise<string> {
  const address = new URL(toLastingAddress(state), location.href).href;
  await navigator.clipboard.writeText(address);
  return "网址已经复制，以后打开就是这次搜索。";
}

const say = (sentence: string): string => (view.status.textContent = sentence);

/** Download, address, following: each says in the status line what it did. */
export function createTools(words: SearchWords, current: () => Shown | undefined): void {
  const act = async (target: HTMLElement, shown: Shown): Promise<string> => {
    if (target.id === "search-save") return toggleSaved(shown, target);
    if (target.id === "search-link") return await copyAddress(shown.state);
    await download(shown, words);
    return `已下载 ${shown.outcome.selected.length} 条结果。`;
  };
  view.tools.addEventListener("click", (event) => {
    const target =
      event.target instanceof Element ? event.target.closest("#search-csv, #search-save, #search-link") : null;
    const shown = current();
    if (!(target instanceof HTMLElement) || !shown || !isHere(event)) return;
    event.preventDefault();
    void act(target, shown)
      .catch(() =>
        target instanceof HTMLAnchorElement
          ? `浏览器没有让本站复制。网址是：${new URL(target.href).href}`
          : "没有取到全部结果。请再按一次“搜索”，然后下载。",
      )
      .then((sentence) => say(sentence));
  });
}

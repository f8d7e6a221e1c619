import { getElement, make } from "../search/dom.ts";
import { checkPage, toFilePath } from "./check-page.ts";

const input = getElement("#verify-path", HTMLInputElement);
const form = getElement("#verify-form", HTMLFormElement);
const result = getElement("#verify-result", HTMLElement);
const base = form.dataset["base"] ?? "";

async function fetchFile(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetch(`${base}/${encodeURI(path)}`, { cache: "no-store" });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

async function check(typed: string): Promise<void> {
  result.replaceChildren(make("p", {}, "正在核验……"));
  const lines = await checkPage(toFilePath(typed, base), fetchFile, crypto.subtle);
  const isTrue = lines.every((line) => line.ok);
  const verdict = isTrue ? "核验通过：与发布时一致。" : "核验未通过，请把本页结果告诉办公室。";
  const items = lines.map(({ ok, text }) => make("li", {}, `${ok ? "一致" : "不一致"}：${text}`));
  result.replaceChildren(make("p", { class: "note" }, verdict), make("ul", { class: "prose" }, ...items));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(input.value).catch(() =>
    result.replaceChildren(make("p", { class: "note" }, "没有取到需要的文件，请稍后再试。")),
  );
});

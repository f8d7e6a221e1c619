import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { href } from "#site/href.ts";
import type { SearchWords } from "./words.ts";

type Lists = {
  readonly years: readonly number[];
  readonly topics: readonly { readonly slug: string; readonly name: string }[];
};

/** The words of a page that searches, as JSON to stand in a script element. */
export function toWordsJson({ years, topics }: Lists): string {
  const words: SearchWords = {
    folder: href("/search-index/"),
    base: href(""),
    years,
    topics: topics.map(({ slug, name }) => ({ name, path: `/topics/${slug}/` })),
    facets: {
      year: "年份",
      kind: "种类",
      outcome: "办理结果",
      unit: "办理单位",
      topic: "主题",
      mode: "公开方式",
      key: "重点办理",
    },
    kinds: { ...Object.fromEntries(MOTION_KINDS.map((kind) => [kind, KIND_WORDS[kind].label])), document: "文件" },
    modes: DISCLOSURE_LABELS,
    sorts: { best: "最相关的在前", newest: "最新公开的在前", oldest: "最早公开的在前", number: "按年份和编号" },
  };
  // "<" would let a word end the data block.
  return JSON.stringify(words).replaceAll("<", "\\u003c");
}

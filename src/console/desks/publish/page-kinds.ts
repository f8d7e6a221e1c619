/** What a public address shows, as a clerk would call it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, "网站首页"],
  [/^\/\d{4}\/$/, "年度统计和目录"],
  [/^\/\d{4}\/(?:jianyi|tian)\/.+\/$/, "建议提案的网页"],
  [/^\/units\/$/, "承办单位目录"],
  [/^\/units\//, "承办单位的网页"],
  [/^\/topics\/$/, "专题目录"],
  [/^\/topics\//, "专题的网页"],
  [/^\/replies\//, "全部答复的目录"],
  [/^\/documents\//, "文件"],
  [/^\/data\//, "开放数据说明"],
  [/^\/search\//, "检索页"],
];

export function kindOfPage(path: string): string {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "其他网页";
}

export type PageLine = { readonly path: string; readonly whyLabel: string };

/** Pages by what they show, the ones that show most of a matter first. */
export function groupPages<T extends PageLine>(pages: readonly T[]): readonly (readonly [string, readonly T[]])[] {
  const groups = Map.groupBy(pages, ({ path }) => kindOfPage(path));
  return [...groups].toSorted(([, a], [, b]) => a.length - b.length);
}

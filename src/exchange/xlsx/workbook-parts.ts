import type { WorkbookWarning } from "./workbook.ts";

/** Parts that carry content which this reader does not read: each is named, none is passed over in silence (security T-U06). */
const UNREAD: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/externalLinks\//i, "external_link", "工作簿引用了其他文件的数据，引用的内容没有读入。"],
  [/^xl\/(?:pivotCache|pivotTables)\//i, "pivot_table", "工作簿含有数据透视表，其中缓存的数据没有读入。"],
  [/^xl\/(?:comments|threadedComments|persons)/i, "comment", "工作簿含有批注，批注内容没有读入。"],
  [/^xl\/(?:embeddings|activeX|ctrlProps)\//i, "embedded_object", "工作簿嵌入了其他对象，对象内容没有读入。"],
  [/^xl\/(?:media|charts|diagrams)\//i, "drawing", "工作簿含有图片或图表，其中的文字没有读入。"],
  [/^xl\/(?:queryTables|connections)/i, "external_data", "工作簿连接了外部数据源，外部数据没有读入。"],
];

export function toPartWarnings(names: Iterable<string>): WorkbookWarning[] {
  const all = [...names];
  return UNREAD.filter(([pattern]) => all.some((name) => pattern.test(name))).map(([, code, message]) => ({
    code,
    message,
  }));
}

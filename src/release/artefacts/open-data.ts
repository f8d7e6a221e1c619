import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import type { PublicMatter, PublicReply } from "#domain/view/public-reply.ts";
import { formatCsv, formatCsvLine } from "#exchange/csv/format-csv.ts";
import type { ShownYear } from "../plan/shown.ts";

type Column = {
  readonly name: string;
  readonly meaning: string;
  readonly of: (m: PublicMatter, r: PublicReply) => string;
};

/** One row for each public reply (件次). The column names are the data dictionary. */
const COLUMNS: readonly Column[] = [
  { name: "网址", meaning: "该件的永久地址（站内路径）", of: (m) => m.path },
  { name: "年度", meaning: "办理年度", of: (m) => String(m.year) },
  { name: "类别", meaning: "建议或提案", of: (m) => KIND_WORDS[m.kind].label },
  { name: "编号", meaning: "届次内的编号", of: (m) => motionNumberLabel(m) },
  { name: "届次", meaning: "提出时的会议", of: (m) => m.sitting.shortName },
  { name: "标题", meaning: "建议或提案的标题", of: (m) => m.title },
  { name: "主题", meaning: "本站的主题分类", of: (m) => m.topic?.name ?? "" },
  { name: "内容分类", meaning: "交办时的内容分类", of: (m) => m.category ?? "" },
  { name: "答复单位", meaning: "主办或分办单位", of: (_, r) => r.unit.name },
  {
    name: "会办单位",
    meaning: "会办（协办）单位，以顿号分隔",
    of: (m) => m.jointUnits.map((unit) => unit.name).join("、"),
  },
  { name: "索引号", meaning: "政府信息公开索引号", of: (_, r) => r.indexNumber },
  { name: "文号", meaning: "答复的发文字号", of: (_, r) => r.docNumber ?? "" },
  { name: "分类", meaning: "答复时的办理结果分类", of: (_, r) => r.firstOutcome.code },
  { name: "分类口径", meaning: "分类所属的口径，字母不可跨口径比较", of: (_, r) => r.firstOutcome.schemeName },
  { name: "分类含义", meaning: "该口径下这一类的含义", of: (_, r) => r.firstOutcome.label },
  { name: "现分类", meaning: "续办续复之后的分类", of: (_, r) => r.outcome.code },
  { name: "公开方式", meaning: "全文、摘要或部分公开", of: (_, r) => DISCLOSURE_LABELS[r.disclosure.mode] },
  { name: "成文日期", meaning: "答复的成文日期", of: (_, r) => r.signedOn },
  { name: "公开时间", meaning: "在本站首次公开的时间", of: (_, r) => r.firstPublishedAt },
  { name: "正文", meaning: "公开的答复正文，纯文本", of: (_, r) => plainText(r.body) },
];

export const DATA_FIELDS = COLUMNS.map(({ name, meaning }) => ({ name, meaning }));

/** Path inside the site without a slash in front. */
export function dataFileOf(year: number): string {
  return `data/${year}.csv`;
}

export function listDataFiles(years: readonly ShownYear[]) {
  return years
    .filter((year) => year.matters.length > 0)
    .map(({ year, matters }) => ({
      path: `/${dataFileOf(year)}`,
      name: `${year} 年公开答复（CSV）`,
      rows: matters.reduce((sum, matter) => sum + matter.line.units.length, 0),
    }));
}

/** The first row, with a byte order mark before it so that Excel reads UTF-8. */
export function tableHead(): string {
  return formatCsv([COLUMNS.map((column) => column.name)]);
}

/** The rows of one matter, to be set one after another below the head. */
export function tableRows(matter: PublicMatter): string {
  return matter.replies.map((reply) => formatCsvLine(COLUMNS.map((column) => column.of(matter, reply)))).join("");
}

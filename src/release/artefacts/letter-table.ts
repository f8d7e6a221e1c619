import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { DISCLOSURE_LABELS, GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import type { PublicMatter, PublicReply } from "#domain/view/public-reply.ts";
import type { Cell, Column } from "./data-table.ts";

type LetterColumn = Column & { readonly of: (m: PublicMatter, r: PublicReply, base: string) => Cell };

const text = (name: string, key: string, meaning: string, of: LetterColumn["of"]): LetterColumn => {
  return { name, key, meaning, type: "string", of };
};
const list = (names: readonly { readonly name: string }[]) => names.map(({ name }) => name).join("、");

/** One row for each public reply (件次). */
const LETTER_COLUMNS: readonly LetterColumn[] = [
  text("标识", "id", "建议或提案的标识，长期不变", (m) => m.id),
  text("网址", "url", "该件的永久地址", (m, _, base) => base + m.path),
  { ...text("年度", "year", "办理年度", (m) => m.year), type: "integer" },
  text("类别", "kind", "建议或提案", (m) => KIND_WORDS[m.kind].label),
  text("编号", "number", "届次内的编号", (m) => motionNumberLabel(m)),
  text("届次", "sitting", "提出时的会议", (m) => m.sitting.shortName),
  text("标题", "title", "建议或提案的标题", (m) => m.title),
  text("主题", "topic", "本站的主题分类", (m) => m.topic?.name ?? null),
  text("内容分类", "category", "交办时的内容分类", (m) => m.category),
  text("提出人", "proposers", "以顿号分隔；年度规定不公开姓名的为空", (m) => m.proposers.join("、") || null),
  { ...text("提出人数", "proposer_count", "含领衔人", (m) => m.proposerCount), type: "integer" },
  { ...text("重点办理", "key_item", "是否列为重点办理", (m) => (m.keyItem ? 1 : 0)), type: "boolean" },
  { ...text("交办日期", "assigned_on", "交由政府办理的日期", (m) => m.assignedOn), type: "date" },
  text("答复单位", "unit", "主办或分办单位", (_, r) => r.unit.name),
  text("单位代码", "unit_code", "答复单位在本站的代码", (_, r) => r.unit.code),
  text("会办单位", "joint_units", "会办（协办）单位，以顿号分隔", (m) => list(m.jointUnits) || null),
  text("索引号", "index_number", "政府信息公开索引号", (_, r) => r.indexNumber),
  text("文号", "doc_number", "答复的发文字号", (_, r) => r.docNumber),
  text("分类", "class_first", "答复时的办理结果分类", (_, r) => r.firstOutcome.code),
  text("分类口径", "scheme", "分类所属的口径，字母不可跨口径比较", (_, r) => r.firstOutcome.schemeName),
  text("分类含义", "class_first_label", "该口径下这一类的含义", (_, r) => r.firstOutcome.label),
  text("现分类", "class_now", "续办续复之后的分类", (_, r) => r.outcome.code),
  text("现分类含义", "class_now_label", "续办续复之后这一类的含义", (_, r) => r.outcome.label),
  text("公开方式", "disclosure", "全文、摘要或部分公开", (_, r) => DISCLOSURE_LABELS[r.disclosure.mode]),
  text(
    "未全文公开的依据",
    "ground",
    "全文公开的为空",
    (_, r) => r.disclosure.ground && GROUND_LABELS[r.disclosure.ground],
  ),
  { ...text("成文日期", "signed_on", "答复的成文日期", (_, r) => r.signedOn), type: "date" },
  text("公开时间", "published_at", "在本站首次公开的时间，北京时间", (_, r) => r.firstPublishedAt),
  { ...text("版次", "edition", "现在公开的是第几版", (_, r) => r.editions.at(-1)?.number ?? 1), type: "integer" },
  text("正文", "body", "公开的答复正文，纯文本", (_, r) => plainText(r.body)),
];

export const LETTER_HEAD: readonly Column[] = LETTER_COLUMNS.map(({ name, key, meaning, type }) => {
  return { name, key, meaning, type };
});

/** @param base origin and base path, without a slash at the end */
export function letterRows(matter: PublicMatter, base: string): Cell[][] {
  return matter.replies.map((reply) => LETTER_COLUMNS.map((column) => column.of(matter, reply, base)));
}

/** The columns of a 办理分配表, in the order of the printed table. */
export const ALLOCATION_FIELDS = [
  "number",
  "title",
  "proposer",
  "jointText",
  "group",
  "category",
  "leadUnits",
  "coUnits",
  "leader",
  "supervisor",
  "keyItem",
  "dueOn",
] as const;
export type AllocationField = (typeof ALLOCATION_FIELDS)[number];

type ColumnWords = { readonly required: boolean; readonly aliases: readonly [string, ...string[]] };

/** Headings met in tables (reference: domain §3.3), the one preferred first. The first is the name used in sentences. */
export const COLUMN_WORDS: Readonly<Record<AllocationField, ColumnWords>> = {
  number: {
    required: true,
    aliases: ["编号", "建议编号", "提案编号", "建议号", "提案号", "件号", "案号", "建议提案编号", "序号"],
  },
  title: {
    required: true,
    aliases: [
      "案由",
      "标题",
      "建议标题",
      "提案标题",
      "题目",
      "建议名称",
      "提案名称",
      "案由标题",
      "建议题目",
      "提案题目",
    ],
  },
  proposer: {
    required: true,
    aliases: [
      "领衔代表",
      "第一提案人",
      "领衔人",
      "提案人",
      "提案者",
      "提出人",
      "第一提案者",
      "建议人",
      "领衔代表姓名",
      "代表姓名",
      "委员姓名",
      "提交人",
    ],
  },
  jointText: {
    required: false,
    aliases: ["联名人", "联名", "联名代表", "联名委员", "附议人", "附议代表", "附议委员", "联名提案人"],
  },
  group: { required: false, aliases: ["代表团", "界别", "代表团界别", "所在代表团", "所属代表团", "所属界别", "团组"] },
  category: {
    required: false,
    aliases: ["内容分类", "类别", "分类", "建议类别", "提案类别", "内容类别", "所属类别"],
  },
  leadUnits: {
    required: true,
    aliases: ["主办单位", "主办", "承办单位", "主办分办单位", "主办或分办单位", "主办独办单位", "牵头单位", "主办部门"],
  },
  coUnits: {
    required: false,
    aliases: ["协办单位", "会办单位", "协办", "会办", "会办协办单位", "协办会办单位", "配合单位", "协办部门"],
  },
  leader: {
    required: false,
    aliases: ["分管领导", "分管市领导", "分管副市长", "分管县领导", "分管区领导", "领办领导"],
  },
  supervisor: { required: false, aliases: ["督办人", "督办责任人", "督办领导", "督办人员", "责任督办人"] },
  keyItem: { required: false, aliases: ["是否重点", "重点件", "是否重点件", "重点建议", "重点提案", "是否为重点"] },
  dueOn: {
    required: false,
    aliases: ["办理期限", "办结时限", "办理时限", "办结期限", "答复期限", "答复时限", "要求办结日期", "办结日期"],
  },
};

/** 主办（分办）单位, 主办/分办 单位 → 主办分办单位 */
function toHeadingKey(text: string): string {
  return text.normalize("NFKC").replace(/[\s():,、/*.·\-—_]|\p{Cf}/gu, "");
}

/** A heading with its remark cut off: 办理期限（年月日） → 办理期限 */
function toShortHeadingKey(text: string): string {
  return toHeadingKey(text.normalize("NFKC").replace(/\([^()]*\)/g, ""));
}

const FIELD_OF_KEY: ReadonlyMap<string, AllocationField> = new Map(
  ALLOCATION_FIELDS.flatMap((field) => COLUMN_WORDS[field].aliases.map((alias) => [alias, field] as const)),
);

export function findFieldOfHeading(text: string): AllocationField | undefined {
  return FIELD_OF_KEY.get(toHeadingKey(text)) ?? FIELD_OF_KEY.get(toShortHeadingKey(text));
}

/** Lower is preferred: 编号 before 序号 where a table has both. */
export function headingRank(field: AllocationField, text: string): number {
  const { aliases } = COLUMN_WORDS[field];
  const exact = aliases.indexOf(toHeadingKey(text));
  return exact >= 0 ? exact : aliases.indexOf(toShortHeadingKey(text));
}

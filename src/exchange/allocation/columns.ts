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

/** What an old ledger (台账) adds: what became of the matter, and whom to call. */
export const LEDGER_FIELDS = [
  "proposerContact",
  "classCode",
  "disclosure",
  "repliedOn",
  "docNumber",
  "replyLink",
] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

export const TABLE_FIELDS = [...ALLOCATION_FIELDS, ...LEDGER_FIELDS] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

type ColumnWords = { readonly required: boolean; readonly aliases: readonly [string, ...string[]] };

/** Headings met in tables (reference: domain §3.3), the one preferred first. The first is the name used in sentences. */
export const COLUMN_WORDS: Readonly<Record<TableField, ColumnWords>> = {
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
  // Not 联系电话: that may be the line of an office, which a letter is free to print.
  proposerContact: {
    required: false,
    aliases: [
      "代表电话",
      "委员电话",
      "代表联系电话",
      "委员联系电话",
      "代表联系方式",
      "委员联系方式",
      "代表手机",
      "委员手机",
      "提案人电话",
      "提案人联系电话",
      "领衔代表电话",
    ],
  },
  classCode: {
    required: false,
    aliases: [
      "办理结果",
      "办理结果分类",
      "结果分类",
      "办复类别",
      "答复类别",
      "办理类别",
      "答复分类",
      "分类结果",
      "ABC类",
    ],
  },
  disclosure: {
    required: false,
    aliases: ["公开属性", "是否公开", "公开方式", "公开情况", "是否可公开", "是否同意公开", "公开与否"],
  },
  repliedOn: {
    required: false,
    aliases: ["答复日期", "答复时间", "办复日期", "办复时间", "复文日期", "回复日期", "回复时间", "实际答复日期"],
  },
  docNumber: { required: false, aliases: ["文号", "答复文号", "复文文号", "发文字号", "答复文件号", "答复件文号"] },
  replyLink: {
    required: false,
    aliases: ["答复链接", "公开链接", "公开网址", "网址", "链接", "答复网址", "公开地址", "网页地址"],
  },
};

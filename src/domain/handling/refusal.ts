/** What is refused on principle: a stable code for machines, a sentence that a clerk can act on. */
export const REFUSALS = {
  wrong_state: "当前环节不能进行这项操作，请刷新后查看办理进度",
  needs_second_person: "报送人不能审核或公开自己报送的答复，请由另一位同志办理",
  editor_may_not_approve: "修改过文稿的同志不能审核或公开这份答复，请由另一位同志办理",
  not_signed: "请先签收，再拟写答复",
  class_missing: "还没有标明办理结果分类，请选择后再报送",
  class_unknown: "办理结果分类不在本年度的分类口径之内，请重新选择",
  disclosure_missing: "还没有确定公开属性，请选择后再报送",
  ground_missing: "不全文公开的答复应当写明依据，请补充后再报送",
  public_text_missing: "摘要公开、部分公开的答复，应当同时提供供公开的文本",
  letter_incomplete: "答复还缺少必备内容，请补齐后再报送",
  gate_blocked: "答复中有不得公开或明显有误的内容，请按提示修改后再报送",
  scan_outdated: "文稿在检查之后有改动，请重新报送",
  approval_outdated: "文稿在审核之后有改动，请重新审核",
  not_public: "这份答复的公开属性为“不公开”，不能公开发布",
  already_published: "这份答复已经公开，无需重复操作",
  withdrawn: "这份答复已经撤回，请先办理更正，经审核后再公开",
  draft_open: "这份答复已有正在修改的文稿，请先办完",
  not_lead: "会办单位不单独答复，请向主办单位提出会办意见",
  document_blocked: "文件中有不得公开的内容，请按提示遮盖后再公开",
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export type Refusal = { readonly code: RefusalCode; readonly message: string };

export function refuse(code: RefusalCode): Refusal {
  return { code, message: REFUSALS[code] };
}

/**
 * What each act on a matter is called in its history. `{of}` is the unit that it concerns, as "市住建局的", and falls away where
 * the unit itself acts. Nothing of what was written is told: that stands where it may be read.
 */
export const HISTORY_WORDS: Readonly<Record<string, string>> = {
  "motion.register": "登记了这一件",
  "motion.pre_assign": "预交办",
  "motion.assign": "正式交办",
  "motion.merge": "将这一件并案办理",
  "motion.transfer": "将这一件转出办理",
  "motion.withdraw": "登记了代表、委员撤回，办理终止",
  "motion.add_joint_unit": "增加了会办单位",
  "motion.set_key_item": "列为重点督办件",
  "motion.clear_key_item": "不再列为重点督办件",
  "motion.set_asks": "整理了逐项诉求",
  "vote.record": "登记了测评结果",
  "assignment.sign": "签收",
  "assignment.object": "对交办提出意见或者异议",
  "assignment.decide_objection": "对{of}异议作出决定",
  "assignment.reassign": "将{of}任务改派其他单位",
  "assignment.remove_joint_unit": "取消了{of}会办任务",
  "assignment.close": "将{of}任务办结",
  "contact.record": "记录了{of}沟通情况",
  "contact.correct": "更正了{of}沟通记录",
  "contact.delete": "删除了{of}沟通记录",
  "contact.waive": "写明了{of}未面商理由",
  "extension.request": "申请延期",
  "extension.decide": "对{of}延期申请作出决定",
  "extension.tell": "登记已将{of}延期告知代表、委员",
  "opinion.ask": "征求{of}会办意见",
  "opinion.give": "提出会办意见",
  "opinion.waive": "免予提出{of}会办意见",
  "reply.draft": "保存了{of}答复文稿",
  "reply.propose": "将答复送单位审签",
  "reply.submit": "将答复报送审核",
  "reply.return": "退回了{of}答复，要求重办",
  "reply.approve": "审核通过{of}答复",
  "reply.finalise": "将{of}答复定稿",
  "reply.publish": "公开了{of}答复",
  "reply.publish_emergency": "紧急公开了{of}答复",
  "reply.correct": "开始更正{of}答复",
  "reply.withdraw": "撤回了{of}答复",
  "reply.import": "导入了{of}答复",
  "archive.release": "放行了{of}往年答复",
  "archive.set_aside": "没有放行{of}往年答复，转为逐件办理",
  "original.keep": "留存了{of}答复的 Word 原件",
  "original.read": "下载了{of}答复的 Word 原件",
  "attachment.add": "为{of}答复添加附件",
  "attachment.remove": "移除了{of}答复附件",
  "override.request": "申请放行{of}答复中的一处检查结果",
  "override.end": "改动了{of}答复附件，已有的放行失效",
  "override.decide": "对{of}放行申请作出决定",
  "emergency.countersign": "补签了{of}紧急公开",
  "disclosure.review": "复查了{of}不公开答复，仍不公开",
  "feedback.ask": "就{of}答复征询代表、委员意见",
  "feedback.create_link": "发出{of}反馈表的一次性链接",
  "feedback.revoke_links": "收回{of}反馈表的一次性链接",
  "feedback.record": "登记了对{of}答复的反馈",
  "feedback.file": "通过一次性链接对{of}答复作出反馈",
  "follow_up.open": "另起{of}补充答复",
  "follow_up.draft": "保存了续复文稿",
  "follow_up.submit": "将续复报送审核",
  "follow_up.return": "退回了{of}续复",
  "follow_up.approve": "审核通过{of}续复",
  "follow_up.publish": "公开了{of}续复",
  "commitment.take": "登记了{of}承诺事项",
  "commitment.report": "报告了{of}承诺事项情况",
  "commitment.approve": "认可了{of}承诺事项报告",
  "commitment.decline": "没有认可{of}承诺事项报告",
  "reminder.send": "催办{of}任务",
};

/** Acts on the matter as a whole that hand out or end everybody's part, a single unit's among them. */
export const ACTS_ON_EVERY_PART: readonly string[] = [
  "motion.assign",
  "motion.merge",
  "motion.transfer",
  "motion.withdraw",
];

export type HistoryAct = {
  readonly action: string;
  /** 政府办公室, 市住建局 …: a role or a unit, never a person. */
  readonly who: string;
  /** Short name of the unit concerned; null: the matter as a whole. */
  readonly unit: string | null;
  /** YYYY-MM-DD HH:mm, civil time. */
  readonly at: string;
};

/** 2026年6月15日09:00，政府办公室退回了市住建局的答复，要求重办。 */
export function sayAct({ action, who, unit, at }: HistoryAct): string {
  const [date = "", time = ""] = at.split(" ");
  const [year, month, day] = date.split("-").map(Number);
  const of = unit === null || unit === who ? "" : `${unit}的`;
  const words = HISTORY_WORDS[action] ?? "办理了一项操作";
  return `${year}年${month}月${day}日${time}，${who}${words.replace("{of}", of)}。`;
}

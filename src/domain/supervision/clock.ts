/** Every clock that may run on a matter (domain §3.3), in the order in which they begin. */
export const CLOCKS = [
  "sign",
  "joint_opinion",
  "reply_legal",
  "reply_campaign",
  "draft",
  "proof",
  "feedback",
  "redo",
  "publish",
  "follow_up",
  "commitment",
  "review_again",
] as const;
export type Clock = (typeof CLOCKS)[number];

export const CLOCK_LABELS: Readonly<Record<Clock, string>> = {
  sign: "签收",
  joint_opinion: "会办意见",
  reply_legal: "答复（法定期限）",
  reply_campaign: "答复（年度要求）",
  draft: "报送答复拟办件",
  proof: "校稿定稿",
  feedback: "代表委员反馈",
  redo: "重新办理",
  publish: "公开答复",
  follow_up: "续办续复",
  commitment: "承诺事项",
  review_again: "不公开答复复查",
};

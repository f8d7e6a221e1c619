/** 催办 by 站内, 短信, 电话, 书面, 邮件. */
export const REMINDER_CHANNELS = ["in_app", "sms", "phone", "paper", "email"] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

export const REMINDER_LABELS: Readonly<Record<ReminderChannel, string>> = {
  in_app: "站内",
  sms: "短信",
  phone: "电话",
  paper: "书面",
  email: "邮件",
};

import type { PiiCode } from "./hit.ts";

/** What is wrong and what to do, for the clerk. The words found stand beside it, never in it. */
export const PII_MESSAGES: Readonly<Record<PiiCode, string>> = {
  pii_mobile: "文中有手机号码，不得公开。请删去，或改为办公电话。",
  pii_id_card: "文中有公民身份号码，不得公开。请删去。",
  pii_bank_card: "文中疑有银行卡号或账号，不得公开。请删去；确属公开收款账户的，由审核人说明理由后放行。",
  pii_address: "文中疑有细于乡镇、街道的住址。请核对；属个人住址的，只写到乡镇、街道。",
  pii_email: "文中有电子邮箱。请核对；属个人邮箱或者内部邮箱的，请删去。",
  pii_credential: "文中有密码、口令或者密钥，不得公开。请删去，并尽快更换该密码。",
  pii_landline: "文中有固定电话。请核对；不是对外公开的办公电话的，请删去。",
  pii_messenger: "文中疑有个人的微信号或者QQ号。请核对；属个人的，请删去；属单位公众号的，请写明是公众号。",
  pii_private_contact: "文中有代表、委员本人的联系方式，不得公开。请删去。",
};

export const SPLIT_MESSAGE = "（号码拆写在相邻的段落或者单元格里，请合在一起核对。）";

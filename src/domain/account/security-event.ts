/** What is written down of who got in and who was refused (ASVS 16.3.1, 16.3.2). */
export const SECURITY_EVENTS = [
  "sign_in",
  "sign_in_refused",
  "code_refused",
  "too_many_attempts",
  "step_up_missing",
  "role_refused",
  "scope_refused",
  "not_found_or_not_yours",
  "credential_refused",
  "cross_site",
  "passkey_copied",
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number];

export const SECURITY_EVENT_NAMES: Readonly<Record<SecurityEventKind, string>> = {
  sign_in: "登录",
  sign_in_refused: "登录名或密码不正确",
  code_refused: "验证码或通行密钥不正确",
  too_many_attempts: "尝试次数过多",
  step_up_missing: "没有重新验证身份",
  role_refused: "角色无权进行",
  scope_refused: "超出密钥权限范围",
  not_found_or_not_yours: "访问不存在或无权查看的内容",
  credential_refused: "密钥或登录已失效",
  cross_site: "来自其他网站的请求",
  passkey_copied: "通行密钥疑似被复制",
};

/** Rows of one hour: beyond these, what was asked for and from where is no longer told apart, only counted. */
export const ROWS_OF_ACTOR = 100;
export const ROWS_OF_STRANGERS = 500;

const DAY = 86_400_000;
/** How long they are kept: a year, twice what the law asks (网络安全法: network logs for six months). Milliseconds. */
export const KEEP_EVENTS = 366 * DAY;

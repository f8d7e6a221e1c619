import type { Hit } from "./hit.ts";

// Text comes without blanks. Open accounts (公众号 …) are for everyone; so is what an office calls its own.
const MARKS = "[-:：=()（【「“‘\\[]{0,3}";
const WECHAT_NAME = "(?:微信|薇信|威信|[Vv]信|(?<![A-Za-z0-9])(?:wei?xin|wechat|[vw]x))";
/** 微信号：zhangsan_1988; the value is told by a word or a mark before it. */
const SAID = new RegExp(
  `${WECHAT_NAME}(?:同号|账号|号码|号|id)?(?:[:：=]|是|为|号)${MARKS}([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])`,
  "giu",
);
/** 加我微信zs19880101: nothing between, so the value must look like an account and not like a word. */
const ADJACENT = new RegExp(
  `${WECHAT_NAME}[(\\[]?((?=[A-Za-z_-]{0,19}\\d)[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])`,
  "giu",
);
const QQ = new RegExp(`(?<![A-Za-z0-9])QQ(?:号码?|账号|邮箱)?(?:是|为)?${MARKS}([1-9]\\d{4,10})(?!\\d)`, "giu");
const OFFICIAL = /(?:官方|政务|单位|企业|本局|我局|公众|工作)$/;

/** Accounts of WeChat and QQ: a person's own, as far as the words tell. */
export function findMessengers(text: string): Hit[] {
  return [SAID, ADJACENT, QQ].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Hit[] => {
      if (OFFICIAL.test(text.slice(Math.max(0, match.index - 4), match.index))) return [];
      const end = match.index + match[0].length;
      return [{ code: "pii_messenger", severity: "review", start: end - (match[1] ?? "").length, end }];
    }),
  );
}

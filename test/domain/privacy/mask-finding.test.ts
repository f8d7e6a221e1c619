import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskFinding, maskWords } from "#domain/privacy/mask-finding.ts";
import { scanDocument, scanText } from "#domain/privacy/scan-text.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { EVASIONS } from "./evasions.ts";

describe("maskWords", () => {
  it.each([
    ["pii_mobile", "13800131234", "138****1234"],
    ["pii_mobile", "１３８-００１３-１２３４", "138****1234"],
    ["pii_mobile", "一三八零零一三一二三四", "138****1234"],
    ["pii_id_card", "539901197809295210", "53*************210"],
    ["pii_id_card", "53990119780929529X", "53*************29X"],
    ["pii_email", "zhang@example.cn", "z***@example.cn"],
    ["pii_credential", "Ab1234567", "******"],
    ["pii_private_contact", "13800138000", "******"],
    ["pii_address", "滨河路18号", "******"],
  ])("%s %s", (code, text, masked) => {
    expect(maskWords({ code, text })).toBe(masked);
  });
});

const maskAll = (text: string): string => scanText([text]).reduce(maskFinding, text);

describe("what is masked is found no more", () => {
  it("whatever the number and its disguise", () => {
    const mobile = fc
      .tuple(fc.constantFrom("13", "15", "18", "19"), fc.stringMatching(/^\d{9}$/))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom(...EVASIONS.filter(({ name }) => name !== "turned round")),
        (number, { disguise }) => {
          const masked = maskAll(`联系电话：${disguise(number)}。`);
          expect(masked).toContain("****");
          expect(scanText([masked])).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    "身份证号539901197809295210",
    "开户行：云川银行，卡号6222022403001234567",
    "联系电话：0890-6224329",
    "请发至zhang.san＠example.com",
    "住滨河路18号3栋2单元501室",
    "密码：Ab1234567",
  ])("%s", (text) => {
    expect(scanText([text])).not.toEqual([]);
    expect(scanText([maskAll(text)])).toEqual([]);
  });
});

describe("a notice that gives away a mailbox", () => {
  const title = "云川市人民政府关于认真做好2026年人大代表建议和政协提案办理工作的通知";
  const blocks = [
    "（一）接收。请各单位登录邮箱文件中心（邮箱账号：yc-box@example.cn 密码：Yc7654321），自行下载具体内容（注意使用范围，不可随意传播和扩散）。",
    "（二）组织。各承办单位于2026年3月15日前将承办人信息报市政府办公室议提案办理科（联系电话：6000000，邮箱：office@example.cn）。",
  ];

  it("is stopped, with the password, both mailboxes and the telephone named", () => {
    const findings = scanDocument(title, blocks);
    expect(verdictOf(findings)).toBe("block");
    expect(findings.map(({ code, text }) => `${code} ${text}`).toSorted()).toEqual([
      "pii_credential Yc7654321",
      "pii_email office@example.cn",
      "pii_email yc-box@example.cn",
      "pii_landline 6000000",
    ]);
  });

  it("passes once everything found is masked", () => {
    const findings = scanDocument(title, blocks);
    const masked = blocks.map((block) => findings.reduce(maskFinding, block));
    expect(masked[0]).toContain("密码：******");
    expect(scanDocument(title, masked)).toEqual([]);
  });
});

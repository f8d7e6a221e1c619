import { describe, expect, it } from "vitest";
import type { Finding } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { applyOverrides, isOverridable } from "#domain/gate/override.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
  code: "pii_mobile",
  severity: "block",
  where: "body",
  text: "13800138000",
  message: "文中有手机号码。",
  ...more,
});
const hash = (text: string): string => `#${text}`;
const allowed = { code: "pii_mobile", where: "body", textHash: "#13800138000", reason: "公开电话" };

describe("what two people let pass", () => {
  it("blocks no longer, and stays in the list with the reason", () => {
    const [after] = applyOverrides([finding()], [allowed], hash);
    expect(after).toMatchObject({
      severity: "review",
      text: "13800138000",
      message: expect.stringContaining("公开电话") as string,
    });
    expect(verdictOf(after ? [after] : [])).toBe("review");
  });

  it.each<[string, Partial<Finding>]>([
    ["other words", { text: "13900139000" }],
    ["another place", { where: "title" }],
    ["another code", { code: "pii_bank_card" }],
  ])("is this finding and not one of %s", (_, more) => {
    expect(applyOverrides([finding(more)], [allowed], hash)).toEqual([finding(more)]);
  });

  it.each([
    "pii_private_contact",
    "pii_id_card",
    "pii_credential",
    "class_missing",
    "disclosure_missing",
    "title_missing",
  ])("is never %s", (code) => {
    expect(isOverridable(finding({ code }))).toBe(false);
    expect(applyOverrides([finding({ code })], [{ ...allowed, code }], hash)).toEqual([finding({ code })]);
  });

  it("is nothing that a person looks at anyway", () => {
    expect(isOverridable(finding({ severity: "review" }))).toBe(false);
  });
});

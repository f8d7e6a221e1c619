import { describe, expect, it } from "vitest";
import { DisclosureDecision } from "#domain/disclosure/disclosure.ts";

describe("a disclosure decision", () => {
  it("needs no ground for the full text", () => {
    expect(DisclosureDecision.safeParse({ mode: "full" }).success).toBe(true);
  });

  it.each(["summary", "redacted", "none"])("needs a ground for %s", (mode) => {
    expect(DisclosureDecision.safeParse({ mode }).success).toBe(false);
    expect(DisclosureDecision.safeParse({ mode, ground: "article_15" }).success).toBe(true);
  });

  it("needs words where the ground is 其他", () => {
    expect(DisclosureDecision.safeParse({ mode: "none", ground: "other" }).success).toBe(false);
    expect(DisclosureDecision.safeParse({ mode: "none", ground: "other", groundText: "涉及未定事项" }).success).toBe(
      true,
    );
  });

  it.each([{ mode: "partly" }, { mode: "none", ground: "article_99" }, { mode: "full", published: true }])(
    "does not take %j",
    (input) => {
      expect(DisclosureDecision.safeParse(input).success).toBe(false);
    },
  );
});

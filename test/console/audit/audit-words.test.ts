import { expect, test } from "vitest";
import { findMatter, sayAction, sayObject } from "../../../src/console/desks/audit/audit-words.ts";

test("acts and objects in words; what is not known stays as it is written", () => {
  expect(sayAction("reply.publish")).toBe("答复：公开");
  expect(sayAction("comet.land")).toBe("comet：land");
  expect(sayObject("reply:2026-jianyi-39.zhujian")).toBe("答复 2026-jianyi-39.zhujian");
});
test("an object that belongs to a matter leads there", () => {
  expect(findMatter("reply:2026-jianyi-39.zhujian")).toBe("2026-jianyi-39");
  expect(findMatter("motion:2026-tian-bihui-3")).toBe("2026-tian-bihui-3");
  expect(findMatter("account:0f8fad5b")).toBeUndefined();
});

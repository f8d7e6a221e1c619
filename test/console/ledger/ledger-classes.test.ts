import { expect, test } from "vitest";
import { listClasses } from "#console/desks/ledger/ledger-classes.ts";

type Rest = Parameters<typeof listClasses>;
const year = (id: string, schemeId: string) => ({ id, kinds: [{ kind: "suggestion", schemeId }] });
const scheme = (id: string, ...classes: [string, string][]) => ({
  id,
  classes: classes.map(([code, label]) => ({ code, label })),
});
const campaigns = [year("2026", "new"), year("2025", "old")] as unknown as Rest[1];
const schemes = [
  scheme("new", ["A", "已解决"], ["B", "正在解决"]),
  scheme("old", ["B", "计划解决"], ["A", "已解决"]),
  scheme("elsewhere", ["丙", "参考"]),
] as unknown as Rest[2];

test("a class that means one thing in all the years says it, another is a bare letter", () => {
  expect(listClasses({}, campaigns, schemes).map(({ label }) => label)).toEqual(["A 已解决", "B 类"]);
});
test("a chosen year has its own wording", () => {
  expect(listClasses({ campaign: "2025" }, campaigns, schemes).map(({ label }) => label)).toEqual([
    "A 已解决",
    "B 计划解决",
  ]);
});

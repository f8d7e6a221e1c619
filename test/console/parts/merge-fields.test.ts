import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldName } from "../../../src/console/parts/merge-fields.ts";
import { mergeFields, takeSides } from "../../../src/console/parts/merge-fields.ts";

type Form = { title: string; note: string; count: number };
const NAMES: readonly FieldName<Form>[] = [
  { key: "title", label: "标题" },
  { key: "note", label: "说明" },
  { key: "count", label: "件数", show: ({ count }) => `${count} 件` },
];
const BASE: Form = { title: "甲", note: "", count: 1 };
const form = fc.record({
  title: fc.constantFrom("甲", "乙", "丙"),
  note: fc.constantFrom("", "有"),
  count: fc.integer({ min: 1, max: 3 }),
});

test("what only one of two changed is taken, whoever that was", () => {
  const { merged, conflicts } = mergeFields(NAMES, {
    base: BASE,
    mine: { ...BASE, title: "乙" },
    theirs: { ...BASE, count: 5 },
  });
  expect(merged).toEqual({ title: "乙", note: "", count: 5 });
  expect(conflicts).toEqual([]);
});

test("what both changed differently stands side by side, in words", () => {
  const { merged, conflicts } = mergeFields(NAMES, {
    base: { ...BASE, note: "原" },
    mine: { ...BASE, count: 2, note: "" },
    theirs: { ...BASE, count: 3, note: "新" },
  });
  expect(conflicts).toEqual([
    { field: "note", label: "说明", mine: "（空）", theirs: "新" },
    { field: "count", label: "件数", mine: "2 件", theirs: "3 件" },
  ]);
  expect(takeSides(merged, { ...BASE, count: 3, note: "新" }, { note: "theirs", count: "mine" })).toEqual({
    ...BASE,
    note: "新",
    count: 2,
  });
});

test("nothing of mine is lost: a field holds mine unless I never changed it", () => {
  fc.assert(
    fc.property(form, form, form, (base, mine, theirs) => {
      const { merged } = mergeFields(NAMES, { base, mine, theirs });
      for (const { key } of NAMES) expect(merged[key]).toBe(mine[key] === base[key] ? theirs[key] : mine[key]);
    }),
  );
});

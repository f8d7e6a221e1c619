import { expect, test } from "vitest";
import type { Heading } from "../../../src/console/desks/import/table-form.ts";
import { mapColumn, sayReason } from "../../../src/console/desks/import/table-form.ts";

const heading = (column: number, field: Heading["field"], by: Heading["by"] = "alias"): Heading => ({
  column,
  letters: "A",
  text: "编号",
  field,
  by,
  alias: "编号",
  confidence: 1,
  suggestion: null,
});
const HEADINGS = [heading(1, "number"), heading(2, "title"), heading(3, null, null)];

test("a column read as what another was read as takes it over", () => {
  expect(mapColumn(HEADINGS, 3, "title")).toEqual({ number: 1, title: 3 });
});
test("a column that is read no more leaves the others", () => {
  expect(mapColumn(HEADINGS, 1, null)).toEqual({ title: 2 });
});
test("a column that changes its field gives the old one up", () => {
  expect(mapColumn(HEADINGS, 2, "leader")).toEqual({ number: 1, leader: 2 });
});
test("each reason for a reading has its words", () => {
  expect(sayReason(heading(1, "number"))).toBe("按列名");
  expect(sayReason({ ...heading(1, "number"), text: "建议号" })).toBe("按列名（即“编号”）");
  expect(sayReason(heading(1, "number", "remembered"))).toBe("按上次的选择");
  expect(sayReason(heading(3, null, null))).toBe("不读");
});

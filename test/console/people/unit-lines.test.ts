import { expect, test } from "vitest";
import { readUnitLines } from "#console/desks/people/unit-lines.ts";

test("a list copied from a table is read line by line, with free codes where none is given", () => {
  const text = "市水务局\t云川市水务局\n\n市民政局，云川市民政局，minzheng\n青云区政府\n";
  expect(readUnitLines(text, ["u01"])).toEqual([
    { shortName: "市水务局", fullName: "云川市水务局", code: "u02" },
    { shortName: "市民政局", fullName: "云川市民政局", code: "minzheng" },
    { shortName: "青云区政府", fullName: "青云区政府", code: "u03" },
  ]);
});

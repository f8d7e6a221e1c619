import { describe, expect, it } from "vitest";
import { listNumberLinks, toNumberAnchor } from "#site/format/number-anchors.ts";

const rowsTo = (last: number, between = 0) => [
  ...Array.from({ length: last }, (_, at) => ({ kind: "proposal" as const, number: at + 1, betweenSessions: false })),
  ...Array.from({ length: between }, (_, at) => ({ kind: "proposal" as const, number: at + 1, betweenSessions: true })),
];

describe("numbers of a register", () => {
  it("stand at an anchor of their own, those between sessions at another", () => {
    expect(rowsTo(1, 1).map(toNumberAnchor)).toEqual(["tian-1", "tian-bihui-1"]);
  });

  it.each([0, 1, 10])("are not jumped to where %i of them can be seen at once", (last) => {
    expect(listNumberLinks(rowsTo(last))).toEqual([]);
  });

  it.each([11, 120, 121, 126, 1200, 99_999])("are reached by a dozen of links at most, of %i", (last) => {
    const links = listNumberLinks(rowsTo(last));
    expect(links.length).toBeGreaterThan(1);
    expect(links.length).toBeLessThanOrEqual(12);
    expect(links[0]?.anchor).toBe("tian-1");
    expect(links.at(-1)?.label).toContain(`—${last}号`);
  });

  it("begin each stretch with the first number that is there", () => {
    const rows = rowsTo(30, 2).filter(({ number }) => number !== 11);
    expect(listNumberLinks(rows)).toEqual([
      { label: "1—10号", anchor: "tian-1" },
      { label: "11—20号", anchor: "tian-12" },
      { label: "21—30号", anchor: "tian-21" },
      { label: "闭会期间", anchor: "tian-bihui-1" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { toCatalogueRows } from "#domain/search/catalogue.ts";
import { countFacet, FACETS, facetValues, isSelected, NOTHING_SELECTED } from "#domain/search/facets.ts";
import { isTarget, sortHits } from "#domain/search/hit.ts";
import { sortRecords, toCatalogue } from "#domain/search/to-catalogue.ts";
import { makeSearchRecords } from "#test/e2e/search-records.ts";

const records = sortRecords(makeSearchRecords(80).filter(({ year }) => year === 2025));
const rows = toCatalogueRows(2025, toCatalogue(records));

describe("catalogue", () => {
  it("gives back what was put in, newest first", () => {
    expect(rows.map((row) => row.path)).toEqual(records.map((record) => record.path));
    expect(rows.map((row) => row.publishedOn)).toEqual(
      rows
        .map((row) => row.publishedOn)
        .toSorted()
        .toReversed(),
    );
    for (const [place, record] of records.entries()) {
      const row = rows[place];
      expect(row).toMatchObject({
        year: 2025,
        ordinal: place,
        kind: record.kind,
        topic: record.topic,
        mode: record.mode,
        isKeyItem: record.keyItem,
      });
      expect(row?.units.toSorted()).toEqual(record.units.toSorted());
      expect(row?.outcomes).toEqual(record.outcomes);
      expect(row?.number === null).toBe(record.numberLabel === "");
    }
  });

  it("does not depend on the order of the records", () => {
    expect(toCatalogue(sortRecords(records.toReversed()))).toEqual(toCatalogue(records));
  });
});

describe("countFacet", () => {
  const unit = countFacet(rows, NOTHING_SELECTED, "unit")[0]?.value ?? "";
  const selection = { ...NOTHING_SELECTED, unit: [unit], kind: ["suggestion"] };

  it.each(FACETS)("counts %s as a reader would", (facet) => {
    for (const { value, count } of countFacet(rows, selection, facet)) {
      const expected = rows.filter(
        (row) => facetValues(row, facet).includes(value) && isSelected(row, { ...selection, [facet]: [] }),
      );
      expect(count).toBe(expected.length);
    }
  });

  it("keeps a chosen value that finds nothing, with 0", () => {
    expect(countFacet(rows, { ...NOTHING_SELECTED, topic: ["没有的主题"] }, "topic")).toContainEqual({
      value: "没有的主题",
      count: 0,
    });
  });

  it("takes values of one facet as alternatives and facets together", () => {
    const either = rows.filter((row) => isSelected(row, { ...NOTHING_SELECTED, kind: ["suggestion", "proposal"] }));
    expect(either).toHaveLength(rows.filter((row) => row.kind !== "document").length);
    expect(
      rows
        .filter((row) => isSelected(row, selection))
        .every((row) => row.kind === "suggestion" && row.units.includes(unit)),
    ).toBe(true);
  });
});

describe("order and targets", () => {
  it("puts the title first, then the newer one", () => {
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error("Too few rows");
    const hits = [
      { row: second, id: "b", distance: 3 },
      { row: first, id: "a", distance: 3 },
      { row: third, id: "c", distance: 0 },
    ];
    expect(sortHits(hits).map((hit) => hit.id)).toEqual(["c", "a", "b"]);
  });

  it("tells items of the session from items between sessions", () => {
    const between = rows.find((row) => row.number?.betweenSessions);
    const number = { number: between?.number?.number ?? 0, betweenSessions: true };
    if (!between) throw new Error("No item between sessions");
    expect(isTarget(between, { type: "motion", number, kind: null, year: null })).toBe(true);
    expect(
      isTarget(between, { type: "motion", number: { ...number, betweenSessions: false }, kind: null, year: null }),
    ).toBe(false);
    expect(isTarget(between, { type: "motion", number, kind: null, year: 2020 })).toBe(false);
  });
});

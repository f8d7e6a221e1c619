import { describe, expect, it } from "vitest";
import { toCatalogueRows } from "#domain/search/catalogue.ts";
import { countFacet, FACETS, facetValues, isSelected, NOTHING_SELECTED } from "#domain/search/facets.ts";
import { isTarget, sortHits, toDensity, type Hit, type Sort } from "#domain/search/hit.ts";
import { sortRecords, toCatalogue } from "#domain/search/to-catalogue.ts";
import { makeSearchRecords } from "#test/e2e/search-records.ts";

const records = sortRecords(makeSearchRecords(80).filter(({ year }) => year === 2025));
const layout = { buckets: 1, own: [] };
const index = { lengths: records.map(() => 300), pairs: layout, singles: layout };
const rows = toCatalogueRows("2025/0", toCatalogue(records, index));

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
        shard: "2025/0",
        ordinal: place,
        path: record.path,
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
    expect(toCatalogue(sortRecords(records.toReversed()), index)).toEqual(toCatalogue(records, index));
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
  const hit = (place: number, rank: Partial<Omit<Hit, "row">> = {}): Hit => {
    const row = rows[place];
    if (!row) throw new Error("Too few rows");
    return { row, distance: 3, isScattered: false, hits: 1, density: 0, ...rank };
  };
  const order = (hits: readonly Hit[], sort?: Sort) => sortHits(hits, sort).map(({ row }) => rows.indexOf(row));

  it.each([
    ["the title first", [hit(0), hit(1, { distance: 0 })]],
    ["a whole phrase before scattered words", [hit(0, { isScattered: true }), hit(1)]],
    ["the denser text", [hit(0), hit(1, { density: 1 })]],
    ["the newer one among equals", [hit(1), hit(0), hit(2)], [0, 1, 2]],
    ["zone before phrase", [hit(0, { distance: 4 }), hit(1, { isScattered: true })]],
    ["phrase before density", [hit(0, { isScattered: true, density: 5 }), hit(1)]],
  ])("puts %s", (_, hits, expected = [1, 0]) => expect(order(hits)).toEqual(expected));

  it("sorts by day and by number where that is asked for", () => {
    const all = [hit(2, { distance: 0 }), hit(0), hit(1)];
    expect(order(all, "newest")).toEqual([0, 1, 2]);
    expect(order(all, "oldest")).toEqual([2, 1, 0]);
    const numbers = sortHits(
      rows.map((_, place) => hit(place)),
      "number",
    ).map(({ row }) => row.number?.number ?? Infinity);
    const suggestions = numbers.slice(
      0,
      rows.filter((row) => row.kind === "suggestion" && !row.number?.betweenSessions).length,
    );
    expect(suggestions).toEqual(suggestions.toSorted((a, b) => a - b));
    expect(numbers.at(-1)).toBe(Infinity);
  });

  it("takes twice as many hits in the same text for denser, one more of many not", () => {
    expect(toDensity(8, 1000)).toBeGreaterThan(toDensity(4, 1000));
    expect(toDensity(9, 1000)).toBe(toDensity(8, 1000));
    expect(toDensity(1, 300)).toBe(toDensity(1, 1000));
    expect(toDensity(4, 4000)).toBe(toDensity(1, 1000));
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, toSingleHits, toTermHits, type TermHits } from "#domain/search/combine.ts";
import { coverOffsets, findPhrase, toStarts } from "#domain/search/find-phrase.ts";
import { bucketOf, decodeGrams, encodeGrams, fileOfGram, layGrams } from "#domain/search/gram-files.ts";
import { findPairs, findSingles, type Gram } from "#domain/search/grams.ts";
import { findZone, matchesEntry } from "#domain/search/match.ts";
import { PostingWriter, readPostings } from "#domain/search/postings.ts";
import { parseQuery } from "#domain/search/query.ts";
import { toSearchEntry, type SearchEntry } from "#domain/search/search-entry.ts";
import { foldText } from "#domain/search/fold.ts";
import { toPoints, toStream } from "#domain/search/stream.ts";
import { makeSearchRecords } from "#test/e2e/search-records.ts";

const [sample] = makeSearchRecords(1);
if (!sample) throw new Error("No record");
const base = sample;

const CHARS = ["加", "装", "电", "梯", "2", "0", "5", ".", "%", "a", "z", "，", "〔", "-", "é", "𬭼"];
const line = fc.string({ unit: fc.constantFrom(...CHARS, " "), maxLength: 20 });
const entry = fc
  .record({ title: line, unit: line, lines: fc.array(line, { maxLength: 4 }) })
  .map(({ title, unit, lines }) =>
    toSearchEntry({
      ...base,
      title,
      units: [unit],
      proposers: [],
      docNumbers: [],
      indexNumbers: [],
      topic: null,
      outcomes: [],
      body: lines.join("\n"),
    }),
  );
const term = fc.string({ unit: fc.constantFrom(...CHARS), minLength: 1, maxLength: 5 });

/** The whole index of some entries, through its files. */
function openEntries(entries: readonly SearchEntry[]) {
  const streams = entries.map((item) => toStream(item, foldText));
  const starts = toStarts(streams.map(({ length }) => length));
  const open = (grams: readonly Gram[]) => {
    const { layout, files } = layGrams(grams);
    return (first: number, second: number): Uint32Array => {
      const file = decodeGrams(files.get(fileOfGram(layout, first, second)) ?? encodeGrams([]));
      const gram = file.find((item) => item.first === first && item.second === second);
      return gram ? readPostings(gram.postings) : new Uint32Array();
    };
  };
  const pairs = open(findPairs(streams));
  const singles = open(findSingles(streams));
  const find = (text: string): TermHits => {
    const points = toPoints(text);
    if (points.length === 1) return toSingleHits(singles(points[0] ?? 0, 0));
    const lists = coverOffsets(points.length).map((offset) => ({
      offset,
      positions: pairs(points[offset] ?? 0, points[offset + 1] ?? 0),
    }));
    return toTermHits(findPhrase(lists), starts, points.length);
  };
  return (q: string) => {
    const query = parseQuery(q);
    return combine(
      query.groups.map((group) => group.map(find)),
      query.excluded.map(find),
      starts,
    );
  };
}

describe("the index", () => {
  it("answers a word as includes() does, with its best zone", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), term, (entries, text) => {
        fc.pre(!/^-./u.test(text));
        const found = openEntries(entries)(text);
        const truth = entries.flatMap((item, ordinal) => {
          const zone = findZone(item, foldText(text));
          return zone === undefined ? [] : [{ ordinal, distance: zone }];
        });
        expect(
          found.map(({ ordinal, distance }) => ({ ordinal, distance })).toSorted((a, b) => a.ordinal - b.ordinal),
        ).toEqual(truth);
      }),
      { numRuns: 400 },
    );
  });

  it("answers several words, OR and minus as their plain meaning", () => {
    const word = fc.constantFrom("加装", "电梯", "电", "20", "5%", "-加", "-20", "OR", "梯，");
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 5 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (entries, words) => {
          const q = words.join(" ");
          const found = openEntries(entries)(q).map(({ ordinal }) => ordinal);
          const query = parseQuery(q);
          const truth = entries.flatMap((item, ordinal) => (matchesEntry(item, query) ? [ordinal] : []));
          expect(found.toSorted((a, b) => a - b)).toEqual(truth);
        },
      ),
      { numRuns: 400 },
    );
  });

  const of = (body: string) => toSearchEntry({ ...base, title: "无", body });

  it("counts every hit and tells words side by side from scattered ones", () => {
    const find = openEntries([of("电梯补贴，电梯、补贴，电梯"), of("电梯要补贴"), of("补贴电梯")]);
    expect(find("电梯 补贴").map(({ hits, isScattered }) => [hits, isScattered])).toEqual([
      [5, false],
      [2, false],
      [2, true],
    ]);
  });

  it("does not join the end of one paragraph to the beginning of the next", () => {
    expect(openEntries([of("加装\n电梯")])("加装电梯")).toEqual([]);
  });

  it("finds what has no room in its zone", () => {
    const long = toSearchEntry({
      ...base,
      title: `${"长".repeat(200)}加装电梯`,
      units: Array.from({ length: 30 }, (_, place) => `第${place}个单位`),
    });
    const find = openEntries([long, of("别的")]);
    expect(find("加装电梯")).toMatchObject([{ ordinal: 0, distance: 3 }]);
    expect(find("第29个单位")).toMatchObject([{ ordinal: 0 }]);
  });
});

describe("its files", () => {
  it("give back any ascending numbers", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0x7fff_ffff)), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const writer = new PostingWriter();
        for (const value of sorted) writer.add(value);
        expect([...readPostings(writer.take())]).toEqual(sorted);
      }),
    );
  });

  it("hold grams and nothing else", () => {
    const grams = [{ first: 0x52a0, second: 0x2cb7c, postings: Uint8Array.of(1, 2) }];
    expect(decodeGrams(encodeGrams(grams))).toEqual(grams);
    expect(() => decodeGrams(Uint8Array.of(...encodeGrams(grams), 7))).toThrow("not whole");
    expect(() => decodeGrams(new TextEncoder().encode("不公开的一句话"))).toThrow("not whole");
  });

  it("give much to a file of its own and little to shared ones", () => {
    const grams = Array.from({ length: 500 }, (_, place) => ({
      first: 0x4e00 + place,
      second: 0x5000,
      postings: new Uint8Array(place === 7 ? 4000 : 20).fill(1),
    }));
    const { layout, files } = layGrams(grams);
    expect(layout.own).toEqual([0x4e07, 0x5000]);
    const sizes = [...files].filter(([name]) => name.startsWith("b-")).map(([, bytes]) => bytes.length);
    expect(sizes).toHaveLength(layout.buckets);
    expect(Math.max(...sizes)).toBeLessThan(4096);
    expect(bucketOf(0x10ffff, 0x10ffff, 7)).toBeLessThan(7);
  });
});

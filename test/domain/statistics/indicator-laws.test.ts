import fc from "fast-check";
import { expect, it } from "vitest";
import { CONTACT_KINDS } from "#domain/contact/contact-kinds.ts";
import { DISCLOSURE_GROUNDS, DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import { PUBLICATION_STATES } from "#domain/handling/states.ts";
import type { CaseFacts, Sheet } from "#domain/statistics/facts.ts";
import { listCounted, toFigures } from "#domain/statistics/figure.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { checkFigures } from "#domain/statistics/published/check-figures.ts";
import { countSlices } from "#domain/statistics/slice-counts.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import { TERMS, ZHANYI, aCase, aCommitment, aMotion, classOf, round, term } from "#test/support/sheet-facts.ts";

const TODAY = "2026-07-01";
const INDICATORS = listIndicators(TERMS);
const UNITS = ["zhujian", "jiaoti", "gongan"] as const;

const day = fc.constantFrom(null, "2026-06-01", "2026-06-30", "2026-07-01", "2026-08-01");
const terms = fc.tuple(day, day).map(([dueOn, doneOn]) => term(dueOn, doneOn));
const grade = fc.constantFrom("satisfied", "basically_satisfied", "dissatisfied");
const rounds = fc.array(
  fc.oneof(
    fc.constant({ answers: null, redo: null }),
    fc
      .tuple(grade, grade, fc.option(terms, { nil: null }))
      .map(([attitude, result, redo]) => round(attitude, result, redo)),
  ),
  { maxLength: 3 },
);
const contact = fc
  .tuple(fc.constantFrom(...CONTACT_KINDS), fc.nat(5), fc.nat(5))
  .map(([kind, met, more]) => ({ kind, met, invited: met + more }));
const dated = fc.record({
  class: fc.constantFrom("A", "B", "C").map((code) => classOf(code)),
  on: fc.constant("2026-06-01"),
});

/** Anything, likely or not: a law holds for facts that contradict one another too. */
const facts: fc.Arbitrary<Partial<CaseFacts>> = fc.record({
  unit: fc.constantFrom(...UNITS),
  role: fc.constantFrom("lead", "separate", "joint"),
  assigned: fc.boolean(),
  signing: terms,
  opinion: fc.option(terms, { nil: null }),
  opinionWaived: fc.boolean(),
  objections: fc.nat(2),
  objectionsUpheld: fc.nat(1),
  objectionsRefused: fc.nat(1),
  replyByCampaign: terms,
  replyByLaw: terms,
  extended: fc.boolean(),
  closedOn: day,
  submitted: fc.boolean(),
  returned: fc.boolean(),
  reminders: fc.nat(3),
  proposers: fc.integer({ min: 1, max: 9 }),
  contacts: fc.array(contact, { maxLength: 4 }),
  meetingWaived: fc.boolean(),
  rounds,
  classes: fc.array(dated, { maxLength: 2 }),
  mode: fc.option(fc.constantFrom(...DISCLOSURE_MODES), { nil: null }),
  ground: fc.option(fc.constantFrom(...DISCLOSURE_GROUNDS), { nil: null }),
  publication: fc.constantFrom(...PUBLICATION_STATES),
  publishing: terms,
  followUps: fc.array(terms, { maxLength: 2 }),
});
const kinds = fc.constantFrom("suggestion", "proposal");
const vote = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
  .map(([satisfied, basicallySatisfied, dissatisfied, blank, kept]) => {
    const returned = satisfied + basicallySatisfied + dissatisfied + blank;
    return { satisfied, basicallySatisfied, dissatisfied, returned, issued: returned + kept };
  });
const promise = fc.record({
  kind: kinds,
  owner: fc.constantFrom(...UNITS),
  state: fc.constantFrom("open", "kept", "changed", "dropped"),
  dueOn: day,
  keptOn: day,
});
const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    motions: fc.array(
      fc.tuple(kinds, fc.array(facts, { maxLength: 3 }), fc.array(vote, { maxLength: 1 }), fc.boolean()),
      {
        maxLength: 6,
      },
    ),
    promises: fc.array(promise, { maxLength: 4 }),
    extra: fc.nat(9),
  })
  .map(({ motions, promises, extra }) => {
    const made = motions.map(([kind, parts, votes, betweenSessions], index) => {
      const cases = parts.map((part, at) => aCase(`m${index}`, `u${at}`, { ...part, kind }));
      return aMotion(`m${index}`, cases, { kind, votes, betweenSessions });
    });
    const filed = (["suggestion", "proposal"] as const).map((kind) => ({
      kind,
      count: made.filter((motion) => motion.kind === kind).length + extra,
    }));
    return { motions: made, commitments: promises.map((item, index) => aCommitment(`c${index}`, item)), filed };
  });

const countAll = (sheet: Sheet) => toFigures(INDICATORS, sheet, TODAY);
const holds = (law: (sheet: Sheet) => void) => fc.assert(fc.property(sheets, law), { numRuns: 60 });

it("a rate lies within 0 and 100, and has a percentage exactly where there is something to divide by", () => {
  holds((sheet) => {
    for (const { numerator, base, percent } of countAll(sheet)) {
      expect(numerator).toBeGreaterThanOrEqual(0);
      if (base === null) expect(percent).toBeNull();
      else {
        expect(numerator).toBeLessThanOrEqual(base);
        expect(percent === null).toBe(base === 0);
      }
    }
  });
});

it("the rows behind a figure add up to it, and those of a share stand in its base", () => {
  holds((sheet) => {
    const figures = countAll(sheet);
    INDICATORS.forEach((indicator, index) => {
      const counted = listCounted(indicator, sheet, "numerator", TODAY);
      expect(counted.reduce((sum, { weight }) => sum + weight, 0)).toBe(figures[index]?.numerator);
      if (indicator.over === "filed" || indicator.base === null) return;
      const base = new Map(listCounted(indicator, sheet, "base", TODAY).map(({ id, weight }) => [id, weight]));
      expect(counted.filter(({ id, weight }) => weight > (base.get(id) ?? 0))).toEqual([]);
    });
  });
});

it("kinds add up to the year, and so do bodies", () => {
  holds((sheet) => {
    const total = countAll(sheet);
    const split = [
      (["suggestion", "proposal"] as const).map((kind) => countAll(sliceSheet(sheet, { kind }))),
      (["npc", "cppcc"] as const).map((body) => countAll(sliceSheet(sheet, { body }))),
    ];
    for (const parts of split) {
      total.forEach((figure, index) => {
        const sum = (field: "numerator" | "base") => parts.reduce((all, part) => all + (part[index]?.[field] ?? 0), 0);
        expect([figure.code, sum("numerator"), sum("base")]).toEqual([figure.code, figure.numerator, figure.base ?? 0]);
      });
    }
  });
});

it("units add up to the year in everything that is counted by part or by promise", () => {
  holds((sheet) => {
    const total = countAll(sheet);
    const parts = UNITS.map((unit) => countAll(sliceSheet(sheet, { unit })));
    INDICATORS.forEach(({ over }, index) => {
      if (over !== "case" && over !== "commitment") return;
      const sum = parts.reduce((all, part) => all + (part[index]?.numerator ?? 0), 0);
      expect([total[index]?.code, sum]).toEqual([total[index]?.code, total[index]?.numerator]);
    });
  });
});

it("counted once for all slices, each is what is counted in it alone", () => {
  const ofUnits = INDICATORS.filter(({ over }) => over === "case" || over === "commitment");
  const toCount = ({ code, numerator, base }: ReturnType<typeof toFigures>[number]) => ({ code, numerator, base });
  holds((sheet) => {
    const counts = countSlices(INDICATORS, sheet, TODAY);
    for (const kind of [null, "suggestion", "proposal"] as const) {
      const slice = sliceSheet(sheet, kind === null ? {} : { kind });
      expect(counts.ofKind(kind)).toEqual(countAll(slice).map(toCount));
    }
    for (const unit of UNITS)
      expect(counts.ofUnit(unit, INDICATORS)).toEqual(
        toFigures(ofUnits, sliceSheet(sheet, { unit }), TODAY).map(toCount),
      );
    const rows = [...sheet.motions, ...sheet.motions.flatMap(({ cases }) => cases)];
    const listed = INDICATORS.map((indicator) =>
      indicator.over === "commitment" ? [] : listCounted(indicator, sheet, "numerator", TODAY).map(({ id }) => id),
    );
    for (const row of rows)
      expect(counts.placesOf(row)).toEqual([...listed.keys()].filter((place) => listed[place]?.includes(row.id)));
  });
});

it("what the office states of one kind is no figure of another", () => {
  const sheet: Sheet = { motions: [aMotion("m1", [])], commitments: [], filed: [{ kind: "proposal", count: 3 }] };
  const counts = countSlices(INDICATORS, sheet, TODAY);
  const shareIn = (kind: "suggestion" | "proposal") =>
    counts.ofKind(kind).filter(({ code }) => code === "government_share");
  expect(shareIn("proposal")).toMatchObject([{ base: 3 }]);
  expect(shareIn("suggestion")).toEqual([]);
});

it("another unit's part changes nothing in a unit's sheet", () => {
  fc.assert(
    fc.property(sheets, facts, (sheet, other) => {
      const stranger = aCase("m99", "x", { ...other, unit: "stranger" });
      const more = { ...sheet, motions: [...sheet.motions, aMotion("m99", [stranger])] };
      for (const unit of UNITS) {
        expect(countAll(sliceSheet(more, { unit }))).toEqual(countAll(sliceSheet(sheet, { unit })));
      }
    }),
    { numRuns: 30 },
  );
});

it("parts of one whole add up to it: classes, modes, grounds, grades", () => {
  holds((sheet) => {
    const figures = new Map(countAll(sheet).map((figure) => [figure.code, figure]));
    const count = (code: string) => figures.get(code)?.numerator ?? Number.NaN;
    const base = (code: string) => figures.get(code)?.base ?? Number.NaN;
    const sum = (codes: readonly string[]) => codes.reduce((all, code) => all + count(code), 0);
    for (const when of ["", "first_"]) {
      const codes = [1, 2, 3].map((place) => `class_${place}_${when}zhanyi_2023`);
      expect(sum(codes)).toBe(base(codes[0] ?? ""));
    }
    expect(sum(DISCLOSURE_MODES.map((mode) => `mode_${mode}`))).toBe(base("mode_full"));
    expect(sum(["missing", ...DISCLOSURE_GROUNDS].map((ground) => `ground_${ground}`))).toBe(base("ground_other"));
    for (const axis of ["attitude", "result", "all_axes"]) {
      for (const when of ["first", "second", "latest"]) {
        const wide = count(`satisfied_wide_${axis}_${when}`);
        expect(wide).toBeGreaterThanOrEqual(count(`satisfied_strict_${axis}_${when}`));
        expect(wide + count(`dissatisfied_${axis}_${when}`)).toBe(base(`satisfied_wide_${axis}_${when}`));
      }
    }
    expect(count("closed_rate")).toBeLessThanOrEqual(base("answered_rate"));
  });
});

it("what is printed of them stands up to the check of published figures", () => {
  holds((sheet) => {
    const figures = countAll(sheet).filter(({ code }) => /^class_\d_zhanyi/.test(code));
    const parts = figures.map(({ code, numerator, percent }) => ({
      label: code,
      n: numerator,
      published_percent: percent,
    }));
    const printed = { id: ZHANYI.id, base: figures[0]?.base ?? null, parts, parts_exclude_each_other: true };
    expect(checkFigures([printed])).toEqual([{ id: ZHANYI.id, findings: [] }]);
  });
});

import type { Outcome } from "../scheme/outcome.ts";
import type { Scheme, SchemeClass } from "../scheme/scheme.ts";
import { ANSWERED, OWED, caseRates } from "./case-measures.ts";
import type { CaseFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import { within } from "./measure.ts";

const rate = caseRates("outcome");

export function firstClassOf(row: CaseFacts): SchemeClass | undefined {
  return row.classes[0]?.class;
}
export function latestClassOf(row: CaseFacts): SchemeClass | undefined {
  return row.classes.at(-1)?.class;
}

export const CLASSIFIED = within(ANSWERED, "已答复并分类的件次", (row) => row.classes.length > 0);

const ADOPTED: readonly Outcome[] = ["resolved", "adopted", "partly_resolved"];
const OPEN_ENDED: readonly Outcome[] = ["deferred", "infeasible", "reference"];
/** A class that joins 采纳 with 列入计划 cannot be taken apart: it counts only where all of it belongs. */
const isAdopted = (item: SchemeClass) => item.canonical.every((outcome) => ADOPTED.includes(outcome));
const isMoving = (item: SchemeClass) => !item.canonical.some((outcome) => OPEN_ENDED.includes(outcome));

type Kind = {
  readonly code: string;
  readonly label: string;
  readonly words: string;
  readonly test: (item: SchemeClass) => boolean;
};
const KINDS: readonly Kind[] = [
  { code: "resolved", label: "解决率", words: "已解决", test: (item) => item.countsAsResolved },
  { code: "adopted", label: "解决采纳率", words: "已解决或采纳", test: isAdopted },
  { code: "implementing", label: "落实率（按分类，含逐步实施）", words: "已落实或逐步实施", test: isMoving },
];

/** Which classes a rate counts, for whoever reads the definition. */
function sayClasses(schemes: readonly Scheme[], test: Kind["test"]): string {
  const named = schemes.map(({ name, classes }) => {
    const codes = classes.filter(test).map(({ code }) => code);
    return `${name}中的 ${codes.join("、") || "（无）"} 类`;
  });
  return `计入：${[...new Set(named)].join("；")}`;
}

function kindRates(schemes: readonly Scheme[], { code, label, words, test }: Kind): Indicator[] {
  const note = sayClasses(schemes, test);
  const has = (item: SchemeClass | undefined) => item !== undefined && test(item);
  const first = within(CLASSIFIED, `答复时属于${words}各类的`, (row) => has(firstClassOf(row)));
  const latest = within(CLASSIFIED, `现在属于${words}各类的`, (row) => has(latestClassOf(row)));
  const ofOwed = within(
    OWED,
    `现在属于${words}各类的`,
    (row) => CLASSIFIED.weigh(row, "") > 0 && has(latestClassOf(row)),
  );
  return [
    rate(`${code}_rate_first`, `${label}，答复时`, CLASSIFIED, first, { note }),
    rate(`${code}_rate`, `${label}，现在`, CLASSIFIED, latest, { note }),
    rate(`${code}_rate_of_owed`, `${label}，现在，占应答复`, OWED, ofOwed, { note }),
  ];
}

/** Code of an indicator that belongs to one scheme: class_1_zhanyi_2023. */
export function schemeCode(prefix: string, { id }: Scheme): string {
  return `${prefix}_${id.replaceAll("-", "_")}`;
}

/** Shares of the classes of one scheme, as signed and as they stand; parts of one whole. */
function classShares(scheme: Scheme): Indicator[] {
  const { id, name, classes } = scheme;
  const base = within(CLASSIFIED, `按“${name}”口径分类的已答复件次`, (row) => row.schemeId === id);
  return classes.flatMap(({ code, label }, index) => {
    const is = (item: SchemeClass | undefined) => item?.code === code;
    const first = within(base, `答复时为 ${code} 类的`, (row) => is(firstClassOf(row)));
    const latest = within(base, `现在为 ${code} 类的`, (row) => is(latestClassOf(row)));
    return [
      rate(schemeCode(`class_${index + 1}_first`, scheme), `${code} 类（${label}），答复时`, base, first),
      rate(schemeCode(`class_${index + 1}`, scheme), `${code} 类（${label}），现在`, base, latest),
    ];
  });
}

/** Letters are never added across schemes (domain §1.4): each scheme has shares of its own, over its own rows. */
export function outcomeIndicators(schemes: readonly Scheme[]): Indicator[] {
  return [
    rate("classified_rate", "已分类占比", ANSWERED, CLASSIFIED),
    ...schemes.flatMap(classShares),
    ...KINDS.flatMap((kind) => kindRates(schemes, kind)),
  ];
}

import { sayPercent, toPrinted } from "./printed-percent.ts";
import type { FigureFinding, PublishedFigure, PublishedPart } from "./published-figure.ts";

type Entry = { readonly figure: PublishedFigure; readonly part: PublishedPart };

/** Same place, same subject, same part: one series over the years. */
function seriesOf({ figure, part }: Entry): string {
  return JSON.stringify([figure.place ?? "", figure.about ?? "", part.label]);
}

/** Half away from zero, as offices round a fall. */
function roundChange(n: number, before: number, decimals: number): number {
  const exact = Math.floor((Math.abs(n - before) * 100 * 10 ** decimals * 2 + before) / (before * 2));
  return n < before ? -exact : exact;
}

function checkChange({ part }: Entry, before: number | null): FigureFinding[] {
  const { label, n, change, change_percent: printed } = part;
  if (before === null || typeof n !== "number") return [];
  const found: FigureFinding[] = [];
  if (typeof change === "number" && n - before !== change) {
    const message = `“${label}”本年 ${n}、上年 ${before}，相差 ${n - before}，公布的是 ${change}。请核对。`;
    found.push({ code: "change_wrong", severity: "error", where: label, message });
  }
  if (typeof printed !== "number" && typeof printed !== "string") return found;
  const percent = toPrinted(printed);
  if (before === 0) {
    const message = `“${label}”上年是 0，没有增长率，却公布了 ${sayPercent(percent)}。请改用件数说明。`;
    return [...found, { code: "change_of_zero", severity: "error", where: label, message }];
  }
  const steps = roundChange(n, before, percent.decimals);
  if (steps === percent.steps) return found;
  const right = sayPercent({ steps, decimals: percent.decimals });
  const message = `“${label}”由 ${before} 到 ${n}，增减应为 ${right}，公布的是 ${sayPercent(percent)}。请核对。`;
  return [...found, { code: "change_percent_wrong", severity: "error", where: label, message }];
}

function checkAgainst(entry: Entry, others: readonly Entry[]): FigureFinding[] {
  const { figure, part } = entry;
  const of = (year: number) => others.filter((other) => other.figure.year === year && typeof other.part.n === "number");
  if (typeof figure.year !== "number") return checkChange(entry, part.previous_n ?? null);
  const found: FigureFinding[] = [];
  const last = of(figure.year - 1)[0];
  const stated = part.previous_n ?? null;
  if (last && stated !== null && last.part.n !== stated) {
    const message = `“${part.label}”的上年数写的是 ${stated}，而 ${figure.year - 1} 年公布的是 ${last.part.n}（${last.figure.id}）。请核对，口径有变化的应当说明。`;
    found.push({ code: "year_on_year_contradiction", severity: "error", where: part.label, message });
  }
  const twin = of(figure.year).find((other) => other.figure !== figure && other.part.n !== part.n);
  if (twin && typeof part.n === "number") {
    const message = `“${part.label}”${figure.year} 年在这里是 ${part.n}，在另一处（${twin.figure.id}）是 ${twin.part.n}。请核对以哪个为准。`;
    found.push({ code: "two_values_for_one_year", severity: "error", where: part.label, message });
  }
  return [...found, ...checkChange(entry, stated ?? last?.part.n ?? null)];
}

/** 上年, 增减 of each part, and what other figures of the same file say of the year before. */
export function checkYears(figures: readonly PublishedFigure[]): ReadonlyMap<PublishedFigure, FigureFinding[]> {
  const entries = figures.flatMap((figure) =>
    figure.targets === true ? [] : figure.parts.map((part): Entry => ({ figure, part })),
  );
  const series = Map.groupBy(entries, seriesOf);
  const found = new Map<PublishedFigure, FigureFinding[]>();
  for (const entry of entries) {
    const findings = checkAgainst(entry, series.get(seriesOf(entry)) ?? []);
    found.set(entry.figure, [...(found.get(entry.figure) ?? []), ...findings]);
  }
  return found;
}

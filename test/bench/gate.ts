import { readFile } from "node:fs/promises";
import { z } from "zod";
import { scanText } from "#domain/privacy/scan-text.ts";
import { listCleans } from "./gate-corpus/cleans.ts";
import { measureHostile } from "./gate-corpus/hostile.ts";
import type { GateCase } from "./gate-corpus/positives.ts";
import { listPositives } from "./gate-corpus/positives.ts";

const Line = z.object({ text: z.string(), label: z.enum(["positive", "clean"]), kind: z.string().optional() });

type Judged = GateCase & { readonly found: readonly string[] };

function judge(cases: readonly GateCase[]): Judged[] {
  return cases.map((item) => ({
    ...item,
    found: scanText(item.blocks, { where: item.where }).map((finding) => finding.code),
  }));
}

function recallBy(positives: readonly Judged[], keyOf: (item: Judged) => string) {
  const groups = [...Map.groupBy(positives, keyOf)].map(([key, items]) => {
    const found = items.filter((item) => item.found.length > 0).length;
    return [key, { cases: items.length, recall: found / items.length }] as const;
  });
  return Object.fromEntries(groups);
}

function score(cases: readonly GateCase[]) {
  const judged = judge(cases);
  const positives = judged.filter((item) => item.label === "positive");
  const cleans = judged.filter((item) => item.label === "clean");
  const wrong = cleans.filter((item) => item.found.length > 0);
  const missed = positives.filter((item) => item.found.length === 0);
  const hits = positives.length - missed.length;
  return {
    cases: cases.length,
    positives: positives.length,
    cleans: cleans.length,
    recall: positives.length === 0 ? 1 : hits / positives.length,
    precision: hits + wrong.length === 0 ? 1 : hits / (hits + wrong.length),
    /** Share of clean paragraphs that raise nothing: precision says little where positives are many. */
    quiet: cleans.length === 0 ? 1 : 1 - wrong.length / cleans.length,
    byKind: recallBy(positives, (item) => item.kind ?? ""),
    missed: missed.map(({ blocks, kind, form, place }) => ({ text: blocks.join("\n"), kind, form, place })),
    wrong: wrong.map(({ blocks, found }) => ({ text: blocks.join("\n"), found })),
  };
}

/** How well the privacy scan tells personal data from official prose, on cases from a file of JSON lines (design §12). */
export async function benchGate(path: string) {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const cases = lines.map((line): GateCase => {
    const { text, label, kind } = Line.parse(JSON.parse(line));
    return { blocks: [text], where: "body", label, ...(kind === undefined ? {} : { kind }) };
  });
  return score(cases);
}

/** Recall, precision and what was missed, on the project's own corpus. */
export function scoreCorpus() {
  return score([...listPositives(), ...listCleans()]);
}

/** The same on the project's own corpus, with the time that hostile text takes (security.md §3.1). */
export function benchGateCorpus() {
  const positives = listPositives();
  const kinds = new Set(positives.map(({ kind }) => kind));
  const forms = [...kinds].map((kind) => {
    const own = positives.filter((item) => item.kind === kind);
    return [kind, new Set(own.map(({ form }) => form)).size] as const;
  });
  return { formsByKind: Object.fromEntries(forms), ...scoreCorpus(), hostile: measureHostile() };
}

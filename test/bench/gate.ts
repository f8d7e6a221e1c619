import { readFile } from "node:fs/promises";
import { z } from "zod";
import { scanText } from "#domain/privacy/scan-text.ts";

const Case = z.object({ text: z.string(), label: z.enum(["positive", "clean"]), kind: z.string().optional() });

/** How well the privacy scan tells personal data from official prose, on cases from a file of JSON lines (design §12). */
export async function benchGate(path: string) {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const cases = lines.map((line) => Case.parse(JSON.parse(line)));
  const judged = cases.map((item) => ({ ...item, found: scanText([item.text]).map((finding) => finding.code) }));
  const positives = judged.filter((item) => item.label === "positive");
  const wrong = judged.filter((item) => item.label === "clean" && item.found.length > 0);
  const missed = positives.filter((item) => item.found.length === 0);
  const hits = positives.length - missed.length;
  const kinds = Map.groupBy(positives, (item) => item.kind ?? "");
  const byKind = [...kinds].map(([kind, items]) => {
    const found = items.filter((item) => item.found.length > 0).length;
    return [kind, { cases: items.length, recall: found / items.length }] as const;
  });
  return {
    cases: cases.length,
    recall: positives.length === 0 ? 1 : hits / positives.length,
    precision: hits + wrong.length === 0 ? 1 : hits / (hits + wrong.length),
    byKind: Object.fromEntries(byKind),
    missed: missed.map(({ text, kind }) => ({ text, kind })),
    wrong: wrong.map(({ text, found }) => ({ text, found })),
  };
}

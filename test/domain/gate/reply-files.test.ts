import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkLetter } from "#domain/gate/check-letter.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import type { MotionToMatch } from "#domain/gate/letter-to-check.ts";
import { kindOfLabel } from "#domain/motion/kind.ts";
import { parseMotionNumber } from "#domain/motion/number.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { preset } from "./letter.ts";

type Manifest = { replies: { file: string; expected_findings: { code: string; where: string; text: string }[] }[] };
type Allocation = { files: { kind: string; rows: { number_as_printed: string; title: string }[] }[] };

const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(fixture(name), "utf8"));

const { replies } = readJson("replies/manifest.json") as Manifest;
const motions = (readJson("allocation/expected.json") as Allocation).files.flatMap(({ kind: label, rows }) =>
  rows.flatMap((row): MotionToMatch[] => {
    const kind = kindOfLabel(label);
    const number = parseMotionNumber(row.number_as_printed);
    return kind && number ? [{ ...number, kind, title: row.title }] : [];
  }),
);

describe("the 24 reply files", () => {
  it("come with the whole allocation", () => {
    expect([replies.length, motions.length]).toEqual([24, 274]);
  });

  it.each(replies)("$file", async ({ file, expected_findings: expected }) => {
    const { letter } = await readReply(new Uint8Array(readFileSync(fixture(`replies/${file}`))));
    const findings = checkLetter(letter, { scheme: preset("zhanyi-2023"), motions });
    expect(findings.map(({ code, where }) => ({ code, where }))).toEqual(
      expected.map(({ code, where }) => ({ code, where })),
    );
    expect(verdictOf(findings)).toBe(expected.length === 0 ? "accept" : "block");
    const quoted = expected.filter(({ code }) => code !== "class_text_mismatch").map(({ text }) => text);
    expect(findings.filter(({ code }) => code !== "class_text_mismatch").map(({ text }) => text)).toEqual(quoted);
  });
});

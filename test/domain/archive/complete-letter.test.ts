import { describe, expect, it } from "vitest";
import type { LedgerSays } from "#domain/archive/complete-letter.ts";
import { completeLetter } from "#domain/archive/complete-letter.ts";
import { letterOf } from "../gate/letter.ts";

const NOTHING: LedgerSays = { classCode: null, mode: null, repliedOn: null, docNumber: null };
const full = letterOf();
const bare = { ...full, classCode: null, disclosureMark: null, signedOn: null, docNumber: null };

describe("what only the ledger says", () => {
  it("is filled in, and nothing is made up", () => {
    const ledger = { classCode: "B", mode: "none", repliedOn: "2023-05-06", docNumber: "云建议字〔2023〕9号" } as const;
    const done = completeLetter(bare, ledger);
    expect(done.findings).toEqual([]);
    expect(done.letter).toMatchObject({
      classCode: "B",
      disclosureMark: "不公开",
      signedOn: "2023-05-06",
      docNumber: ledger.docNumber,
    });
    expect(completeLetter(bare, NOTHING)).toEqual({ letter: bare, findings: [] });
    expect(completeLetter(bare, undefined)).toEqual({ letter: bare, findings: [] });
  });

  it.each(["full", "summary", "redacted"] as const)("%s is 可公开", (mode) => {
    expect(completeLetter(bare, { ...NOTHING, mode }).letter.disclosureMark).toBe("可公开");
  });
});

describe("where letter and ledger differ", () => {
  const other = full.classCode === "A" ? "B" : "A";
  it.each<[string, Partial<LedgerSays>, string, "block" | "review"]>([
    ["the class", { classCode: other }, "ledger_class_mismatch", "block"],
    ["the mark", { mode: "none" }, "ledger_disclosure_mismatch", "block"],
    ["the day", { repliedOn: "1999-01-02" }, "ledger_date_mismatch", "review"],
    ["the number", { docNumber: "云建议字〔1999〕1号" }, "ledger_number_mismatch", "review"],
  ])("in %s, the letter's words stay and a person is told", (_, says, code, severity) => {
    const done = completeLetter(full, { ...NOTHING, ...says });
    expect(done.letter).toEqual(full);
    expect(done.findings).toMatchObject([{ code, severity }]);
  });

  it("brackets and blanks make no other number", () => {
    const same = (full.docNumber ?? "").replace("〔", "[").replace("〕", "] ");
    expect(completeLetter(full, { ...NOTHING, docNumber: same }).findings).toEqual([]);
  });
});

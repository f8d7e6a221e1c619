import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";
import { toAllocationPlan } from "#exchange/write/tables/allocation-table.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { readFixture } from "../fixtures.ts";
import { toPrintedLine } from "./allocation-line.ts";
import { gather } from "./gather.ts";

/** What an office program opens and saves again is still the same. Runs where LibreOffice is there, and nowhere else. */
function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-office-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function saveAgain(bytes: Uint8Array, kind: "docx" | "xlsx"): Promise<Uint8Array> {
  const file = join(folder, `file.${kind}`);
  const out = join(folder, "out");
  await writeFile(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  await promisify(execFile)("soffice", [profile, "--headless", "--convert-to", kind, "--outdir", out, file]);
  return new Uint8Array(await readFile(join(out, `file.${kind}`)));
}

describe.runIf(hasOffice())("opened and saved again by LibreOffice", { timeout: 120_000 }, () => {
  it("a letter is the same letter", async () => {
    const { letter, issuer } = await readReply(await readFixture("replies/01_建议_闭会3号.docx"));
    const saved = await readReply(await saveAgain(await writeDocx(toLetterPaper(letter, issuer ?? "")), "docx"));
    expect(saved.letter).toEqual(letter);
    expect(saved.hidden).toEqual([]);
  });

  it("a 分配表 is the same table, days and numbers and what looks like a formula", async () => {
    const lines = ["=1+1的建议", "-10℃供暖的建议"].map((title, index) => ({
      number: index + 1,
      betweenSessions: index === 1,
      title,
      proposer: "卢子",
      jointText: "冉云芳等5人",
      group: null,
      category: "城建环保",
      leadUnits: ["市住建局", "市公安局"],
      coUnits: [],
      leader: null,
      supervisor: null,
      keyItem: true,
      dueOn: "2026-08-31",
    }));
    const head = {
      government: "云川市人民政府",
      year: 2026,
      kind: "suggestion",
      jointWord: "会办",
      assignedOn: "2026-03-10",
    } as const;
    const bytes = await saveAgain(await gather(writeWorkbook([toAllocationPlan({ ...head, lines })])), "xlsx");
    const { rows, findings, assignedOn } = await readAllocation(bytes, "file.xlsx");
    expect(findings).toEqual([]);
    expect(assignedOn).toBe("2026-03-10");
    expect(rows.map(toPrintedLine)).toEqual(lines);
  });
});

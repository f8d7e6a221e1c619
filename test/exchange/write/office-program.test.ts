import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";
import { toAllocationPlan } from "#exchange/write/tables/allocation-table.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { toPdf } from "#functions/commands/to-pdf.ts";
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

  it("a PDF has every character, also the full stop at the end of a full line", async () => {
    const words = [
      "我局收到《关于推动乡镇卫生院中医馆提档升级的建议》后，与市医保局、市文化和旅游局联合拟定办理方案，明确各自任务。现将办理情况答复如下：",
      "为弄清“中医馆有牌子缺医生”的成因，3月24日和4月8日，我局两次组织人员到石门乡古槐坪村蹲点，早中晚三个时段分别记录情况。",
    ];
    const { letter, issuer } = await readReply(await readFixture("replies/01_建议_闭会3号.docx"));
    const paper = toLetterPaper({ ...letter, body: richTextOf(words) }, issuer ?? "");
    const pdf = await readPdf(await toPdf(await writeDocx(paper)));
    expect(pdf.text.join("").replace(/\s/g, "")).toContain(words.join(""));
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

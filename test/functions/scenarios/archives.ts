import { eq } from "drizzle-orm";
import { zipSync } from "fflate";
import { archiveFiles, archives } from "#db/schema/imports.ts";
import { assignments } from "#db/schema/motions.ts";
import { replies } from "#db/schema/replies.ts";
import { archiveId, startArchive } from "#services/archives/start.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import { GOOD, LEDGER, LETTER, WRONG } from "./archive-files.ts";
import type { Scenario } from "#test/support/scenario.ts";
import { PAST_YEAR, openPastYear } from "#test/support/past-year.ts";
import type { World } from "#test/support/world.ts";

const KEY = { "Idempotency-Key": "k1" };
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function table(bytes: Uint8Array, more: Readonly<Record<string, string>> = {}, name = "台账.xlsx"): FormData {
  const form = new FormData();
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [field, value] of Object.entries({ campaign: PAST_YEAR, kind: "suggestion", ...more }))
    form.set(field, value);
  return form;
}

function boxOf(name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.set("files", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return form;
}

export const OLD = `${PAST_YEAR}-jianyi-bihui-9.zhujian`;
const ID = `${PAST_YEAR}-suggestion-`;
const PLACE = "/api/imports/archives";

/** The archive that the ledger makes has a name that anyone can work out; here it is asked for. */
async function start(world: World): Promise<string> {
  await openPastYear(world);
  const ctx = world.contextOf(world.people.office.actor);
  const input = {
    bytes: LEDGER,
    fileName: "台账.xlsx",
    campaignId: PAST_YEAR,
    kind: "suggestion" as const,
    dryRun: false,
  };
  const { id } = await startArchive(ctx, input);
  if (id === null) throw new Error("the ledger was refused");
  return id;
}

export const take =
  (bytes: Uint8Array) =>
  async (world: World): Promise<void> => {
    const ctx = world.contextOf(world.people.office.actor);
    await takeLetters(ctx, { archiveId: await start(world), files: [{ name: "a.docx", bytes }], store: world.files });
  };

const OWN = archiveId({ campaignId: PAST_YEAR, kind: "suggestion", bytes: LEDGER });

export const archiveScenarios: readonly Scenario[] = [
  {
    name: "a table is looked at, column by column",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/inspection",
    body: (() => {
      const form = new FormData();
      form.set("file", new File([LEDGER as Uint8Array<ArrayBuffer>], "台账.xlsx"));
      return form;
    })(),
    status: 200,
    mustContain: ['"headerRow":1', '"field":"leadUnits"', '"field":"classCode"', '"preview"', '"problem":null'],
  },
  {
    name: "a choice that is no JSON",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/inspection",
    body: (() => {
      const form = new FormData();
      form.set("file", new File([LEDGER as Uint8Array<ArrayBuffer>], "台账.xlsx"));
      form.set("choice", "{");
      return form;
    })(),
    status: 422,
    mustContain: ["对应关系"],
  },
  {
    name: "what is wrong comes as a workbook",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG),
    status: 200,
    after: async (_, { headers }) => {
      if (headers.get("content-type") !== XLSX) throw new Error(headers.get("content-type") ?? "no type");
      if (!headers.get("content-disposition")?.startsWith("attachment; ")) throw new Error("shown, not saved");
    },
  },
  {
    name: "or as text",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG, { format: "csv", campaign: "2026" }),
    status: 200,
    mustContain: ["行号,类别,问题和处理办法", "市没有局"],
  },
  {
    name: "in no third form",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG, { format: "pdf" }),
    status: 422,
  },
  {
    name: "a plan that is not that of the dry run",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation",
    headers: KEY,
    body: table(LEDGER, { plan: "0".repeat(64), acceptCount: "true", campaign: "2026" }),
    status: 409,
    code: "plan_outdated",
  },
  {
    name: "a table is imported as 预交办",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation",
    headers: KEY,
    body: table(LEDGER, { preAssign: "true", acceptCount: "true", campaign: "2026" }),
    status: 200,
    mustContain: ['"written":true', '"added":1'],
    after: async ({ db }) => {
      const part = await db.select().from(assignments).where(eq(assignments.id, "2026-jianyi-bihui-9.zhujian")).get();
      if (part?.state !== "pre_assigned" || part.assignedOn !== null) throw new Error("dealt out");
    },
  },
  {
    name: "the ledger of the running year is no archive",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER, { campaign: "2026" }),
    status: 409,
    code: "archive_year_running",
  },
  {
    name: "an old ledger opens an archive",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER),
    before: openPastYear,
    status: 200,
    mustContain: [`"id":"${ID}`, '"results":1'],
  },
  {
    name: "a row of a unit that is none opens none",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(WRONG),
    before: openPastYear,
    status: 200,
    mustContain: ['"id":null', "unknown_unit"],
    after: async ({ db }) => {
      if ((await db.$count(archives)) !== 0) throw new Error("an archive was made");
    },
  },
  {
    name: "a ledger of no year",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER, { campaign: "1999" }),
    status: 422,
  },
  {
    name: "units bring no ledgers",
    as: "zhujian",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER),
    status: 403,
  },
  {
    name: "letters come in a box, each with what became of it",
    as: "office",
    method: "POST",
    path: `${PLACE}/${OWN}/letters`,
    headers: KEY,
    body: boxOf("2025.zip", zipSync({ "2025/第39号建议答复.docx": LETTER, "说明.txt": new Uint8Array([1]) })),
    before: start,
    status: 200,
    // 第39号 by its title, which this ledger has not.
    mustContain: ['"file":"第39号建议答复.docx"', '"state":"unmatched"', "motion_unknown"],
    after: async ({ db }) => {
      if ((await db.$count(archiveFiles)) !== 1) throw new Error("not kept");
    },
  },
  {
    name: "letters for an archive that is not there",
    as: "office",
    method: "POST",
    path: `${PLACE}/none/letters`,
    headers: KEY,
    body: boxOf("a.docx", LETTER),
    status: 404,
  },
  {
    name: "a bomb for a box",
    as: "office",
    method: "POST",
    path: `${PLACE}/${OWN}/letters`,
    headers: KEY,
    body: boxOf("a.zip", zipSync({ "a.docx": new Uint8Array(8 * 1024 * 1024) })),
    before: start,
    status: 413,
    code: "zip_bomb",
  },
  {
    name: "the office sees the archives",
    as: "office",
    path: "/api/archives",
    before: start,
    status: 200,
    mustContain: [OWN, '"total":1'],
  },
  { name: "a unit does not", as: "zhujian", path: "/api/archives", before: start, status: 403, mustNotContain: [OWN] },
  {
    name: "how far an archive is",
    as: "supervisor",
    path: `/api/archives/${OWN}`,
    before: take(LETTER),
    status: 200,
    mustContain: ['"stored":0', '"unmatched":1', '"unanswered":[', "闭会第9号"],
  },
  { name: "an archive that is not there", as: "office", path: "/api/archives/none", status: 404 },
  {
    name: "its letters, by state",
    as: "office",
    path: `/api/archives/${OWN}/files?state=unmatched`,
    before: take(LETTER),
    status: 200,
    mustContain: ['"file":"a.docx"', '"total":1'],
  },
  {
    name: "of a state that is none",
    as: "office",
    path: `/api/archives/${OWN}/files?state=x`,
    before: start,
    status: 422,
  },
  {
    name: "nothing waits to be let go",
    as: "office2",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(LETTER),
    status: 409,
    code: "nothing_to_release",
  },
  {
    name: "who brought the letters leaves them to somebody else",
    as: "office",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(GOOD),
    status: 200,
    mustContain: ['"released":0', '"code":"needs_second_person"', "另一位同志"],
  },
  {
    name: "a second person lets them go, and they are public",
    as: "office2",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(GOOD),
    status: 200,
    mustContain: ['"released":1', '"left":[]', '"waiting":0'],
    after: async ({ db }) => {
      const reply = await db.select().from(replies).where(eq(replies.assignmentId, OLD)).get();
      if (reply?.publication !== "published" || reply.indexNumber === null) throw new Error("not published");
    },
  },
];

import { eq } from "drizzle-orm";
import { unitAliases } from "#db/schema/units.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { DEFAULT_SITE_SETTINGS } from "#domain/settings/site-settings.ts";
import type { Scenario } from "#test/support/scenario.ts";

const newUnit = { code: "shuiwu", shortName: "市水务局", fullName: "云川市水务局", kind: "bureau" };
const key = { "Idempotency-Key": "one" };
const at = (version: number) => ({ "If-Match": `"v${version}"` });
const site = { ...DEFAULT_SITE_SETTINGS, siteName: "云川办理公开" };
const rules = { kind: "rules", title: "办理工作办法", body: richTextOf(["第一条　为规范办理工作，制定本办法。"]) };

/** Units, identity of the site, own documents, the audit's verification. */
export const registers: readonly Scenario[] = [
  {
    name: "registers a unit",
    as: "admin",
    method: "POST",
    path: "/api/units",
    headers: key,
    body: { ...newUnit, aliases: ["水务局"], startedOn: "2026-05-01" },
    status: 201,
    mustContain: ["市水务局", '"startedOn":"2026-05-01"', '"name":"水务局"'],
  },
  {
    name: "not under a name that another unit has",
    as: "office",
    method: "POST",
    path: "/api/units",
    headers: key,
    body: { ...newUnit, aliases: ["市住建局"] },
    status: 422,
    code: "unit_name_taken",
    mustContain: ['"path":"aliases"'],
  },
  {
    name: "not under a code that is taken",
    as: "office",
    method: "POST",
    path: "/api/units",
    headers: key,
    body: { ...newUnit, code: "gongan" },
    status: 422,
    code: "unit_code_taken",
  },
  {
    name: "reads one unit",
    as: "gongan",
    path: "/api/units/zhujian",
    status: 200,
    mustContain: ['"version":1', '"endedOn":null'],
  },
  { name: "a unit that is not there", as: "office", path: "/api/units/none", status: 404, code: "not_found" },
  {
    name: "a unit that gets another name keeps the old one as a former name",
    as: "office",
    method: "PUT",
    path: "/api/units/gongan",
    headers: at(1),
    body: { ...newUnit, code: undefined, shortName: "市公安部门", fullName: "云川市公安部门" },
    status: 200,
    mustContain: ['"version":2', "市公安部门", '"name":"市公安局","usedUntil":"20'],
    after: async ({ db }) => {
      const rows = await db.select().from(unitAliases).where(eq(unitAliases.unitCode, "gongan"));
      if (!rows.some(({ alias }) => alias === "市公安局")) throw new Error("the old name is lost");
    },
  },
  {
    name: "no unit ends with answers in hand",
    as: "office",
    method: "PUT",
    path: "/api/units/jiaoti",
    headers: at(1),
    body: { ...newUnit, code: undefined, endedOn: "2026-06-30" },
    status: 422,
    code: "unit_has_open_parts",
    mustContain: ["请先改派"],
  },
  {
    name: "nor over what somebody else changed",
    as: "office",
    method: "PUT",
    path: "/api/units/gongan",
    headers: at(9),
    body: { ...newUnit, code: undefined },
    status: 412,
  },
  {
    name: "reads what stands on every public page",
    as: "supervisor",
    path: "/api/settings/site",
    status: 200,
    mustContain: ['"siteName"', '"organisationCode"'],
  },
  { name: "not a unit", as: "zhujian", path: "/api/settings/site", status: 403 },
  {
    name: "changes it, and a release is asked for",
    as: "office",
    method: "PUT",
    path: "/api/settings/site",
    headers: at(1),
    body: site,
    status: 200,
    mustContain: ["云川办理公开"],
    after: async (world) => {
      if (world.pokes() === 0) throw new Error("no release was asked for");
    },
  },
  {
    name: "not over what somebody else changed",
    as: "admin",
    method: "PUT",
    path: "/api/settings/site",
    headers: at(7),
    body: site,
    status: 412,
    code: "stale",
  },
  {
    name: "drafts a rule with its metadata",
    as: "office",
    method: "POST",
    path: "/api/documents",
    headers: key,
    body: { ...rules, category: "规范性文件" },
    status: 201,
    mustContain: ['"state":"draft"', '"category":"规范性文件"', "zhidu-", '"issuer"'],
  },
  {
    name: "not without a title",
    as: "office",
    method: "POST",
    path: "/api/documents",
    headers: key,
    body: { ...rules, title: " " },
    status: 422,
    mustContain: ['"path":"title"'],
  },
  {
    name: "the audit is whole",
    as: "supervisor",
    path: "/api/audit/verification",
    status: 200,
    mustContain: ['"ok":true', '"reason":null'],
  },
  {
    name: "and not the one that somebody published elsewhere",
    as: "admin",
    path: `/api/audit/verification?anchor=${"0a".repeat(32)}`,
    status: 200,
    mustContain: ['"ok":false', '"reason":"unanchored"'],
  },
  { name: "a unit verifies nothing", as: "zhujian", path: "/api/audit/verification", status: 403 },
];

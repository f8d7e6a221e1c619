import { eq } from "drizzle-orm";
import { originals } from "#db/schema/files.ts";
import { privateContacts } from "#db/schema/imports.ts";
import { audit } from "#db/schema/operations.ts";
import type { Scenario } from "#test/support/scenario.ts";
import { GOOD, LETTER } from "./archive-files.ts";
import { OLD, take } from "./archives.ts";

const ORIGINAL = "11111111-1111-4111-8111-111111111111";

/** Word files kept of letters, and contacts that a table gave wrongly. */
export const originalScenarios: readonly Scenario[] = [
  {
    name: "the Word file of an old letter is kept",
    as: "zhujian",
    path: `/api/replies/${OLD}/originals`,
    before: take(GOOD),
    status: 200,
    mustContain: ['"name":"a.docx"', `"bytes":${GOOD.length}`],
  },
  {
    name: "another unit does not know of it",
    as: "gongan",
    path: `/api/replies/${OLD}/originals`,
    before: take(GOOD),
    status: 404,
    mustNotContain: ["a.docx"],
  },
  {
    name: "the unit that leads takes its original out",
    as: "zhujian",
    path: `/api/replies/2026-jianyi-39.zhujian/originals/${ORIGINAL}/content`,
    before: async ({ db, files }) => {
      await files.put(ORIGINAL, LETTER);
      const file = { name: "原件.docx", bytes: LETTER.length, sha256: "0".repeat(64) };
      const kept = { keptBy: "system", keptAt: "2026-06-01T01:00:00.000Z" };
      await db.insert(originals).values({ id: ORIGINAL, assignmentId: "2026-jianyi-39.zhujian", ...file, ...kept });
    },
    status: 200,
    after: async ({ db }, { headers }) => {
      if (!headers.get("content-disposition")?.startsWith("attachment; ")) throw new Error("shown, not saved");
      if ((await db.$count(audit, eq(audit.action, "original.read"))) !== 1) throw new Error("not written down");
    },
  },
  {
    name: "an original that is not there",
    as: "office",
    path: `/api/replies/${OLD}/originals/00000000-0000-4000-8000-000000000000/content`,
    before: take(GOOD),
    status: 404,
  },
  {
    name: "a line of an office that a ledger gave as a deputy's own is taken out",
    as: "office",
    method: "POST",
    path: "/api/private-contacts/removals",
    body: { contact: "0890 655 0123" },
    before: async ({ db }) => {
      await db.insert(privateContacts).values({ contact: "0890-6550123", holder: "卢子" });
    },
    status: 204,
    after: async ({ db }) => {
      if ((await db.$count(privateContacts)) !== 0) throw new Error("still there");
    },
  },
  {
    name: "one that nobody gave",
    as: "office",
    method: "POST",
    path: "/api/private-contacts/removals",
    body: { contact: "0890-6550999" },
    status: 404,
  },
];

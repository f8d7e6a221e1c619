import { readFile } from "node:fs/promises";
import { randomUUID, createHash } from "node:crypto";
import { join } from "node:path";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { attachments, originals } from "#db/schema/files.ts";
import { assignments } from "#db/schema/motions.ts";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { openFolderStore } from "#functions/files/folder-store.ts";
import { findCurrent } from "#release/folders.ts";
import { buildPdf } from "#test/exchange/attachment/attachment-files.ts";
import { buildDocx, paragraph } from "#test/exchange/office-files.ts";
import { hashSite, makeSmallCity, release, siteOf, type SmallCity } from "./support/small-city.ts";

const SECRET = "00000000X/202606-88888";
const PLAN = buildPdf({ pages: ["Plan of the works, twelve months"] });
const WORD = buildDocx({ body: paragraph("原件内部字样未经公开") });

let city: SmallCity;
let files: ReturnType<typeof openFolderStore>;
/** A reply that is public in full, and one that is withheld. */
let shown: string;
let withheld: string;
let path: string;

beforeAll(async () => {
  city = await makeSmallCity(12, 1);
  files = openFolderStore(join(city.dataFolder, "files"));
  const published = await city.db
    .select({ id: replies.assignmentId })
    .from(replies)
    .innerJoin(
      disclosures,
      and(eq(disclosures.assignmentId, replies.assignmentId), eq(disclosures.edition, replies.liveEdition)),
    )
    .where(and(eq(replies.publication, "published"), eq(disclosures.mode, "full")))
    .orderBy(asc(replies.assignmentId));
  shown = published[0]?.id ?? "";
  const other = published.at(-1)?.id ?? "";
  await city.db.update(replies).set({ publication: "withheld" }).where(eq(replies.assignmentId, other));
  await city.db.update(disclosures).set({ mode: "none", ground: "other" }).where(eq(disclosures.assignmentId, other));
  withheld = other;
  const [motion] = await city.db.select().from(assignments).where(eq(assignments.id, shown));
  const [, year, kind, number] = /^(\d+)-(\w+)-(.+)$/.exec(motion?.motionId ?? "") ?? [];
  path = `${year}/${kind}/${number}`;
});
afterAll(async () => await city.remove());
beforeEach(async () => {
  await city.db.delete(attachments);
});

async function attach(assignmentId: string, name: string, bytes = PLAN): Promise<string> {
  const id = randomUUID();
  await files.put(id, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await city.db.insert(attachments).values({
    id,
    assignmentId,
    edition: 1,
    name,
    type: "application/pdf",
    bytes: bytes.length,
    sha256,
    pages: 1,
    verdict: "accept",
    findings: [],
    addedBy: city.ctx.actor.id,
    addedAt: "2026-05-01T01:00:00.000Z",
  });
  return id;
}

async function read(file: string): Promise<string> {
  return await readFile(join(await siteOf(city.dataFolder), file), "utf8");
}

const listFiles = async () =>
  Object.keys(await hashSite(await siteOf(city.dataFolder))).filter((name) => name.includes("/files/"));

it("stands beside its page under a random name, with size and kind; whatever is not public is nowhere", async () => {
  const id = await attach(shown, "改造方案.pdf");
  await attach(withheld, "内部测算表.pdf");
  await city.db.insert(originals).values({
    id: randomUUID(),
    assignmentId: shown,
    name: "原件送审稿.docx",
    bytes: WORD.length,
    sha256: "0".repeat(64),
    keptBy: city.ctx.actor.id,
    keptAt: "2026-05-01T01:00:00.000Z",
  });
  const [original] = await city.db.select().from(originals);
  await files.put(original?.id ?? "", WORD);
  await release(city, { files });
  expect(await listFiles()).toEqual([`${path}/files/${id}.pdf`]);
  expect(new Uint8Array(await readFile(join(await siteOf(city.dataFolder), path, "files", `${id}.pdf`)))).toEqual(PLAN);
  const page = await read(`${path}/index.html`);
  expect(page).toContain(`/${path}/files/${id}.pdf"`);
  expect(page).toMatch(/改造方案\.pdf[\s\S]{0,200}PDF，1 KB，1 页/);
  expect(JSON.parse(await read(`${path}/index.json`))).toMatchObject({
    matter: {
      replies: [{ attachments: [{ name: "改造方案.pdf", type: "application/pdf", bytes: PLAN.length, pages: 1 }] }],
    },
  });
  const site = await siteOf(city.dataFolder);
  for (const name of Object.keys(await hashSite(site))) {
    const bytes = await readFile(join(site, name));
    for (const secret of ["原件送审稿", "内部测算表", original?.id ?? "none"])
      expect(bytes.includes(secret), `${secret} in ${name}`).toBe(false);
    expect(Buffer.compare(bytes, WORD)).not.toBe(0);
  }
});

it("stays where nobody touched the matter, and goes with the letter", async () => {
  const id = await attach(shown, "改造方案.pdf");
  await release(city, { files });
  // Another matter changes: the file is linked, and nobody asks for its bytes.
  await city.db
    .update(replies)
    .set({ indexNumber: "00000000X/202606-77777" })
    .where(and(isNotNull(replies.indexNumber), eq(replies.assignmentId, withheld)));
  const { report } = await release(city);
  expect(report.fullBecause).toBeNull();
  expect(await listFiles()).toEqual([`${path}/files/${id}.pdf`]);
  const incremental = await hashSite(await siteOf(city.dataFolder));
  await release(city, { files, full: true });
  expect(await hashSite(await siteOf(city.dataFolder))).toEqual(incremental);
  await city.db.update(disclosures).set({ mode: "redacted" }).where(eq(disclosures.assignmentId, shown));
  const [edition] = await city.db.select().from(editions).where(eq(editions.assignmentId, shown));
  await city.db
    .update(disclosures)
    .set({ publicBody: edition?.body ?? null, ground: "other" })
    .where(eq(disclosures.assignmentId, shown));
  await release(city, { files });
  expect(await listFiles()).toEqual([]);
  await city.db.update(disclosures).set({ mode: "full" }).where(eq(disclosures.assignmentId, shown));
});

it("that is missing, is another than was looked at, or says what is withheld, stops the release", async () => {
  await attach(shown, "改造方案.pdf");
  const before = await findCurrent(city.dataFolder);
  await expect(release(city)).rejects.toThrow("is not there");
  await city.db.update(attachments).set({ sha256: "0".repeat(64) });
  await expect(release(city, { files })).rejects.toThrow("is not what it was");
  expect(await findCurrent(city.dataFolder)).toBe(before);
  await city.db.delete(attachments);
  await city.db.update(replies).set({ indexNumber: SECRET }).where(eq(replies.assignmentId, withheld));
  await attach(shown, "改造方案.pdf", buildPdf({ pages: [`Plan of the works, see ${SECRET}`] }));
  await expect(release(city, { files })).rejects.toThrow();
  expect(await findCurrent(city.dataFolder)).toBe(before);
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import { unitPeople } from "#db/schema/handling.ts";
import { writeTransaction } from "#db/transaction.ts";
import { RECEIPTS_PATH } from "#domain/seal/receipt.ts";
import { SEAL_PATH, partListOf, toRootLeaves, type ListedFile, type ReleaseSeal } from "#domain/seal/release-seal.ts";
import { merkleRoot } from "#release/seal/merkle.ts";
import { auditHash, recordAudit } from "#services/audit.ts";
import { hashOf } from "#services/hash.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { runReleases } from "#services/releases/run.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const ID = "2026-jianyi-39.zhujian";
const PHONE = "13900000000";
let base: World;
let world: World;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
  world = await copyWorld(base);
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-guesses-"));
  await run();
});
afterAll(async () => {
  await world.close();
  await base.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const run = async () => await runReleases(world.system, { dataFolder, origin: "", base: "", keep: 5 });
const office = () => world.contextOf(world.people.office.actor);
const site = (path: string) => join(dataFolder, "releases/current/site", path);
const readSeal = async () => JSON.parse(await readFile(site(SEAL_PATH), "utf8")) as ReleaseSeal;

/** What somebody can try who has the program, the audit's own rows but for the random ones, and every public file. */
function chainFrom(head: string, rows: readonly (typeof audit.$inferSelect)[], isKnown: (action: string) => boolean) {
  let prevHash = head;
  for (const row of rows) {
    const afterHash = isKnown(row.action) ? row.afterHash : "0".repeat(64);
    prevHash = auditHash({ ...row, afterHash, prevHash });
  }
  return prevHash;
}

it("a guess of what was written inside cannot be held against the published heads of the audit", async () => {
  const before = await readSeal();
  await writeTransaction(world.db, async (tx) => {
    const person = { id: "p9", unitCode: "zhujian", duty: "liaison" as const, name: "宫康", phone: PHONE };
    await tx.insert(unitPeople).values(person);
    const event = { action: "person.add", object: "person:p9", beforeHash: null };
    await recordAudit(tx, office(), { ...event, afterHash: hashOf(PHONE) });
  });
  await askForRelease(office());
  await run();
  const { auditHead } = await readSeal();
  const rows = await world.db.select().from(audit).orderBy(asc(audit.seq));
  const [from, to] = [before.auditHead, auditHead].map((head) => rows.findIndex(({ hash }) => hash === head));
  const between = rows.slice((from ?? 0) + 1, (to ?? 0) + 1);
  expect(between.map(({ action }) => action)).toContain("person.add");
  // Who may read the audit can follow it from head to head; who lacks the random row cannot, however well they guess.
  expect(chainFrom(before.auditHead ?? "", between, () => true)).toBe(auditHead);
  expect(chainFrom(before.auditHead ?? "", between, (action) => action !== "release.start")).not.toBe(auditHead);
  const [start] = await world.db.select().from(audit).where(eq(audit.action, "release.start"));
  expect(start?.afterHash).toMatch(/^[0-9a-f]{64}$/);
});

it("a guess of what stood in a page that is gone cannot be held against the roots that are still told", async () => {
  const before = await readSeal();
  const lists: [name: string, files: ListedFile[]][] = [];
  for (const { name } of before.parts) {
    lists.push([name, JSON.parse(await readFile(site(partListOf(name)), "utf8")) as ListedFile[]]);
  }
  const { assignment } = await getReply(world.db, office().actor, ID);
  await withdrawReply(office(), { id: ID, version: assignment.version }, { kind: "legal", reason: "依法撤回" });
  await run();
  const now = await readSeal();
  const told = await readFile(site(RECEIPTS_PATH), "utf8");
  expect(now.previousRoot).toBe(before.root);
  expect(told).toContain(before.root);
  // Every file of the old release guessed right, and still nothing to hold it against: its salt went with it.
  const parts = lists.map(([name, files]) => ({
    name,
    root: merkleRoot(files.map(({ path, sha256 }) => [path, sha256])),
  }));
  expect(merkleRoot(toRootLeaves(parts, before.salt))).toBe(before.root);
  for (const salt of [undefined, now.salt]) expect(merkleRoot(toRootLeaves(parts, salt))).not.toBe(before.root);
  expect(now.salt).not.toBe(before.salt);
  expect(`${JSON.stringify(now)}${told}`).not.toContain(before.salt);
});

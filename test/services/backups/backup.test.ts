import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { setImmediate as breathe } from "node:timers/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open.ts";
import { motions } from "#db/schema/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { buildRelease } from "#release/build-release.ts";
import { recordAudit } from "#services/audit.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { leaveBundle } from "#services/backups/leave-bundle.ts";
import { makeBackup } from "#services/backups/make-backup.ts";
import { restoreBackup } from "#services/backups/restore-backup.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const PASSPHRASE = "一句只有我们知道的话语啊";
const FILE = "3f2b8c1e-0000-4000-8000-000000000001";
let base: World;
let world: World;
let root: string;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
  world = await copyWorld(base);
  root = await mkdtemp(join(tmpdir(), "huiyin-backup-"));
  dataFolder = join(root, "data");
  await mkdir(join(dataFolder, "files/3f"), { recursive: true });
  await mkdir(join(dataFolder, "keys"));
  await writeFile(join(dataFolder, "files/3f", FILE), "原件");
  await writeFile(join(dataFolder, "files/3f", `${FILE}.part`), "half");
  await writeFile(join(dataFolder, "huiyin.secret"), "a:secret");
  await writeFile(join(dataFolder, "keys/release-ed25519.json"), "{}");
});
afterAll(async () => {
  await world.close();
  await base.close();
  await rm(root, { recursive: true, force: true });
});

const at = (name: string) => join(root, name);
const keysTo = (name: string) => ({ out: at(name), passphrase: PASSPHRASE });
const keysFrom = (name: string) => ({ from: at(name), passphrase: PASSPHRASE });

async function write(): Promise<void> {
  await writeTransaction(world.db, async (tx) => {
    await recordAudit(tx, world.system, { action: "test.write", object: "test:1", beforeHash: null, afterHash: null });
  });
}

async function partsOf(db: World["db"], folder: string): Promise<string[]> {
  const nothing = async () => undefined;
  const order = { db, dataFolder: folder, id: "r000001", origin: "", base: "", createdAt: "" };
  return (await buildRelease({ ...order, assertHeld: nothing, onStep: nothing })).manifest.parts.map(
    ({ name, root }) => `${name} ${root}`,
  );
}

describe("a restored backup", { timeout: 60_000 }, () => {
  it("taken while others write is the city at one moment, whole, with its files and keys", async () => {
    const writing = new AbortController();
    const writer = (async () => {
      while (!writing.signal.aborted) {
        await write();
        // Statements on a file never leave the turn: others would not get theirs.
        await breathe();
      }
    })();
    const list = await makeBackup(world.system, { dataFolder, out: at("one"), keys: keysTo("one.keys") });
    writing.abort();
    await writer;
    await write();
    await restoreBackup({ from: at("one"), dataFolder: at("one-back"), keys: keysFrom("one.keys") });
    const db = openDatabase(`file:${at("one-back")}/huiyin.db`);
    expect(await verifyAudit(db, { anchors: [list.auditHead ?? ""] })).toMatchObject({
      ok: true,
      rows: list.auditRows,
    });
    expect(await db.$count(motions)).toBe(await world.db.$count(motions));
    db.$client.close();
    expect(await readFile(join(at("one-back"), "files/3f", FILE), "utf8")).toBe("原件");
    expect(await readdir(join(at("one-back"), "files/3f"))).toEqual([FILE]);
    expect(await readFile(join(at("one-back"), "huiyin.secret"), "utf8")).toBe("a:secret");
    expect((await stat(join(at("one-back"), "huiyin.secret"))).mode & 0o077).toBe(0);
  });

  it("gives the same site to the byte", async () => {
    await makeBackup(world.system, { dataFolder, out: at("two") });
    await restoreBackup({ from: at("two"), dataFolder: at("two-back") });
    const db = openDatabase(`file:${at("two-back")}/huiyin.db`);
    expect(await partsOf(db, at("two-back"))).toEqual(await partsOf(world.db, at("two-first")));
    db.$client.close();
  });

  it("holds no key: they stand elsewhere, and open to their passphrase only", async () => {
    await makeBackup(world.system, { dataFolder, out: at("three"), keys: keysTo("three.keys") });
    const names = await readdir(at("three"), { recursive: true });
    expect(names.filter((name) => /secret|ed25519/.test(name))).toEqual([]);
    expect(await readFile(at("three.keys"), "latin1")).not.toContain("secret");
    const wrong = { from: at("three.keys"), passphrase: "另一句话另一句话另一句话" };
    await expect(restoreBackup({ from: at("three"), dataFolder: at("x"), keys: wrong })).rejects.toThrow("口令不对");
    await expect(
      makeBackup(world.system, { dataFolder, out: at("four"), keys: { out: at("four/keys"), passphrase: PASSPHRASE } }),
    ).rejects.toThrow("不能和数据放在一起");
  });

  it("is not begun where its keys could not be kept: their file is there already, or they cannot be read", async () => {
    await writeFile(at("taken.keys"), "");
    const order = { dataFolder, out: at("unkept"), keys: keysTo("taken.keys") };
    await expect(makeBackup(world.system, order)).rejects.toThrow("taken.keys");
    const odd = join(root, "odd");
    await mkdir(join(odd, "huiyin.secret"), { recursive: true });
    await expect(
      makeBackup(world.system, { dataFolder: odd, out: at("unkept"), keys: keysTo("odd.keys") }),
    ).rejects.toThrow();
    expect(await readdir(root)).not.toContain("unkept");
  });

  it.each(["{", '{"version":1,"files":5}'])("is refused where its list is none (%s)", async (text) => {
    await mkdir(at("listless"), { recursive: true });
    await writeFile(join(at("listless"), "backup.json"), text);
    await expect(restoreBackup({ from: at("listless"), dataFolder: at("empty") })).rejects.toThrow("backup.json");
  });

  it("is refused where a byte changed, and where the folder is in use; nothing is written then", async () => {
    await makeBackup(world.system, { dataFolder, out: at("five") });
    await expect(makeBackup(world.system, { dataFolder, out: at("five") })).rejects.toThrow("已经存在");
    await expect(restoreBackup({ from: at("five"), dataFolder })).rejects.toThrow("不是空的");
    await writeFile(join(at("five"), "files/3f", FILE), "改件");
    await expect(restoreBackup({ from: at("five"), dataFolder: at("five-back") })).rejects.toThrow("备份不完整");
    await expect(stat(at("five-back"))).rejects.toThrow("ENOENT");
  });
});

describe("files that cannot be read", () => {
  it.each(["files", "receipts.json", "huiyin.secret"])("are no reason to leave them out: %s", async (name) => {
    const folder = at(`unreadable-${name}`);
    await mkdir(folder);
    await symlink(name, join(folder, name));
    const order = { dataFolder: folder, out: at(`without-${name}`), keys: keysTo(`without-${name}.keys`) };
    await expect(makeBackup(world.system, order)).rejects.toThrow("ELOOP");
    await expect(stat(at(`without-${name}`))).rejects.toThrow("ENOENT");
  });

  it("are missed too where somebody leaves with everything", async () => {
    const left = leaveBundle(world.system, { dataFolder: at("unreadable-files"), out: at("leave-unreadable") });
    await expect(left).rejects.toThrow("ELOOP");
  });
});

describe("to leave with everything", () => {
  it("is never written over something else: a backup would lose its list", async () => {
    await mkdir(at("other"));
    await writeFile(join(at("other"), "backup.json"), "list");
    await expect(leaveBundle(world.system, { dataFolder, out: at("other") })).rejects.toThrow("不是空的");
    expect(await readdir(at("other"))).toEqual(["backup.json"]);
  });

  it("there is every fact as JSON and CSV with the files, and no way in", async () => {
    const bundle = await leaveBundle(world.system, { dataFolder, out: at("leave") });
    const lines = (await readFile(join(at("leave"), "tables/motions.jsonl"), "utf8")).trim().split("\n");
    expect(lines).toHaveLength(await world.db.$count(motions));
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: "2026-jianyi-39" });
    expect(await readFile(join(at("leave"), "tables/motions.csv"), "utf8")).toContain("2026-jianyi-39");
    const names = bundle.files.map(({ path }) => path);
    expect(names).toEqual(
      expect.arrayContaining(["schema.sql", "说明.txt", `files/3f/${FILE}`, "tables/editions.jsonl"]),
    );
    expect(names.filter((name) => /session|passkey|api_key|recovery/.test(name))).toEqual([]);
    expect(await readFile(join(at("leave"), "tables/accounts.csv"), "utf8")).not.toContain("password_hash");
  });
});

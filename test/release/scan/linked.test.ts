import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { knownPart } from "#release/assemble/known-part.ts";
import { SiteWriter } from "#release/assemble/site-writer.ts";
import { LeakFound } from "#release/errors.ts";
import { checkLinked } from "#release/scan/check-linked.ts";
import { assertClean } from "#release/scan/confirm.ts";
import { Inspector } from "#release/scan/inspector.ts";
import { NeedleFinder, Needles } from "#release/scan/needles.ts";
import { openTestApp, type TestApp } from "#test/support/app.ts";

/** In no row of the database. */
const FORMER = "关于某企业地块收储后转让事宜的建议";
let app: TestApp;
let data: string;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-linked-"));
  await mkdir(join(data, "parts"));
});
afterEach(async () => await rm(data, { recursive: true, force: true }));

async function write(id: string, inspector: Inspector, before: ReturnType<typeof knownPart>[], fresh?: string) {
  const folder = join(data, id);
  await mkdir(join(folder, "site"), { recursive: true });
  const writer = new SiteWriter(folder, join(folder, "site"), join(data, "parts"), before, inspector.inspect);
  const table = `编号,题目\n1,${FORMER}\n`;
  await writer.put(
    "data/2026.csv",
    fresh === undefined ? table : table + fresh,
    fresh === undefined ? undefined : Buffer.from(fresh),
  );
  return writer;
}

const inspect = () => new Inspector(new NeedleFinder(Needles.of([])));

describe("rows taken over into a table that was written anew", () => {
  it("are looked into for what became a secret", async () => {
    const first = await write("r1", inspect(), []);
    const { parts } = await first.finish();
    const before = parts.map((part) => knownPart(part, join(data, "r1/site"), join(data, "parts")));
    const inspector = inspect();
    const writer = await write("r2", inspector, before, "2,公开的题目\n");
    const { files, suspects } = await checkLinked(writer, Needles.of([FORMER]), { reader: app.db, near: [] });
    expect(files).toBe(1);
    await expect(assertClean(app.db, suspects, [FORMER])).rejects.toThrow(LeakFound);
  });
});

describe("a title that no row has any more", () => {
  async function suspect(text: string): Promise<Inspector> {
    const inspector = new Inspector(new NeedleFinder(Needles.of([FORMER])));
    await write("r1", inspector, [], text);
    return inspector;
  }

  it("is a leak wherever it stands", async () => {
    const inspector = await suspect(`2,${FORMER}\n`);
    await expect(assertClean(app.db, inspector.takeSuspects(), [FORMER])).rejects.toThrow(LeakFound);
  });

  it("is none where nobody remembers it as one", async () => {
    const inspector = await suspect(`2,${FORMER}\n`);
    await expect(assertClean(app.db, inspector.takeSuspects(), [])).resolves.toBeUndefined();
  });
});

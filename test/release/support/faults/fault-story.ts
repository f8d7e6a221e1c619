import { deepEqual, equal, ok } from "node:assert/strict";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { countDueReleases, listRunningReleases } from "#db/reads/releases.ts";
import { audit, releases } from "#db/schema/operations.ts";
import { replies } from "#db/schema/replies.ts";
import { releasesFolder } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { toFetchBack } from "#functions/site/fetch-back.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { publishReply } from "#services/replies/publish.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { retryRelease } from "#services/releases/retry.ts";
import { runReleases } from "#services/releases/run.ts";
import { wakeBuilder } from "#services/releases/wake-builder.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { openTestApp, type TestApp, type TestKey } from "#test/support/app.ts";
import { hashSite, siteOf } from "../small-city.ts";
import { Fault, failDatabase, failFiles } from "./inject.ts";

const ID = "2026-jianyi-39.zhujian";
const PAGE = "/2026/jianyi/39/";
const ACTS = { publish: "reply.publish", withdraw: "reply.withdraw" } as const;
const GONE = { publish: "published", withdraw: "withdrawn" } as const;
export type Act = keyof typeof ACTS;
export type Kind = "file" | "database" | "network";

/** A city right before an act, with the release that readers see until then. */
export type Story = {
  readonly act: Act;
  readonly app: TestApp;
  readonly dataFolder: string;
  readonly office: TestKey;
  /** Path → hash of the site before the act, and of the one after it. */
  readonly old: Readonly<Record<string, string>>;
  readonly fresh: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

type Scene = Pick<Story, "act" | "app" | "dataFolder" | "office">;

export const placeOf = ({ dataFolder }: Scene, fault?: Fault) => {
  const fetchSite = toFetchBack({ dataFolder, origin: "", base: "" });
  const fetchBack = async (path: string) => {
    fault?.count("connection reset", "ECONNRESET");
    return await fetchSite(path);
  };
  return { dataFolder, origin: "", base: "", keep: 5, fetchBack };
};

async function act({ app, office, act: name }: Scene): Promise<void> {
  const ctx = app.contextOf(office.actor);
  const { assignment } = await getReply(app.db, office.actor, ID);
  const ref = { id: ID, version: assignment.version };
  if (name === "publish") await publishReply(ctx, ref);
  else await withdrawReply(ctx, ref, { kind: "legal", reason: "依法撤回" });
}

/** The act, the call that wakes a builder elsewhere, and the release with the look at the live site after it. */
async function actAndRelease(scene: Scene, network?: Fault): Promise<void> {
  await act(scene);
  const fetch = async () => {
    network?.count("connection refused", "ECONNREFUSED");
    return new Response(null, { status: 204 });
  };
  await wakeBuilder(scene.app.system, { url: "https://builder.example/hook", token: undefined, fetch });
  await runReleases(scene.app.system, placeOf(scene, network));
}

export async function copyScene(story: Scene): Promise<Scene & { readonly remove: () => Promise<void> }> {
  const app = await openTestApp({ from: story.app });
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-fault-"));
  await cp(releasesFolder(story.dataFolder), releasesFolder(dataFolder), { recursive: true, verbatimSymlinks: true });
  await cp(join(story.dataFolder, "keys"), join(dataFolder, "keys"), { recursive: true });
  const remove = async () => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { ...story, app, dataFolder, remove };
}

/** How often each kind of call is made from the act to the proof. */
export async function countCalls(story: Story): Promise<Record<Kind, number>> {
  const scene = await copyScene(story);
  const [file, database, network] = [new Fault(0), new Fault(0), new Fault(0)];
  const countRest = async () =>
    void (await withFault(scene, "database", database, async () => await actAndRelease(scene, network)));
  await withFault(scene, "file", file, countRest);
  await scene.remove();
  return { file: file.calls, database: database.calls, network: network.calls };
}

async function withFault(scene: Scene, kind: Kind, fault: Fault, work: () => Promise<void>): Promise<boolean> {
  const undo = {
    file: () => failFiles(scene.dataFolder, fault),
    database: () => failDatabase(scene.app.db, fault),
    network: () => () => undefined,
  }[kind]();
  try {
    await work();
    return false;
  } catch {
    return true;
  } finally {
    undo();
  }
}

/** Before anybody mends anything: the old or the new, whole; the act done with its row in the audit, or not at all. */
async function checkAtOnce({ app, dataFolder, act: name }: Scene, { old, fresh }: Story): Promise<boolean> {
  const site = await siteOf(dataFolder);
  const now = await hashSite(site);
  const isOld = now["index.html"] === old["index.html"];
  deepEqual(now, isOld ? old : fresh);
  const verdict = await verifyRelease(fetchFromFolder(site));
  ok(verdict.ok, JSON.stringify(verdict));
  const trail = await verifyAudit(app.db);
  ok(trail.ok, JSON.stringify(trail));
  const reply = await app.db.select().from(replies).where(eq(replies.assignmentId, ID)).get();
  const isDone = reply?.publication === GONE[name];
  equal((await app.db.$count(audit, and(eq(audit.action, ACTS[name]), eq(audit.object, `reply:${ID}`)))) > 0, isDone);
  if (isDone && isOld && name === "withdraw") ok((await listHiddenPaths(app.db)).includes(PAGE), "it is still shown");
  if (isDone && isOld) ok((await app.db.$count(releases)) > 1, "nobody asked for a release");
  return isDone;
}

/** As the server does it: what was not done is done, what failed is tried again. */
async function recover(scene: Scene, isDone: boolean): Promise<void> {
  const { app } = scene;
  if (!isDone) await act(scene);
  // A right that could not be given back runs out.
  app.clock.advance(60_000);
  for (let tries = 0; tries < 3; tries++) {
    await retryRelease(app.system);
    await runReleases(app.system, placeOf(scene));
  }
}

async function checkInTheEnd({ app, dataFolder }: Scene, { fresh }: Story): Promise<void> {
  deepEqual(await hashSite(await siteOf(dataFolder)), fresh);
  deepEqual(await listRunningReleases(app.db), []);
  equal(await countDueReleases(app.db, app.clock.now().toISOString()), 0);
  deepEqual(await listHiddenPaths(app.db), []);
  const left = await readdir(releasesFolder(dataFolder));
  deepEqual(
    left.filter((name) => name.endsWith(".tmp")),
    [],
  );
  equal((await verifyAudit(app.db)).ok, true);
}

/** The n-th call of the kind fails; everything else is as it should be. Throws where something is half done. */
export async function tryFault(story: Story, kind: Kind, n: number): Promise<void> {
  const scene = await copyScene(story);
  const fault = new Fault(n);
  try {
    await withFault(scene, kind, fault, async () => await actAndRelease(scene, kind === "network" ? fault : undefined));
    await recover(scene, await checkAtOnce(scene, story));
    await checkInTheEnd(scene, story);
  } catch (error) {
    throw new Error(`${story.act}: the ${n}th ${kind} call failed`, { cause: error });
  } finally {
    await scene.remove();
  }
}

async function toStory(scene: Scene): Promise<Story> {
  const done = await copyScene(scene);
  await actAndRelease(done);
  const fresh = await hashSite(await siteOf(done.dataFolder));
  await done.remove();
  const old = await hashSite(await siteOf(scene.dataFolder));
  const close = async () => {
    await scene.app.close();
    await rm(scene.dataFolder, { recursive: true, force: true });
  };
  return { ...scene, old, fresh, close };
}

/** A reply that is about to be published, or one that is public and about to be withdrawn. */
export async function makeStory(name: Act): Promise<Story> {
  const app = await openTestApp();
  const office = await app.keyFor("office");
  const unit = await app.keyFor("unit", "zhujian");
  const hands = { unit: app.contextOf(unit.actor), office: app.contextOf(office.actor) };
  await advanceReply(ID, name === "publish" ? "final" : "published", hands);
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-fault-"));
  const scene = { act: name, app, dataFolder, office };
  if (name === "publish") await askForRelease(app.contextOf(office.actor));
  await runReleases(app.system, placeOf(scene));
  return await toStory(scene);
}

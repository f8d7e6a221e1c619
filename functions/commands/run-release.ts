import { inspect, parseArgs } from "node:util";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { explainRelease, type Explanation } from "#release/build-release.ts";
import { SITE, releasesFolder } from "#release/folders.ts";
import { findRelease } from "#db/reads/releases.ts";
import { askForRollback } from "#services/releases/roll-back.ts";
import type { ReleaseWish } from "#services/releases/request.ts";
import { toFetchBack } from "../site/fetch-back.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { runReleases, type ReleasePlace, type ReleaseResult } from "#services/releases/run.ts";
import { explainFailure } from "#services/releases/sentence.ts";
import { ServiceError } from "#services/errors.ts";
import { KEEP_RELEASES } from "../environment.ts";
import { openContext, type CommandContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Failed, runCommand } from "./run-command.ts";
import { dirname, join, resolve } from "node:path";

const OPTIONS = {
  queued: { type: "boolean", default: false },
  full: { type: "boolean", default: false },
  explain: { type: "boolean", default: false },
  rollback: { type: "string" },
  "confirm-drop": { type: "boolean", default: false },
  "new-key": { type: "boolean", default: false },
  out: { type: "string" },
} as const;
const FAULT =
  "发布没有完成，线上内容未变；请运行 npm run release -- --full 全部重新生成，仍不成功请把上面的记录交给技术人员。";
const WHY = { new: "新增", changed: "有变化", gone: "不再有" } as const;

function toText({ everyBecause, motions, pages, count }: Explanation): string {
  const read = everyBecause === null ? `读取有变化的 ${motions.length} 件` : `读取全部（${everyBecause}）`;
  const lines = pages.map(({ path, why }) => `  ${WHY[why]}\t${path}`);
  return [`${read}；共 ${count} 个页面，其中 ${pages.length} 个要处理：`, ...lines].join("\n");
}

async function explain({ db, environment }: CommandContext, full: boolean): Promise<Outcome> {
  const { dataFolder, origin, base } = environment;
  const nothing = async () => undefined;
  const order = { db, id: "", dataFolder, origin, base, createdAt: "", full, assertHeld: nothing, onStep: nothing };
  const explanation = await explainRelease(order);
  return { ok: true, json: explanation, text: toText(explanation) };
}

function toOutcome({ id, manifest, report, removed }: ReleaseResult, seconds: number): Outcome {
  const { pages, root, files, bytes } = manifest;
  const made = `更新 ${report.rendered} 页，沿用 ${report.linked} 个文件`;
  return {
    ok: true,
    json: { id, root, pages, files, bytes, seconds, removed, report },
    text: `已发布 ${id}：${pages} 个页面，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB；${made}；用时 ${seconds.toFixed(1)} 秒。`,
  };
}

/** Plain files in a folder that is new as a whole: what was withdrawn since the last copy must not stay beside it. */
async function copyOut(site: string, out: string): Promise<void> {
  const [fresh, old] = [`${out}.new`, `${out}.old`];
  await rm(fresh, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
  await cp(site, fresh, { recursive: true, dereference: true });
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}

type Values = { readonly rollback?: string | undefined; readonly queued: boolean };

async function ask(ctx: CommandContext, { rollback, queued }: Values, wish: ReleaseWish): Promise<string | undefined> {
  if (rollback !== undefined) return (await askForRollback(ctx, rollback)).id;
  return queued ? undefined : (await askForRelease(ctx, "release.request", wish)).id;
}

async function tellRollback(ctx: CommandContext, id: string | undefined): Promise<Outcome> {
  const row = id === undefined ? undefined : await findRelease(ctx.db, id);
  const ok = row?.state === "superseded";
  const text = ok ? `网站已恢复到 ${row.rollbackTo}。` : (row?.error ?? "没有恢复，线上内容未变。");
  return { ok, json: { id: row?.id ?? null, rollbackTo: row?.rollbackTo ?? null, ok, code: row?.code ?? null }, text };
}

/** What stopped it, as the office reads it; for the log what was thrown. */
async function run(ctx: CommandContext, place: ReleasePlace): Promise<ReleaseResult | undefined> {
  try {
    return await runReleases(ctx, place);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const { code, error: sentence } = explainFailure(error);
    process.stderr.write(`${code === "fault" ? inspect(error) : String(error)}\n`);
    throw new Failed(code, code === "fault" ? FAULT : `${sentence}。`);
  }
}

/**
 * npm run release [-- --queued] [--full] [--explain] [--confirm-drop] [--new-key] [--rollback RELEASE] [--out FOLDER] [--json]: builds and swaps in a
 * release of what changed; --queued only if one was asked for, --full everything anew, --explain says what would be made
 * and why and makes nothing, --new-key signs with another key than before, --out copies the site as plain files without links.
 */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const ctx = await openContext();
  if (values.explain) return await explain(ctx, values.full);
  const wish = { full: values.full, ...(values["confirm-drop"] ? { confirmedBy: ctx.actor.id } : {}) };
  const asked = await ask(ctx, values, wish);
  const started = performance.now();
  const { dataFolder, origin, base } = ctx.environment;
  const fetchBack = toFetchBack({ dataFolder, origin, base });
  const isNewKey = values["new-key"];
  const place = { dataFolder, origin, base, files: ctx.files, keep: KEEP_RELEASES, fetchBack, isNewKey };
  const result = await run(ctx, place);
  if (values.rollback !== undefined) return await tellRollback(ctx, asked);
  if (!result) return { ok: true, json: { id: null }, text: "没有等待发布的内容。" };
  if (values.out !== undefined) {
    await copyOut(join(releasesFolder(dataFolder), result.id, SITE), resolve(values.out));
  }
  return toOutcome(result, (performance.now() - started) / 1000);
});

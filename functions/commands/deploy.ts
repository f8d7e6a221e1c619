import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { NotDeployed } from "#release/errors.ts";
import { SITE, findCurrent, releasesFolder } from "#release/folders.ts";
import { askForRelease } from "#services/releases/ask.ts";
import type { ReleasePlace } from "#services/releases/run.ts";
import { runReleases } from "#services/releases/run.ts";
import { ASSET_LIMITS, checkAssets, findNearLimit, waitUntilLive } from "../edge/deploy-assets.ts";
import { layOutEdge } from "../edge/lay-out.ts";
import type { AssetLimits } from "../edge/plan-packs.ts";
import { runWrangler } from "../edge/run-wrangler.ts";
import { openWranglerStore } from "../edge/wrangler-store.ts";
import { KEEP_RELEASES } from "../environment.ts";
import type { CommandContext } from "./open-context.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";
import { toFetchBack } from "../site/fetch-back.ts";

const OPTIONS = {
  queued: { type: "boolean", default: false },
  full: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  plan: { type: "string", default: "paid" },
  bucket: { type: "string", default: "huiyin-files" },
} as const;

const root = fileURLToPath(new URL("../../", import.meta.url));

const toVars = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ["--var", `${name}:${value}`]);

async function deployWorker(config: string, dryRun: boolean, more: readonly string[] = []): Promise<void> {
  const code = await runWrangler(["deploy", "--config", config, ...more, ...(dryRun ? ["--dry-run"] : [])], root);
  if (code !== 0) throw new NotDeployed("not_deployed", `Failed to deploy: wrangler ended with ${code}`);
}

/** Worker and files together as one version, which is live as a whole or not at all; before it what it is bound to. */
async function deployVersion(ctx: CommandContext, id: string, limits: AssetLimits, dryRun: boolean): Promise<number> {
  const { dataFolder, base, origin } = ctx.environment;
  const { reader, main } = await layOutEdge({
    folder: root,
    site: join(releasesFolder(dataFolder), id, SITE),
    base,
    limits,
  });
  const files = await checkAssets(join(root, "dist", "edge", "assets"), limits.files);
  const near = findNearLimit(files, limits.files);
  if (near !== undefined) process.stderr.write(`${near}\n`);
  await deployWorker(reader, dryRun);
  // The pages were built for this address: what wrangler.toml says of it must not differ.
  const address = { BASE_PATH: `${base}/`, ...(origin === "" ? {} : { SITE_URL: origin }) };
  await deployWorker(main, dryRun, toVars(address));
  return files;
}

function toPlace(ctx: CommandContext, bucket: string, limits: AssetLimits): ReleasePlace {
  const { dataFolder, origin, base } = ctx.environment;
  return {
    dataFolder,
    origin,
    base,
    keep: KEEP_RELEASES,
    files: openWranglerStore(join(dataFolder, "files"), bucket),
    fetchBack: toFetchBack({ dataFolder, origin, base }),
    goLive: async (id) => {
      await deployVersion(ctx, id, limits, false);
      await waitUntilLive(`${origin}${base}`, id);
    },
  };
}

async function tryOut(ctx: CommandContext, limits: AssetLimits): Promise<Outcome> {
  const current = await findCurrent(ctx.environment.dataFolder);
  if (current === undefined) throw new Usage("还没有生成过网站。请先运行 npm run release，再试部署。");
  const files = await deployVersion(ctx, current, limits, true);
  return {
    ok: true,
    json: { dryRun: true, id: current, files },
    text: `试部署完成：${current}，${files} 个文件，没有上传。`,
  };
}

/**
 * npm run deploy [-- --queued] [--full] [--dry-run] [--plan free|paid] [--bucket NAME] [--json]: brings the schema up to date, builds a
 * release and deploys it with the Worker; done when the live site says that it is this release. --queued only where one
 * was asked for (for the machine that the deploy hook wakes), --dry-run uploads nothing.
 */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  if (values.plan !== "free" && values.plan !== "paid") throw new Usage("--plan 应为 free 或 paid。");
  const limits = ASSET_LIMITS[values.plan];
  const ctx = await openContext();
  if (values["dry-run"]) return await tryOut(ctx, limits);
  if (ctx.environment.origin === "") throw new Usage("请先设置 SITE_URL：部署后要打开它核对。");
  if (!values.queued) await askForRelease(ctx, "release.request", { full: values.full });
  const result = await runReleases(ctx, toPlace(ctx, values.bucket, limits));
  if (!result) return { ok: true, json: { id: null }, text: "没有等待发布的内容。" };
  const { id, manifest } = result;
  const json = { id, root: manifest.root, pages: manifest.pages, files: manifest.files };
  return { ok: true, json, text: `已上线 ${id}：${manifest.pages} 个页面，${manifest.files} 个文件。` };
});

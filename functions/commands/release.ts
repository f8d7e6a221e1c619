import { parseArgs } from "node:util";
import { askForRelease } from "#services/releases/ask.ts";
import { runReleases } from "#services/releases/run.ts";
import { KEEP_RELEASES } from "../environment.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { runCommand } from "./run-command.ts";

/** npm run release [-- --queued] [--json]: builds and swaps in a release; with --queued only if one was asked for. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: { queued: { type: "boolean", default: false } } });
  const ctx = await openContext();
  if (!values.queued) await askForRelease(ctx);
  const started = performance.now();
  const { dataFolder, origin, base } = ctx.environment;
  const result = await runReleases(ctx, { dataFolder, origin, base, keep: KEEP_RELEASES });
  if (!result) return { ok: true, json: { id: null }, text: "没有等待发布的内容。" };
  const { id, manifest, removed } = result;
  const seconds = (performance.now() - started) / 1000;
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const { pages, root } = manifest;
  return {
    ok: true,
    json: { id, root, pages, files: manifest.files.length, bytes, seconds, removed },
    text: `已发布 ${id}：${pages} 个页面，${manifest.files.length} 个文件，${(bytes / 1e6).toFixed(1)} MB，用时 ${seconds.toFixed(1)} 秒。`,
  };
});

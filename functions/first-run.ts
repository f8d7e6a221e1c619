import { inspect } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { listCampaigns } from "#db/reads/campaigns.ts";
import { findCurrent, readManifest } from "#release/folders.ts";
import { findCodeHash } from "#release/plan/code-hash.ts";
import { findPlanCode } from "#release/plan/store-plan.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { ensureFirstAdmin } from "#services/accounts/first-admin.ts";
import { ServiceError, Underway } from "#services/errors.ts";
import type { ReleaseResult } from "#services/releases/run.ts";
import { runReleases } from "#services/releases/run.ts";
import { explainFailure } from "#services/releases/sentence.ts";
import type { CommandContext } from "./commands/open-context.ts";
import { KEEP_RELEASES } from "./environment.ts";

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

const WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** Another process may be at it, or one that was killed may still seem to be: that passes. */
async function releaseWhenFree(ctx: CommandContext): Promise<ReleaseResult | undefined> {
  const { dataFolder, origin, base } = ctx.environment;
  for (let waited = 0; ; waited += WAIT_MS) {
    try {
      return await runReleases(ctx, { dataFolder, origin, base, files: ctx.files, keep: KEEP_RELEASES });
    } catch (error) {
      if (!(error instanceof Underway) || waited >= LONGEST_WAIT_MS) throw error;
      if (waited === 0) say("另一次发布尚未结束，请稍候……");
      await sleep(WAIT_MS);
    }
  }
}

/** The way in for the first administrator, until there is one. */
async function announceFirstAdmin(ctx: CommandContext): Promise<void> {
  const first = await ensureFirstAdmin(ctx);
  if (!first) return;
  const { origin, host, port, base } = ctx.environment;
  // Port 0 is chosen when the server listens; the line that says so follows.
  const at = origin || (port === 0 ? "" : `http://${host}:${port}`);
  say("还没有系统管理员。启动后，在浏览器中打开下面的地址，用一次性代码启用管理员账号：");
  say(`  地址：${at}${base}/console/activate`);
  say(`  登录名：${first.login}`);
  say(`  一次性代码：${first.code}（24 小时内有效；再次启动会换成新的）`);
}

/** True where the code of today would make other pages of the same facts. */
async function isOfOtherCode(dataFolder: string, id: string): Promise<boolean> {
  return (await findPlanCode(dataFolder, id)) !== (await findCodeHash());
}

async function ensureSite(ctx: CommandContext): Promise<void> {
  const { dataFolder, origin, base } = ctx.environment;
  const current = await findCurrent(dataFolder);
  const manifest = current === undefined ? undefined : await readManifest(dataFolder, current);
  if (current !== undefined && manifest?.origin === origin && manifest.base === base) {
    if (!(await isOfOtherCode(dataFolder, current))) return;
    say("程序有更新，网站将在后台按新程序重新生成，其间照常可以访问。");
    await askForRelease(ctx, "release.update");
    return;
  }
  say(current === undefined ? "正在生成网站……" : "网站地址的设置有变化，正在重新生成网站……");
  await askForRelease(ctx, "release.first");
  const result = await releaseWhenFree(ctx);
  if (result) say(`网站已生成：${result.manifest.pages} 个页面。`);
}

/**
 * First start: the demo city where it is wanted, and the first release; a new one too where address or code changed. A
 * release that does not come about stops nobody from working: it is said here, and stands in the record of releases.
 */
export async function prepareFirstRun(ctx: CommandContext): Promise<void> {
  if (ctx.environment.demo && (await listCampaigns(ctx.db)).length === 0) {
    say("首次启动：正在载入演示城市云川市……");
    const { loadDemoCity } = await import("#db/seed/load-demo-city.ts");
    const { motions, replies } = await loadDemoCity(ctx);
    say(`已载入 ${motions} 件建议提案、${replies} 份答复。`);
  }
  await announceFirstAdmin(ctx);
  try {
    await ensureSite(ctx);
  } catch (error) {
    process.stderr.write(`${inspect(error)}\n`);
    const sentence = error instanceof ServiceError ? error.message : explainFailure(error).error;
    say(`网站这次没有生成：${sentence}。办理工作台照常可用。`);
  }
}

import { listCampaigns } from "#db/reads/campaigns.ts";
import { writeTransaction } from "#db/transaction.ts";
import { findCurrent } from "#release/folders.ts";
import { requestRelease } from "#services/releases/request.ts";
import { runReleases } from "#services/releases/run.ts";
import type { CommandContext } from "./commands/open-context.ts";
import { KEEP_RELEASES } from "./environment.ts";

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** First start: the demo city where it is wanted, and the first release. Later starts find both and do nothing. */
export async function prepareFirstRun(ctx: CommandContext): Promise<void> {
  const { demo, dataFolder, origin, base } = ctx.environment;
  if (demo && (await listCampaigns(ctx.db)).length === 0) {
    say("首次启动：正在载入演示城市云川市……");
    const { loadDemoCity } = await import("#db/seed/load-demo-city.ts");
    const { motions, replies } = await loadDemoCity(ctx);
    say(`已载入 ${motions} 件建议提案、${replies} 份答复。`);
  }
  if ((await findCurrent(dataFolder)) !== undefined) return;
  say("正在生成网站……");
  await writeTransaction(ctx.db, async (tx) => await requestRelease(tx, ctx, "release.first"));
  const result = await runReleases(ctx, { dataFolder, origin, base, keep: KEEP_RELEASES });
  if (result) say(`网站已生成：${result.manifest.pages} 个页面。`);
}

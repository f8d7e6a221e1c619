import { verifyAudit } from "#services/audit-verify.ts";
import { openContext } from "./open-context.ts";
import { runCommand } from "./run-command.ts";

const REASONS = { missing: "缺失", changed: "内容被改动", unchained: "与上一条不相连" } as const;

/** npm run audit:verify: the first broken row of the audit, or ok with the count. */
await runCommand(process.argv.slice(2), async () => {
  const verdict = await verifyAudit((await openContext()).db);
  const text = verdict.ok
    ? `ok：共 ${verdict.rows} 条，首尾相连。`
    : `第 ${verdict.seq} 条${REASONS[verdict.reason]}。`;
  return { ok: verdict.ok, json: verdict, text };
});

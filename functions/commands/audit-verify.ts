import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findCurrent, readManifest } from "#release/folders.ts";
import type { AuditVerdict } from "#services/audit-verify.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { openContext } from "./open-context.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = "用法：npm run audit:verify -- [--anchor 哈希值或 huiyin-release.json …] [--json]";
const HASH = /^[0-9a-f]{64}$/;

/** A head as published: 64 hexadecimal digits, or the file of a release that holds them. */
async function readAnchor(given: string): Promise<string> {
  if (HASH.test(given)) return given;
  const text = await readFile(given, "utf8").catch(() => "");
  const found = /"auditHead":\s*"([0-9a-f]{64})"/.exec(text)?.[1];
  if (found === undefined) throw new Usage(`“${given}”中没有操作记录的哈希值。${USAGE}`);
  return found;
}

/** What the site that is live now says of the audit at its time. */
async function readLiveAnchor(dataFolder: string): Promise<string[]> {
  const current = await findCurrent(dataFolder);
  const head = current === undefined ? null : (await readManifest(dataFolder, current))?.auditHead;
  return head ? [head] : [];
}

function toText(verdict: AuditVerdict): string {
  if (verdict.ok) return `ok：共 ${verdict.rows} 条，首尾相连，与 ${verdict.anchors} 处已公布的哈希值相符。`;
  const { seq } = verdict;
  switch (verdict.reason) {
    case "missing":
      return `第 ${seq} 条缺失。`;
    case "changed":
      return `第 ${seq} 条内容被改动。`;
    case "unchained":
      return `第 ${seq} 条与上一条不相连。`;
    case "unanchored":
      return `现有的 ${seq} 条虽然首尾相连，但与已公布的哈希值不符：记录被截去或重写，或者恢复了旧的数据库。`;
    case "unguarded":
      return `${seq} 条记录完好，但防止改动的触发器缺失或被改动：${(verdict.lost ?? []).join("、")}。`;
  }
}

/** npm run audit:verify: the first broken row of the audit, or ok with the count; checked against the live release too. */
await runCommand(process.argv.slice(2), async (argv) => {
  const { values } = parseArgs({ args: argv, options: { anchor: { type: "string", multiple: true } } });
  const given = await Promise.all((values.anchor ?? []).map(readAnchor));
  const ctx = await openContext();
  const anchors = [...given, ...(await readLiveAnchor(ctx.environment.dataFolder))];
  const verdict = await verifyAudit(ctx.db, { anchors });
  return { ok: verdict.ok, json: verdict, text: toText(verdict) };
});

import { parseArgs } from "node:util";
import { readDocuments } from "#exchange/documents/read-documents.ts";
import type { DocumentReport } from "#services/documents/import-documents.ts";
import { importDocuments } from "#services/documents/import-documents.ts";
import { openContext } from "./open-context.ts";
import { readText } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

const STATES = { published: "已公开", stopped: "未公开", unchanged: "没有变化" } as const;

function describe({ title, state, findings }: DocumentReport): string {
  const stops = findings.filter((finding) => finding.severity === "block");
  const reasons = state === "stopped" ? stops.map((finding) => `  ${finding.message}`) : [];
  return [`《${title}》：${STATES[state]}`, ...reasons].join("\n");
}

export async function importDocumentsCommand(argv: string[]): Promise<Outcome> {
  const options = { mask: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const [path] = positionals;
  if (!path) throw new Usage("用法：npm run import -- documents 文件.json [--mask]");
  const documents = await importDocuments(await openContext(), readDocuments(await readText(path)), {
    masked: values.mask,
  });
  const stopped = documents.some((report) => report.state === "stopped");
  const advice = stopped ? ["请遮盖后重新导入（加 --mask 由系统遮盖）。"] : [];
  return { ok: !stopped, json: { documents }, text: [...documents.map(describe), ...advice].join("\n") };
}

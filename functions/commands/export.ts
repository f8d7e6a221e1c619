import { stat, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { ExportFile } from "#services/exports/export-file.ts";
import { PAPER_FORMATS, TABLE_FORMATS } from "#services/exports/export-file.ts";
import type { ExportArguments } from "./export-kinds.ts";
import { PAPER_EXPORTS, TABLE_EXPORTS } from "./export-kinds.ts";
import type { CommandContext } from "./open-context.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";
import { toPdf } from "./to-pdf.ts";

const USAGE = `用法：
npm run export -- letter|feedback-form 交办编号 [--edition 1] --out 文件.docx|html|pdf
npm run export -- notice --campaign 2026 [--kind suggestion|proposal] [--unit 单位代码] --out 文件.docx|html|pdf
npm run export -- reminder --unit 单位代码 [--campaign 2026] --out 文件.docx|html|pdf
npm run export -- summary --campaign 2026 --outline unit|district|government [--unit 单位代码] [--kind suggestion|proposal] --out 文件.docx|html|pdf
npm run export -- document 文件编号 --out 文件.docx|html|pdf
npm run export -- allocation --campaign 2026 --kind suggestion|proposal [--unit 单位代码] --out 文件.xlsx|csv
npm run export -- ledger [--campaign 2026] [--kind …] [--unit …] [--q 标题文字] --out 文件.xlsx|csv
npm run export -- statistics --year 2026 --out 文件.xlsx|csv
pdf 由本机的 LibreOffice 转换；没有安装的，导出 html 后由浏览器另存为 PDF。`;

const OPTIONS = {
  out: { type: "string" },
  campaign: { type: "string" },
  kind: { type: "string" },
  unit: { type: "string" },
  year: { type: "string" },
  outline: { type: "string" },
  edition: { type: "string" },
  q: { type: "string" },
} as const;

function getFormat<F extends string>(extension: string, formats: readonly F[], more: readonly string[] = []): F {
  const found = formats.find((format) => format === extension);
  if (found) return found;
  throw new Usage(`--out 的文件名应以 ${[...formats, ...more].map((item) => `.${item}`).join("、")} 结尾。`);
}

async function make(ctx: CommandContext, what: string, args: ExportArguments, extension: string): Promise<ExportFile> {
  const paper = PAPER_EXPORTS[what];
  if (paper) {
    if (extension !== "pdf") return await paper(ctx, args, getFormat(extension, PAPER_FORMATS, ["pdf"]));
    const docx = await paper(ctx, args, "docx");
    const name = docx.name.replace(/\.docx$/, ".pdf");
    return docx.body instanceof Uint8Array ? { ...docx, name, body: await toPdf(docx.body) } : docx;
  }
  const table = TABLE_EXPORTS[what];
  if (!table) throw new Usage(USAGE);
  return await table(ctx, args, getFormat(extension, TABLE_FORMATS));
}

/** npm run export -- WHAT … --out FILE: what the office hands over, written to a file; its ending says the format. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  const [what = "", id] = positionals;
  const { out, ...options } = values;
  if (out === undefined || !(what in PAPER_EXPORTS || what in TABLE_EXPORTS)) throw new Usage(USAGE);
  const ctx = await openContext();
  const { origin, base, host, port } = ctx.environment;
  const site = `${origin === "" ? `http://${host}:${port}` : origin}${base}`;
  const file = await make(ctx, what, { id, options, site }, extname(out).slice(1).toLowerCase());
  await writeFile(out, file.body);
  const { size } = await stat(out);
  return { ok: true, json: { file: out, bytes: size, name: file.name }, text: `已导出 ${file.name}，写入 ${out}。` };
});

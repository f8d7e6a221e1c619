import { basename } from "node:path";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { CheckedFigure } from "#domain/statistics/published/check-figures.ts";
import { checkFigures } from "#domain/statistics/published/check-figures.ts";
import { PublishedFigures } from "#domain/statistics/published/published-figure.ts";
import { readText } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";

const SEVERITIES = { error: "矛盾", warning: "待说明" } as const;

function parseJson(text: string, file: string): unknown {
  try {
    // A byte order mark is what Windows editors leave.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UnreadableFile(
      "not_json",
      `文件“${file}”不是 JSON。请用 JSON 列出数字：编号、总数、各部分的件数和比例。`,
    );
  }
}

function parseFigures(text: string, file: string) {
  const parsed = PublishedFigures.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  const reason = /\p{Script=Han}/u.test(issue?.message ?? "") ? issue?.message : "内容不完整或者类型不对";
  const message = `文件“${file}”中的数字无法核对${where === "" ? "" : `（${where}）`}：${reason}。每组数字要有编号 id 和各部分 parts，每部分要有名称 label。`;
  throw new UnreadableFile("figures_wrong", message);
}

function describe({ id, findings }: CheckedFigure): string {
  if (findings.length === 0) return `${id}：没有发现矛盾`;
  return [`${id}：`, ...findings.map(({ severity, message }) => `  ${SEVERITIES[severity]}：${message}`)].join("\n");
}

/** npm run check -- --figures FILE.json : whether stated figures agree with one another. Throws UnreadableFile. */
export async function checkFigureFile(path: string): Promise<Outcome> {
  const file = basename(path);
  const figures = checkFigures(parseFigures(await readText(path), file));
  const inconsistent = figures.filter(({ findings }) => findings.length > 0).length;
  const sum = `核对 ${figures.length} 组数字，${inconsistent} 组有矛盾或者需要说明。`;
  return { ok: true, json: { file, inconsistent, figures }, text: [...figures.map(describe), sum].join("\n") };
}

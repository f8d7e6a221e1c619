import { z } from "zod";

const count = z.int("件数应为整数").min(0, "件数不能为负数");
const words = z.string().max(500, "文字请控制在 500 字以内");
/** As printed. Text keeps a last zero that a JSON number loses: "63.40". */
const percent = z.union([z.number(), z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/, "比例应写作数字，如 63.4")]);

const partShape = {
  label: words.min(1, "请写明这一部分的名称"),
  n: count.nullish(),
  /** In percent, and with how many decimals it was printed; without it as many as the number has. */
  published_percent: percent.nullish(),
  decimals: z.int().min(0).max(4, "最多四位小数").nullish(),
  /** 约 62%: a round number that was not meant exactly. */
  about_percent: z.number().nullish(),
  /** Of this part alone, where it is not that of the figure. */
  base: count.nullish(),
  /** 超过 6300: a lower bound. */
  at_least: z.boolean().nullish(),
  /** 上年, 比上年增加, 比上年增长 %. */
  previous_n: count.nullish(),
  change: z.int().nullish(),
  change_percent: percent.nullish(),
};
const Part = z.object(partShape);
export type PublishedPart = z.infer<typeof Part>;

const figureShape = {
  id: words.min(1, "请写明编号"),
  place: words.nullish(),
  year: z.int().nullish(),
  about: words.nullish(),
  base: count.nullish(),
  base_label: words.nullish(),
  /** Another whole named in the same text: 848 件 beside 1103 件次. */
  second_base: count.nullish(),
  second_base_label: words.nullish(),
  /** Do the parts make up the whole? Unsaid: judged by the numbers. */
  parts_exclude_each_other: z.boolean().nullish(),
  /** A total printed under the parts. */
  sum_of_parts: count.nullish(),
  issued: count.nullish(),
  returned: count.nullish(),
  /** What is to be reached, not what was. */
  targets: z.boolean().nullish(),
};
const MOST_PARTS = 500;
const tooMany = `一组数字最多 ${MOST_PARTS} 项`;

/** A set of figures as a government printed it: a base, its parts, and what stands beside them. Notes of others are passed over. */
const PublishedFigure = z.object({ ...figureShape, parts: z.array(Part).max(MOST_PARTS, tooMany) });
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** The same where nothing unknown is let in. */
export const StrictFigure = z.strictObject({
  ...figureShape,
  parts: z.array(z.strictObject(partShape)).max(MOST_PARTS, tooMany),
});

const list = z.array(PublishedFigure).min(1, "没有要核对的数字").max(2000, "一次最多核对 2000 组数字");
/** A file of figures: a list, an object that holds one, or a single figure. */
export const PublishedFigures = z.union([list, z.object({ figures: list }), PublishedFigure]).transform((input) => {
  if (Array.isArray(input)) return input;
  return "figures" in input ? input.figures : [input];
});

export type FigureFinding = {
  readonly code: string;
  /** error: cannot be right. warning: may be explained, and should be. */
  readonly severity: "error" | "warning";
  /** base, or the label of the part. */
  readonly where: string;
  /** What is wrong, and what to do. */
  readonly message: string;
};

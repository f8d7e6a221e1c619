import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { SchemeClass } from "#domain/scheme/scheme.ts";
import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import { getYearFigures } from "#services/statistics/get-year.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { NoQuery, OVERSEERS, READ_PROBLEMS, access, json } from "../http/route-parts.ts";

const percent = z.string().nullable().openapi({ description: "百分数，两位小数；分母为零时为 null" });
const Rate = z.strictObject({
  key: z.string(),
  label: z.string(),
  numerator: z.int(),
  base: z.int(),
  percent,
  definition: z.string(),
});
const Figures = z
  .strictObject({
    year: z.int(),
    kind: z.enum(MOTION_KINDS).nullable(),
    asOf: z.string().nullable(),
    motions: z.int().openapi({ description: "件数" }),
    keyItems: z.int(),
    filed: z.int().nullable(),
    owed: z.int().openapi({ description: "应答复件次" }),
    answered: z.int(),
    published: z.int(),
    withheld: z.int(),
    withdrawn: z.int(),
    classes: z.array(z.strictObject({ class: SchemeClass, count: z.int(), share: percent })),
    fromLedger: z.int().openapi({ description: "已答复中只有往年台账记载、没有答复文件的件次" }),
    unclassified: z.int(),
    schemeName: z.string().nullable(),
    rates: z.array(Rate),
  })
  .openapi("Figures");
const YearFigures = z.strictObject({ year: z.int(), total: Figures, kinds: z.array(Figures) }).openapi("YearFigures");

const getRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/statistics/{year}",
  operationId: "getStatistics",
  summary: "年度统计：每个比率都附分子、分母和口径",
  tags: ["统计"],
  request: {
    params: z.strictObject({ year: z.string().regex(/^\d{4}$/, "年份应为四位数字") }),
    query: NoQuery,
  },
  responses: { 200: json(YearFigures, "年度统计"), ...READ_PROBLEMS },
});

function toFigures(figures: YearStatistics): z.infer<typeof Figures> {
  return {
    ...figures,
    classes: figures.classes.map((share) => ({ ...share })),
    rates: figures.rates.map((rate) => ({ ...rate })),
  };
}

export const statistics = new OpenAPIHono<ApiEnv>().openapi(getRoute, async (c) => {
  const { year, total, kinds } = await getYearFigures(contextOf(c), Number(c.req.valid("param").year));
  return c.json({ year, total: toFigures(total), kinds: kinds.map(toFigures) }, 200);
});

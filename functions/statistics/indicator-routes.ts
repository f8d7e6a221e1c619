import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { listCountedRows } from "#services/statistics/list-counted-rows.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { PEOPLE, READ_PROBLEMS, access, json, pageOf } from "../http/route-parts.ts";
import {
  CountedQuery,
  CountedRow,
  IndicatorsQuery,
  YearIndicators,
  toCountedRow,
  toYearIndicators,
} from "./indicator-schema.ts";

const year = z.string().regex(/^\d{4}$/, "年份应为四位数字");
const code = z.string().regex(/^[a-z0-9_]{1,80}$/, "指标代码由小写字母、数字和下划线组成");
const tags = ["统计"];

const indicatorsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/statistics/{year}/indicators",
  operationId: "getIndicators",
  summary: "年度全部指标：可按类别、机关、单位、分类分别统计；承办单位只有本单位的",
  tags,
  request: { params: z.strictObject({ year }), query: IndicatorsQuery },
  responses: { 200: json(YearIndicators, "指标"), ...READ_PROBLEMS },
});

const rowsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/statistics/{year}/indicators/{code}/rows",
  operationId: "listIndicatorRows",
  summary: "一个指标的分子或者分母所数的各项，与该数同一口径",
  tags,
  request: { params: z.strictObject({ year, code }), query: CountedQuery },
  responses: { 200: json(pageOf(CountedRow), "一页所数各项"), ...READ_PROBLEMS },
});

export const indicators = new OpenAPIHono<ApiEnv>()
  .openapi(indicatorsRoute, async (c) => {
    const read = await readIndicators(contextOf(c), {
      ...c.req.valid("query"),
      year: Number(c.req.valid("param").year),
    });
    return c.json(toYearIndicators(read), 200);
  })
  .openapi(rowsRoute, async (c) => {
    const { year, code } = c.req.valid("param");
    const page = await listCountedRows(contextOf(c), { ...c.req.valid("query"), year: Number(year), code });
    return c.json({ ...page, items: page.items.map(toCountedRow) }, 200);
  });

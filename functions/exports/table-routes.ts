import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { exportAllocation } from "#services/exports/allocation.ts";
import { exportLedger } from "#services/exports/ledger.ts";
import { exportStatistics } from "#services/exports/statistics.ts";
import { AssignmentsQuery } from "../assignments/schema.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, PEOPLE, READ_PROBLEMS, access } from "../http/route-parts.ts";
import { sendFile, siteOf } from "../http/send-file.ts";
import { TABLE, campaign, kind, tableFormat, unit } from "./schema.ts";

const tags = ["导出"];

const allocationRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/allocation",
  operationId: "exportAllocation",
  summary: "办理分配表，版式与导入的相同",
  tags,
  request: { query: z.strictObject({ campaign, kind, unit: unit.optional(), format: tableFormat }) },
  responses: { 200: TABLE, ...READ_PROBLEMS },
});

const ledgerRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/ledger",
  operationId: "exportLedger",
  summary: "办理台账：筛选条件与台账列表相同，全部导出",
  tags,
  // The filters of the list and nothing of its pages: an export is whole, and by number.
  request: {
    query: AssignmentsQuery.omit({ cursor: true, limit: true, sort: true }).extend({ format: tableFormat }).strict(),
  },
  responses: { 200: TABLE, ...LIST_PROBLEMS },
});

const statisticsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/statistics/{year}",
  operationId: "exportStatistics",
  summary: "年度统计表：各项指标的数量、基数、比率和口径；承办单位只有本单位的",
  tags,
  request: {
    params: z.strictObject({ year: z.string().regex(/^\d{4}$/, "年份应为四位数字") }),
    query: z.strictObject({ format: tableFormat }),
  },
  responses: { 200: TABLE, ...READ_PROBLEMS },
});

export const tableExports = new OpenAPIHono<ApiEnv>()
  .openapi(allocationRoute, async (c) => await sendFile(c, await exportAllocation(contextOf(c), c.req.valid("query"))))
  .openapi(ledgerRoute, async (c) => {
    const { format, ...filter } = c.req.valid("query");
    return await sendFile(c, await exportLedger(contextOf(c), { filter, format, site: siteOf(c) }));
  })
  .openapi(statisticsRoute, async (c) => {
    const { format } = c.req.valid("query");
    const year = Number(c.req.valid("param").year);
    return await sendFile(c, await exportStatistics(contextOf(c), { year, format }));
  });

import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { formatCsv } from "#exchange/csv/format-csv.ts";
import type { HistoryItem } from "#services/motions/list-history.ts";
import { listHistory, listWholeHistory } from "#services/motions/list-history.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { NoQuery, PEOPLE, PageQuery, READ_PROBLEMS, access, json, pageOf } from "../http/route-parts.ts";
import { motionParams } from "./step-route.ts";

const HistoryEntry = z
  .strictObject({
    seq: z.int(),
    at: z.string().openapi({ example: "2026-06-15 09:00" }),
    who: z.string().openapi({ description: "角色或者单位，不列姓名" }),
    unit: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
    sentence: z.string(),
  })
  .openapi("HistoryEntry");

const tags = ["建议提案"];

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions/{id}/history",
  operationId: "getMotionHistory",
  summary: "一件的办理经过，每项操作一句话；承办单位只见与本单位有关的",
  tags,
  request: {
    params: motionParams,
    query: z.strictObject({ ...PageQuery, sort: z.enum(["at", "-at"]).default("-at") }),
  },
  responses: { 200: json(pageOf(HistoryEntry), "一页经过"), ...READ_PROBLEMS },
});

const csvRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions/{id}/history.csv",
  operationId: "getMotionHistoryCsv",
  summary: "一件的办理经过（CSV），先发生的在前",
  tags,
  request: { params: motionParams, query: NoQuery },
  responses: {
    200: { description: "CSV 文件", content: { "text/csv": { schema: z.string() } } },
    ...READ_PROBLEMS,
  },
});

function toEntry({ seq, at, who, unit, sentence }: HistoryItem): z.infer<typeof HistoryEntry> {
  return { seq, at, who, unit: unit && { ...unit }, sentence };
}

export const motionHistory = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const { sort, ...query } = c.req.valid("query");
    const { id } = c.req.valid("param");
    const page = await listHistory(contextOf(c), id, { ...query, descending: sort === "-at" });
    return c.json({ ...page, items: page.items.map(toEntry) }, 200);
  })
  .openapi(csvRoute, async (c) => {
    const { id } = c.req.valid("param");
    const items = await listWholeHistory(contextOf(c), id);
    const rows = items.map(({ seq, at, who, unit, sentence }) => [String(seq), at, who, unit?.name ?? "", sentence]);
    const name = `${id}-history.csv`;
    return c.body(formatCsv([["序号", "时间", "经办", "承办单位", "事项"], ...rows]), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  });

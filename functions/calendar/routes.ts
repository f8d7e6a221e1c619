import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { CalendarView } from "#services/campaigns/read-calendar.ts";
import { readCalendar } from "#services/campaigns/read-calendar.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, PEOPLE, access, json } from "../http/route-parts.ts";

const Calendar = z
  .strictObject({
    days: z.array(
      z.strictObject({
        date: z.string(),
        workday: z.boolean().nullable().openapi({ description: "是否工作日；没有该年放假安排时为 null" }),
        name: z.string().nullable().openapi({ description: "节假日名称，或调休上班" }),
      }),
    ),
    workdays: z.int().nullable().openapi({ description: "工作日天数；范围内有未收录年份时为 null" }),
    notCovered: z.array(z.strictObject({ year: z.int(), message: z.string() })),
    years: z.array(
      z.strictObject({
        year: z.int(),
        source: z.string().openapi({ description: "国务院办公厅放假安排通知的文号" }),
        issuedOn: z.string(),
      }),
    ),
  })
  .openapi("Calendar");

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/calendar",
  operationId: "getCalendar",
  summary: "工作日和法定节假日；未收录的年份明确说明，不作推算",
  tags: ["基础资料"],
  request: {
    query: z.strictObject({
      from: z.iso.date().openapi({ description: "开始日期" }),
      to: z.iso.date().openapi({ description: "结束日期，含当日，最多 400 天" }),
    }),
  },
  responses: { 200: json(Calendar, "逐日"), ...LIST_PROBLEMS },
});

function toCalendar({ days, workdays, notCovered, years }: CalendarView): z.infer<typeof Calendar> {
  return {
    days: days.map(({ date, workday, name }) => ({ date, workday, name })),
    workdays,
    notCovered: notCovered.map(({ year, message }) => ({ year, message })),
    years: years.map(({ year, source, issuedOn }) => ({ year, source, issuedOn })),
  };
}

export const calendar = new OpenAPIHono<ApiEnv>().openapi(getRoute, (c) => {
  return c.json(toCalendar(readCalendar(contextOf(c), c.req.valid("query"))), 200);
});

import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { checkFigures } from "#domain/statistics/published/check-figures.ts";
import { checkProse } from "#domain/statistics/published/check-prose.ts";
import { StrictFigure } from "#domain/statistics/published/published-figure.ts";
import type { ApiEnv } from "../deps.ts";
import { NoQuery, PEOPLE, access, input, json, problems } from "../http/route-parts.ts";

const Input = z
  .strictObject({
    figures: z.array(StrictFigure).max(200, "一次最多核对 200 组数字").default([]),
    text: z
      .string()
      .max(200_000, "文字请控制在 20 万字以内")
      .default("")
      .openapi({ description: "总结、报告的文字：查找没有总数可对应的比例" }),
  })
  .refine(({ figures, text }) => figures.length > 0 || text.trim() !== "", "请提供要核对的数字或者文字");

const Finding = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]).openapi({ description: "error 必有错误；warning 应当说明" }),
  where: z.string(),
  message: z.string(),
});

const Checked = z
  .strictObject({
    figures: z.array(z.strictObject({ id: z.string(), findings: z.array(Finding) })),
    text: z.array(Finding),
  })
  .openapi("CheckedFigures");

const checkRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/figure-checks",
  operationId: "checkFigures",
  summary: "核对总结、报告中的数字：部分与总数、比例与基数、各年之间是否一致；不保存任何内容",
  tags: ["统计"],
  request: { query: NoQuery, body: input(Input) },
  responses: { 200: json(Checked, "核对结果"), ...problems(400, 401, 403, 413, 415, 422, 500, 503) },
});

export const figureChecks = new OpenAPIHono<ApiEnv>().openapi(checkRoute, (c) => {
  const { figures, text } = c.req.valid("json");
  const checked = checkFigures(figures).map(({ id, findings }) => ({
    id,
    findings: findings.map((item) => ({ ...item })),
  }));
  return c.json({ figures: checked, text: checkProse(text).map((item) => ({ ...item })) }, 200);
});

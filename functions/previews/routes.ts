import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { planPublication, previewReply } from "#services/replies/preview.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { NoQuery, PEOPLE, READ_PROBLEMS, access, idParam, json, problems } from "../http/route-parts.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const tags = ["答复"];
const refusals = { ...READ_PROBLEMS, ...problems(409) };

/** The page's own styles and pictures, shown in a frame of the console and nowhere else; nothing of it runs. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/** They would be stopped anyway, each with a complaint of the browser. */
const SCRIPTS = /<script\b[\s\S]*?<\/script>/g;

const WHY = { new: "新增", changed: "有变化", gone: "不再有" } as const;

const previewRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/preview",
  operationId: "previewReply",
  summary: "公开后的网页预览：与公开网站同一套页面，按现在的文稿生成",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: { description: "网页", content: { "text/html": { schema: z.string() } } }, ...refusals },
});

const Plan = z
  .strictObject({
    pages: z
      .array(z.strictObject({ path: z.string(), why: z.enum(["new", "changed", "gone"]), whyLabel: z.string() }))
      .nullable()
      .openapi({ description: "下一次发布会改变的页面，含其他等待发布的改动；须通读全部数据才能知道的为 null" }),
  })
  .openapi("PublicationPlan");

const planRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/publication-plan",
  operationId: "planPublication",
  summary: "公开这份答复会改变公开网站的哪些页面",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: json(Plan, "会改变的页面"), ...refusals },
});

export const previews = new OpenAPIHono<ApiEnv>()
  .openapi(previewRoute, async (c) => {
    const { renderPage, origin = "" } = c.get("deps");
    if (!renderPage) throw new HttpProblem("no_such_address");
    const locals = await previewReply(contextOf(c), c.req.valid("param").id, origin);
    const html = (await renderPage(locals)).replace(SCRIPTS, "");
    return c.html(html, 200, { "Content-Security-Policy": POLICY });
  })
  .openapi(planRoute, async (c) => {
    const { explainChange } = c.get("deps");
    const explain = explainChange ?? (async () => null);
    const pages = await planPublication(contextOf(c), c.req.valid("param").id, explain);
    return c.json({ pages: pages && pages.map(({ path, why }) => ({ path, why, whyLabel: WHY[why] })) }, 200);
  });

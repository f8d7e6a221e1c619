import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { ATTITUDES } from "#domain/feedback/feedback-kinds.ts";
import { listDeadlinePresets, listFeedbackPresets } from "#services/campaigns/list-presets.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, NoQuery, PEOPLE, access, json, pageOf } from "../http/route-parts.ts";

const DeadlinePreset = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    source: z.string().openapi({ description: "出处" }),
    rules: CampaignRules,
  })
  .openapi("DeadlinePreset");

const FeedbackPreset = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    axes: z.array(
      z.strictObject({
        code: z.string(),
        label: z.string(),
        required: z.boolean(),
        ordersRedo: z.boolean().openapi({ description: "此项不满意的，应当重新办理" }),
        values: z.array(
          z.strictObject({ code: z.string(), label: z.string(), attitude: z.enum(ATTITUDES).nullable() }),
        ),
      }),
    ),
  })
  .openapi("FeedbackPreset");

const deadlineRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/deadline-presets",
  operationId: "listDeadlinePresets",
  summary: "各地办理期限和要求的预设，附出处",
  tags: ["基础资料"],
  request: {
    query: z.strictObject({
      year: z.coerce.number().int().min(1990).max(2100).optional().openapi({ description: "用于哪一年，默认今年" }),
    }),
  },
  responses: { 200: json(pageOf(DeadlinePreset), "全部预设"), ...LIST_PROBLEMS },
});

const feedbackRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/feedback-presets",
  operationId: "listFeedbackPresets",
  summary: "反馈表的预设：评价项目和选项，附出处",
  tags: ["基础资料"],
  request: { query: NoQuery },
  responses: { 200: json(pageOf(FeedbackPreset), "全部预设"), ...LIST_PROBLEMS },
});

export const presets = new OpenAPIHono<ApiEnv>()
  .openapi(deadlineRoute, (c) => {
    const page = listDeadlinePresets(contextOf(c), c.req.valid("query").year);
    return c.json(page, 200);
  })
  .openapi(feedbackRoute, (c) => {
    const page = listFeedbackPresets(contextOf(c));
    const items = page.items.map(({ id, name, source, axes }) => ({
      id,
      name,
      source,
      axes: axes.map(({ values, ...axis }) => ({ ...axis, values: [...values] })),
    }));
    return c.json({ ...page, items }, 200);
  });

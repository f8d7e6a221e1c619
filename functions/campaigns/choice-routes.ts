import { OpenAPIHono, z } from "@hono/zod-openapi";
import { setNames } from "#services/campaigns/set-names.ts";
import { SchemeChoice, setScheme } from "#services/campaigns/set-scheme.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { getIfMatch } from "../http/etag.ts";
import { answer, at, step } from "./year-act.ts";

const NamesInput = z.strictObject({
  namesPublic: z.boolean().openapi({ description: "公开网站是否显示代表、委员姓名" }),
});

const namesRoute = step(
  at("names"),
  "setCampaignNames",
  "代表、委员姓名是否公开：改为不公开的，这一年的网页立即隐去，下一次发布后不含姓名恢复",
  NamesInput,
  "put",
);
const schemeRoute = step(
  at("scheme"),
  "setCampaignScheme",
  "更换办理结果分类口径：选用已有的（schemeId），或者另写一种（own）；已有答复标明分类的，不能更换",
  SchemeChoice,
  "put",
);

/** What a year decided about names and classes. */
export const campaignChoices = new OpenAPIHono<ApiEnv>()
  .openapi(namesRoute, async (c) => {
    const { id } = c.req.valid("param");
    await setNames(contextOf(c), id, c.req.valid("json").namesPublic, getIfMatch(c));
    return await answer(c, id);
  })
  .openapi(schemeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await setScheme(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  });

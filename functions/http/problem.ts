import { z } from "@hono/zod-openapi";

/** RFC 9457. `code` is for machines and stable, `detail` for the person at the desk. */
export const Problem = z
  .strictObject({
    type: z.string().openapi({ description: "urn:huiyin:problem:{code}", example: "urn:huiyin:problem:stale" }),
    title: z.string(),
    status: z.int(),
    code: z.string().regex(/^[a-z][a-z0-9_]*$/),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;

export const PROBLEM_TYPE = "application/problem+json";

const TITLES = {
  400: "请求有误",
  401: "未通过身份验证",
  403: "没有权限",
  404: "没有找到",
  405: "请求方法不支持",
  409: "当前不能办理",
  412: "记录已有变动",
  413: "内容过大",
  415: "内容类型不支持",
  422: "内容需要改正",
  428: "缺少版本信息",
  429: "请稍后再试",
  500: "系统错误",
  503: "暂时不能使用",
} as const;
export type ProblemStatus = keyof typeof TITLES;

export function titleOf(status: ProblemStatus): string {
  return TITLES[status];
}

import type { OpenAPIHono } from "@hono/zod-openapi";
import { KEY_SCHEME, SESSION_SCHEME } from "../http/route-parts.ts";
import type { ApiDeps, ApiEnv } from "../deps.ts";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const DESCRIPTION = `建议提案办理的接口。除标明“公开”的以外，程序访问都要在 Authorization 请求头中写明“Bearer 密钥”，网页访问都要先登录。
修改已有记录，要在 If-Match 中写明读到的 ETag；公开、撤回、导入和请求发布，要在 Idempotency-Key 中写明不重复的编号。
未在本文档中列出的字段一律不接受。出错时返回 application/problem+json：code 供程序判断，detail 说明问题和办法，errors 逐项指出位置。`;

/** The document of what is registered so far; made once, because routes do not change while the program runs. */
export function makeDocument(
  api: OpenAPIHono<ApiEnv>,
  { version, base = "" }: Pick<ApiDeps, "version" | "base">,
): OpenApiDocument {
  api.openAPIRegistry.registerComponent("securitySchemes", KEY_SCHEME, {
    type: "http",
    scheme: "bearer",
    description: "hy_ 开头的访问密钥，由系统管理员发放",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", SESSION_SCHEME, {
    type: "apiKey",
    in: "cookie",
    name: "__Host-huiyin",
    description: "网页登录后由系统设置；在本机以 http 访问时名为 huiyin",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "回音办理接口", version, description: DESCRIPTION, license: { name: "Apache-2.0" } },
    servers: [{ url: `${base}/` }],
  });
}

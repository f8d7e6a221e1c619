import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../deps.ts";
import { SECURITY_HEADERS } from "../http/headers.ts";
import { NoQuery, PUBLIC, json, problems } from "../http/route-parts.ts";
import { DOCS_STYLE, renderDocs } from "./docs-page.ts";
import type { OpenApiDocument } from "./document.ts";

const Document = z.custom<OpenApiDocument>().openapi({ type: "object" });

const documentRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/openapi.json",
  operationId: "getOpenApi",
  summary: "本接口的 OpenAPI 3.1 文档",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: { 200: json(Document, "OpenAPI 3.1 文档"), ...problems(422, 500) },
});

const docsRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/docs",
  operationId: "getDocs",
  summary: "供人阅读的接口说明",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: {
    200: { description: "网页", content: { "text/html": { schema: z.string() } } },
    ...problems(422, 500),
  },
});

async function docsPolicy(): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(DOCS_STYLE));
  const style = `style-src 'sha256-${Buffer.from(hash).toString("base64")}'`;
  return `${SECURITY_HEADERS["Content-Security-Policy"]}; ${style}`;
}

/** `getDocument` is asked when the first reader comes: by then every route is registered. */
export function openapi(getDocument: () => OpenApiDocument) {
  return new OpenAPIHono<ApiEnv>()
    .openapi(documentRoute, (c) => c.json(getDocument(), 200))
    .openapi(docsRoute, async (c) => {
      c.header("Content-Security-Policy", await docsPolicy());
      return c.html(renderDocs(getDocument()), 200);
    });
}

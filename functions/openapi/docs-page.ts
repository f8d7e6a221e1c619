import { html, raw } from "hono/html";
import { ROLE_NAMES } from "#domain/handling/actor.ts";
import { REFUSALS } from "#domain/handling/refusal.ts";
import { HTTP_PROBLEMS } from "../http/http-problem.ts";
import type { OpenApiDocument } from "./document.ts";
import type { Operation } from "./operations.ts";
import { listOperations } from "./operations.ts";

/** The only style of the page; the policy of the answer names its hash, so nothing else can style or run. */
export const DOCS_STYLE = `:root{color-scheme:light dark}
body{font:16px/1.7 "Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:2px solid #a2231d;padding-bottom:.25rem}
h3{margin:1.75rem 0 .25rem}code{font:.95em/1.5 Consolas,"Source Code Pro",monospace;overflow-wrap:anywhere}
.pre{white-space:pre-line}dt{font-weight:600}dd{margin:0 0 .5rem 1.5rem}`;

type Html = ReturnType<typeof html>;

function roleNames(operation: Operation): string {
  const names: Record<string, string> = { ...ROLE_NAMES, public: "公开，不需要密钥" };
  return operation.roles.map((role) => names[role] ?? role).join("、");
}

function parameterList({ parameters }: Operation): Html | string {
  if (parameters.length === 0) return "";
  const places: Record<string, string> = { path: "地址", query: "查询", header: "请求头" };
  const items = parameters.map(
    ({ name, place, required, description }) =>
      html`<dt><code>${name}</code>（${places[place] ?? place}${required ? "，必填" : ""}）</dt>
        <dd>${description}</dd>`,
  );
  return html`<dl>${items}</dl>`;
}

function operationBlock(operation: Operation): Html {
  return html`<h3 id="${operation.id}">${operation.summary}</h3>
    <p><code>${operation.method.toUpperCase()} ${operation.path}</code></p>
    <p>可用角色：${roleNames(operation)}。可能的结果：${operation.statuses.join("、")}。</p>
    ${operation.takes ? html`<p>请求内容：<code>${operation.takes}</code></p>` : ""}${parameterList(operation)}`;
}

function problemList(): Html {
  const http = Object.entries(HTTP_PROBLEMS).map(([code, { status, detail }]) => ({ code, status, detail }));
  const rules = Object.entries(REFUSALS).map(([code, detail]) => ({ code, status: 409, detail }));
  const items = [...http, ...rules].map(
    ({ code, status, detail }) =>
      html`<dt><code>${code}</code>（${status}）</dt>
        <dd>${detail}</dd>`,
  );
  return html`<h2 id="problems">常见出错代码</h2>
    <dl>${items}</dl>`;
}

/** A page to read: every operation by subject, in Chinese, without script. */
export function renderDocs(document: OpenApiDocument): Html {
  const groups = Map.groupBy(listOperations(document), (operation) => operation.tag);
  const sections = [...groups].map(
    ([tag, operations]) =>
      html`<h2>${tag}</h2>
        ${operations.map(operationBlock)}`,
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        ${raw(`<style>${DOCS_STYLE}</style>`)}
      </head>
      <body>
        <h1>${document.info.title}</h1>
        <p class="pre">${document.info.description}</p>
        <p>
          供程序读取的文档：<a href="openapi.json"><code>openapi.json</code></a
          >（OpenAPI 3.1）
        </p>
        ${sections} ${problemList()}
      </body>
    </html>`;
}

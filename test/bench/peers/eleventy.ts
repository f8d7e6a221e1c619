import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Peer } from "./peer.ts";
import { YEAR_STYLE } from "./peer.ts";

/** The newest whose dependencies every registry mirror has. */
const VERSION = "3.1.2";

const LAYOUT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ title }}</title><style>${YEAR_STYLE}</style></head>
<body><header><a href="/">答复公开</a></header><main data-pagefind-body><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>
`;

const REPLY = `---
layout: layout.njk
pagination: { data: replies, size: 1, alias: page_of }
permalink: "{{ page_of.path }}index.html"
eleventyComputed: { title: "{{ page_of.title }}" }
---
<table><tr><th>办理单位</th><td>{{ page_of.unit }}</td></tr><tr><th>主题</th><td>{{ page_of.topic }}</td></tr><tr><th>文号</th><td>{{ page_of.docNumber }}</td></tr></table>
<p>{{ page_of.addressee }}：</p>
{% for block in page_of.blocks %}{% if block.heading %}<h2>{{ block.text }}</h2>{% else %}<p>{{ block.text }}</p>{% endif %}
{% endfor %}
`;

const YEAR = `---
layout: layout.njk
pagination: { data: years, size: 1, alias: of }
permalink: "/{{ of.year }}/index.html"
eleventyComputed: { title: "{{ of.year }}年" }
---
<ul>{% for entry in of.pages %}<li><a href="{{ entry.path }}">{{ entry.title }}</a></li>{% endfor %}</ul>
`;

const HOME = `---
layout: layout.njk
permalink: "/index.html"
title: 答复公开
---
<p>按年份浏览。</p>
`;

/** Eleventy with Nunjucks and pagination over the data; installed into the folder, so that the project does not carry it. */
export const ELEVENTY: Peer = {
  name: "Eleventy",
  prepare: async (folder, pages) => {
    await mkdir(join(folder, "_data"), { recursive: true });
    await mkdir(join(folder, "_includes"), { recursive: true });
    const years = [...Map.groupBy(pages, ({ year }) => year)].map(([year, group]) => ({
      year,
      pages: group.map(({ path, title }) => ({ path, title })),
    }));
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    await writeFile(join(folder, "_data/replies.json"), JSON.stringify(pages));
    await writeFile(join(folder, "_data/years.json"), JSON.stringify(years));
    await writeFile(join(folder, "_includes/layout.njk"), LAYOUT);
    await writeFile(join(folder, "reply.njk"), REPLY);
    await writeFile(join(folder, "year.njk"), YEAR);
    await writeFile(join(folder, "index.njk"), HOME);
    return promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", `@11ty/eleventy@${VERSION}`], {
      cwd: folder,
    }).then(
      () => true,
      () => false,
    );
  },
  build: { args: ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"] },
  output: "_site",
};

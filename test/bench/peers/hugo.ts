import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PeerPage } from "./corpus.ts";
import type { Peer } from "./peer.ts";
import { YEAR_STYLE } from "./peer.ts";

const CONFIG = `baseURL = "/"
languageCode = "zh-CN"
title = "答复公开"
hasCJKLanguage = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
`;

const BASE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title><style>${YEAR_STYLE}</style></head>
<body><header><a href="/">答复公开</a></header><main data-pagefind-body><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main></body></html>
`;

const SINGLE = `{{ define "main" }}<table><tr><th>办理单位</th><td>{{ .Params.unit }}</td></tr><tr><th>主题</th><td>{{ .Params.topic }}</td></tr><tr><th>文号</th><td>{{ .Params.docNumber }}</td></tr></table>
<p>{{ .Params.addressee }}：</p>
{{ .Content }}{{ end }}
`;

const LIST = `{{ define "main" }}<ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`;

/** Front matter may be JSON, so nothing has to be quoted anew. */
const toMarkdown = ({ blocks, path, ...meta }: PeerPage): string =>
  `${JSON.stringify({ ...meta, url: path })}\n\n${blocks.map(({ heading, text }) => (heading ? `## ${text}` : text)).join("\n\n")}\n`;

/** Hugo as Debian ships it: a Markdown file for each reply. */
export const HUGO: Peer = {
  name: "Hugo",
  prepare: async (folder, pages) => {
    const found = await promisify(execFile)("hugo", ["version"]).then(
      () => true,
      () => false,
    );
    if (!found) return false;
    await mkdir(join(folder, "layouts/_default"), { recursive: true });
    await writeFile(join(folder, "config.toml"), CONFIG);
    await writeFile(join(folder, "layouts/_default/baseof.html"), BASE);
    await writeFile(join(folder, "layouts/_default/single.html"), SINGLE);
    await writeFile(join(folder, "layouts/_default/list.html"), LIST);
    for (const year of new Set(pages.map((page) => page.year))) {
      await mkdir(join(folder, "content", String(year)), { recursive: true });
      await writeFile(join(folder, "content", String(year), "_index.md"), `{"title":"${year}年"}\n`);
    }
    for (const page of pages)
      await writeFile(
        join(folder, "content", String(page.year), `${page.path.slice(1, -1).replaceAll("/", "-")}.md`),
        toMarkdown(page),
      );
    return true;
  },
  build: { program: "hugo", args: ["--quiet"] },
  output: "public",
};

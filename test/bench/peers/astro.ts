import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Peer } from "./peer.ts";
import { YEAR_STYLE } from "./peer.ts";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

const CONFIG = `import { defineConfig } from "astro/config";
export default defineConfig({ cacheDir: "./.cache", vite: { cacheDir: "./.vite" }, devToolbar: { enabled: false } });
`;

const LAYOUT = `---
const { title } = Astro.props;
---
<html lang="zh-CN"><head><meta charset="utf-8" /><title>{title}</title><style is:global>${YEAR_STYLE}</style></head>
<body><header><a href="/">答复公开</a></header><main data-pagefind-body><h1>{title}</h1><slot /></main></body></html>
`;

const REPLY = `---
import { readFileSync } from "node:fs";
import Layout from "../layout.astro";
export function getStaticPaths() {
  const pages = JSON.parse(readFileSync("pages.json", "utf8"));
  return pages.map((page) => ({ params: { path: page.path.slice(1, -1) }, props: { page } }));
}
const { page } = Astro.props;
---
<Layout title={page.title}>
<table><tr><th>办理单位</th><td>{page.unit}</td></tr><tr><th>主题</th><td>{page.topic}</td></tr><tr><th>文号</th><td>{page.docNumber}</td></tr></table>
<p>{page.addressee}：</p>
{page.blocks.map((block) => (block.heading ? <h2>{block.text}</h2> : <p>{block.text}</p>))}
</Layout>
`;

const YEAR = `---
import { readFileSync } from "node:fs";
import Layout from "../layout.astro";
export function getStaticPaths() {
  const years = Map.groupBy(JSON.parse(readFileSync("pages.json", "utf8")), (page) => page.year);
  return [...years].map(([year, pages]) => ({ params: { year: String(year) }, props: { year, pages } }));
}
const { year, pages } = Astro.props;
---
<Layout title={\`\${year}年\`}><ul>{pages.map((page) => <li><a href={page.path}>{page.title}</a></li>)}</ul></Layout>
`;

const HOME = `---
import Layout from "../layout.astro";
---
<Layout title="答复公开"><p>按年份浏览。</p></Layout>
`;

/** Stock Astro of the version that the project itself uses, one page for each reply from getStaticPaths. */
export const ASTRO: Peer = {
  name: "Astro",
  prepare: async (folder, pages) => {
    await mkdir(join(folder, "src/pages"), { recursive: true });
    await symlink(MODULES, join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    await writeFile(join(folder, "astro.config.mjs"), CONFIG);
    await writeFile(join(folder, "pages.json"), JSON.stringify(pages));
    await writeFile(join(folder, "src/layout.astro"), LAYOUT);
    await writeFile(join(folder, "src/pages/[...path].astro"), REPLY);
    await writeFile(join(folder, "src/pages/[year].astro"), YEAR);
    await writeFile(join(folder, "src/pages/index.astro"), HOME);
    return true;
  },
  build: { args: ["node_modules/astro/bin/astro.mjs", "build", "--silent"] },
  output: "dist",
};

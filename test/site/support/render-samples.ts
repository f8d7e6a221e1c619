import { spawnSync } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, PageLocals, SiteFrame } from "#domain/view/page-view.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;

export type Renderer = { readonly folder: string; readonly render: (locals: PageLocals) => Promise<string> };

/** Compiles the pages for a base path, in a folder of its own so that no other build is disturbed. */
export async function buildRenderer(base: string, name: string): Promise<Renderer> {
  const folder = join(ROOT, "node_modules/.cache/huiyin-site-test", name);
  await rm(folder, { recursive: true, force: true });
  const script = new URL("build-renderer.ts", import.meta.url).pathname;
  const done = spawnSync(process.execPath, [script, base, folder], {
    cwd: ROOT,
    encoding: "utf8",
    // Not the test runner's own environment: its BASE_URL would become import.meta.env.BASE_URL of the pages.
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ASTRO_TELEMETRY_DISABLED: "1" },
  });
  if (done.status !== 0) throw new Error(`astro build failed:\n${done.stdout}\n${done.stderr}`);
  const { render } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "renderer/entry.mjs")).href);
  return { folder, render };
}

export type Rendered = { readonly page: Page; readonly html: string };

export async function renderPages(renderer: Renderer, site: SiteFrame, pages: readonly Page[]): Promise<Rendered[]> {
  const rendered: Rendered[] = [];
  for (const page of pages) rendered.push({ page, html: await renderer.render({ site, ...page }) });
  return rendered;
}

/** Writes pages with their assets as a browsable folder under `out`. */
export async function writePages(renderer: Renderer, rendered: readonly Rendered[], out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(join(renderer.folder, "assets"), out, { recursive: true });
  await cp(join(ROOT, "public"), out, { recursive: true });
  for (const { page, html } of rendered) {
    await mkdir(join(out, page.path), { recursive: true });
    await writeFile(join(out, page.path, "index.html"), html);
  }
}

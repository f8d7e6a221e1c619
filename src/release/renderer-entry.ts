import { createApp } from "astro/app/entrypoint";
import type { PageLocals } from "#domain/view/page-view.ts";

const app = createApp({ streaming: false });

/** Renders one page. `path` begins and ends with a slash and carries no base path. */
export async function render(locals: PageLocals): Promise<string> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, "");
  const response = await app.render(new Request(`http://release.invalid${base}${locals.path}`), { locals });
  const expected = locals.view.page === "not_found" ? 404 : 200;
  if (response.status !== expected) throw new Error(`Failed to render ${locals.path}: status ${response.status}`);
  return await response.text();
}

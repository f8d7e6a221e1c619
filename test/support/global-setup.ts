import { buildRenderer } from "#release/render/renderer.ts";

/** Compiles the pages once, before test files that release would each do it. */
export default async function setup(): Promise<void> {
  await buildRenderer("");
}

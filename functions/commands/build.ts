import { readEnvironment } from "../environment.ts";
import { buildRenderer } from "#release/render/renderer.ts";
import { runCommand } from "./run-command.ts";

/** npm run build: compiles the pages; a release does it by itself where it is needed. */
await runCommand(process.argv.slice(2), async () => {
  const { base } = readEnvironment(process.env);
  await buildRenderer(base);
  return { ok: true, json: { base }, text: "页面模板已编译。" };
});

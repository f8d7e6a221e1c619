import { buildConsole } from "../console/build-console.ts";
import { readEnvironment } from "../environment.ts";
import { buildRenderer } from "#release/render/renderer.ts";
import { runCommand } from "./run-command.ts";

/** npm run build: compiles the pages and the console; a release and a start do it by themselves where it is needed. */
await runCommand(process.argv.slice(2), async () => {
  const { base } = readEnvironment(process.env);
  await buildRenderer(base);
  await buildConsole(base);
  return { ok: true, json: { base }, text: "页面模板和工作台已编译。" };
});

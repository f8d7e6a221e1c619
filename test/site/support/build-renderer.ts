import { build } from "astro";

/** Compiles the pages for one base path into a folder of its own: `node build-renderer.ts BASE FOLDER`. */
const [base = "/", folder = ""] = process.argv.slice(2);
await build({
  root: new URL("../../../", import.meta.url).pathname,
  base,
  outDir: folder,
  build: { client: "./assets/", server: "./renderer/" },
  logLevel: "warn",
});

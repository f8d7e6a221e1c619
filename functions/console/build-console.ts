import { fileURLToPath } from "node:url";
import { buildOnce } from "#release/render/build-once.ts";

const root = new URL("../../", import.meta.url);
/** The domain too: the console reads its words and its gate from there. */
const SOURCES = [
  "src/console/",
  "src/domain/",
  "public/favicon.svg",
  "functions/console/build-console.ts",
  "package-lock.json",
];

async function compile(base: string, folder: URL): Promise<void> {
  // Vite and its plugin take a second to load: only who compiles pays it.
  const [{ build }, { default: vue }] = await Promise.all([import("vite"), import("@vitejs/plugin-vue")]);
  await build({
    root: fileURLToPath(new URL("src/console/", root)),
    base: `${base}/console/`,
    configFile: false,
    logLevel: "error",
    plugins: [vue()],
    // The content security policy allows no data: scripts and no inline style sheets.
    build: { outDir: fileURLToPath(folder), emptyOutDir: false, assetsInlineLimit: 0, reportCompressedSize: false },
  });
}

/** Compiles the console where no build of these very sources and this base path exists. Gives its folder. */
export async function buildConsole(base: string): Promise<URL> {
  return await buildOnce({
    prefix: "console-",
    sources: SOURCES,
    salt: base,
    compile: (folder) => compile(base, folder),
  });
}

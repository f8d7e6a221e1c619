import { fileURLToPath } from "node:url";
import { buildOnce } from "#release/render/build-once.ts";
import { buildRenderer } from "#release/render/renderer.ts";

const root = new URL("../../", import.meta.url);
const SOURCES = [
  "functions/",
  "src/services/",
  "src/exchange/",
  "src/domain/",
  "src/site/",
  "src/pages/",
  "src/release/renderer-entry.ts",
  "db/",
  "astro.config.mjs",
  "package.json",
  "package-lock.json",
];

/** Of packages, and of our own `imports` in package.json. */
const CONDITIONS = ["workerd", "worker", "module", "import", "default"];
const EMPTY = "\0huiyin-empty";

/** Pictures are never resized here, and of Zod's fifty languages the code names none but its first. */
const leaveOut = {
  name: "huiyin-leave-out",
  enforce: "pre" as const,
  resolveId: (source: string, importer?: string) => {
    if (source === "sharp") return EMPTY;
    return source === "../locales/index.js" && importer?.includes("/zod/v4/") ? EMPTY : undefined;
  },
  load: (id: string) => (id === EMPTY ? "export default {};" : undefined),
};

type Entry = { readonly source: string; readonly file: string; readonly alias?: Readonly<Record<string, string>> };

/** One file with nothing left to resolve but Node's own modules, which workerd has (nodejs_compat). */
export async function bundleWorker({ source, file, alias = {} }: Entry, folder: URL): Promise<void> {
  const { build } = await import("vite");
  await build({
    root: fileURLToPath(root),
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [leaveOut],
    ssr: { target: "webworker", noExternal: true, resolve: { conditions: CONDITIONS } },
    resolve: { conditions: CONDITIONS, alias },
    build: {
      ssr: fileURLToPath(new URL(source, root)),
      outDir: fileURLToPath(folder),
      emptyOutDir: false,
      minify: true,
      target: "es2024",
      rolldownOptions: { external: [/^node:/], output: { entryFileNames: file, codeSplitting: false } },
    },
  });
}

/** Compiles the Worker, pages included, where no build of these very sources and this base path exists. Gives its folder. */
export async function buildWorker(base: string): Promise<URL> {
  return await buildOnce({
    prefix: "worker-",
    sources: SOURCES,
    salt: base,
    compile: async (folder) => {
      const renderer = fileURLToPath(new URL("server/entry.mjs", await buildRenderer(base)));
      await bundleWorker(
        { source: "functions/worker.ts", file: "worker.js", alias: { "huiyin:renderer": renderer } },
        folder,
      );
    },
  });
}

/** The same for the Worker that reads PDFs (pdf-reader.toml). */
export async function buildPdfReader(): Promise<URL> {
  return await buildOnce({
    prefix: "pdf-reader-",
    sources: ["functions/edge/", "src/exchange/attachment/", "src/exchange/unreadable-file.ts", "package-lock.json"],
    salt: "",
    compile: async (folder) =>
      await bundleWorker({ source: "functions/edge/pdf-reader.ts", file: "pdf-reader.js" }, folder),
  });
}

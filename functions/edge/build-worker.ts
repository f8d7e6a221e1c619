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

async function compile(base: string, folder: URL): Promise<void> {
  const [{ build }, renderer] = await Promise.all([import("vite"), buildRenderer(base)]);
  await build({
    root: fileURLToPath(root),
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [leaveOut],
    // One file with nothing left to resolve but Node's own modules, which workerd has (nodejs_compat).
    ssr: { target: "webworker", noExternal: true },
    resolve: {
      conditions: ["workerd", "worker", "module", "import", "default"],
      alias: { "huiyin:renderer": fileURLToPath(new URL("server/entry.mjs", renderer)) },
    },
    build: {
      ssr: fileURLToPath(new URL("functions/worker.ts", root)),
      outDir: fileURLToPath(folder),
      emptyOutDir: false,
      minify: true,
      target: "es2024",
      rolldownOptions: { external: [/^node:/], output: { entryFileNames: "worker.js", codeSplitting: false } },
    },
  });
}

/** Compiles the Worker, pages included, where no build of these very sources and this base path exists. Gives its folder. */
export async function buildWorker(base: string): Promise<URL> {
  return await buildOnce({
    prefix: "worker-",
    sources: SOURCES,
    salt: base,
    compile: async (folder) => await compile(base, folder),
  });
}

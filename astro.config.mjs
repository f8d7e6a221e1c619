import { defineConfig } from "astro/config";

const at = (path) => new URL(path, import.meta.url);

/**
 * The portal is static, but its pages are compiled once and rendered many times: `astro build` turns src/pages into a
 * module with one function, render(path, locals) -> HTML, which a release calls for each page (design §1.2, §6).
 */
const renderer = {
  name: "huiyin-renderer",
  hooks: {
    "astro:config:done": ({ setAdapter }) =>
      setAdapter({
        name: "huiyin-renderer",
        entrypointResolution: "auto",
        serverEntrypoint: at("./src/release/renderer-entry.ts"),
        supportedAstroFeatures: {
          serverOutput: "stable",
          sharpImageService: { support: "limited", suppress: "all", message: "" },
        },
        adapterFeatures: { buildOutput: "server" },
      }),
  },
};

export default defineConfig({
  output: "server",
  // A build is kept under the hash of its sources (src/release/render/renderer.ts), so several can stand side by side.
  outDir: process.env.HUIYIN_BUILD_FOLDER || "./dist/latest",
  adapter: renderer,
  session: false,
  base: process.env.BASE_PATH || "/",
  trailingSlash: "ignore",
  build: {
    serverEntry: "entry.mjs",
    // The content security policy allows no inline style and no inline script.
    inlineStylesheets: "never",
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Windows 7 ends at Chrome 109, which knows neither nesting nor `width >= 60rem`; many offices still read with less.
      cssTarget: ["chrome90", "firefox91", "safari14"],
    },
  },
  devToolbar: { enabled: false },
});

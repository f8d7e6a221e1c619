import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { contentType } from "../site/content-type.ts";
import { SITE_HEADERS } from "../site/site-headers.ts";

/**
 * The portal's policy, and a store by nobody: what the console shows is the office's own. Component libraries set styles
 * by script only, which no policy forbids, so none has to be allowed here.
 */
const HEADERS = {
  ...SITE_HEADERS,
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Robots-Tag": "noindex",
};
const HASHED = /^assets\/[\w.-]+$/;

/** The console's files: compiled ones carry their hash in the name, every other address is the one page. */
export function createConsole(folder: URL, base: string): Hono {
  const app = new Hono();
  app.get(`${base}/console`, (c) => c.redirect(`${base}/console/`, 301));
  app.get(`${base}/console/*`, async (c) => {
    const path = c.req.path.slice(`${base}/console/`.length);
    const isAsset = path.startsWith("assets/");
    if (isAsset && !HASHED.test(path)) return c.text("没有这个文件。", 404, HEADERS);
    const file = isAsset ? path : "index.html";
    const bytes = await readFile(new URL(file, folder)).catch(() => undefined);
    if (!bytes) return c.text("没有这个文件，请刷新页面。", 404, HEADERS);
    const zips = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "");
    const body = zips ? gzipSync(bytes) : bytes;
    return c.body(new Uint8Array(body), 200, {
      ...HEADERS,
      "Content-Type": contentType(file),
      "Cache-Control": isAsset ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
      ...(zips ? { "Content-Encoding": "gzip" } : {}),
    });
  });
  return app;
}

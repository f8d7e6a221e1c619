import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { contentType } from "../site/content-type.ts";
import { CONSOLE_HEADERS, consoleCacheControl, toConsoleFile } from "../site/site-headers.ts";

/** The console's files: compiled ones carry their hash in the name, every other address is the one page. */
export function createConsole(folder: URL, base: string): Hono {
  const app = new Hono();
  app.get(`${base}/console`, (c) => c.redirect(`${base}/console/`, 301));
  app.get(`${base}/console/*`, async (c) => {
    const path = c.req.path.slice(`${base}/console/`.length);
    const file = toConsoleFile(path);
    const bytes = file === undefined ? undefined : await readFile(new URL(file, folder)).catch(() => undefined);
    if (file === undefined || !bytes) return c.text("没有这个文件，请刷新页面。", 404, CONSOLE_HEADERS);
    const zips = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "");
    const body = zips ? gzipSync(bytes) : bytes;
    return c.body(new Uint8Array(body), 200, {
      ...CONSOLE_HEADERS,
      "Content-Type": contentType(file),
      "Cache-Control": consoleCacheControl(file),
      Vary: "Accept-Encoding",
      ...(zips ? { "Content-Encoding": "gzip" } : {}),
    });
  });
  return app;
}

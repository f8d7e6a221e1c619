import type { Context } from "hono";
import { PAPER_STYLE } from "#exchange/write/html/paper-style.ts";
import type { ExportFile } from "#services/exports/export-file.ts";
import type { ApiEnv } from "../deps.ts";
import { SECURITY_HEADERS } from "./headers.ts";

/**
 * RFC 6266 with the name in UTF-8 (RFC 8187); who cannot read it gets a plain one. A page is shown, a file is saved.
 */
export function toDisposition({ name, format }: Pick<ExportFile, "name" | "format">): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${format === "html" ? "inline" : "attachment"}; filename="export.${format}"; filename*=UTF-8''${encoded}`;
}

/** The page's one style is named by its hash; nothing else may run or load. */
async function pagePolicy(): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(PAPER_STYLE));
  const style = `style-src 'sha256-${Buffer.from(hash).toString("base64")}'`;
  return `${SECURITY_HEADERS["Content-Security-Policy"]}; ${style}`;
}

/** Chunk after chunk, as fast as the reader takes them. What fails on the way ends the connection: half a file is none. */
function toStream(chunks: AsyncIterable<Uint8Array>, report: (error: unknown) => void): ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        report(error);
        controller.error(error);
      }
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** Origin and base path under which the public site is reached: of the settings, or else of the request. */
export function siteOf(c: Context<ApiEnv>): string {
  const { origin, base = "" } = c.get("deps");
  return `${origin || new URL(c.req.url).origin}${base}`;
}

export async function sendFile(c: Context<ApiEnv>, file: ExportFile): Promise<Response> {
  const { type, body, format } = file;
  c.header("Content-Type", type);
  c.header("Content-Disposition", toDisposition(file));
  if (format === "html") c.header("Content-Security-Policy", await pagePolicy());
  if (body instanceof Uint8Array) return c.body(new Uint8Array(body), 200);
  const { report } = c.get("deps");
  return c.body(
    toStream(body, (error) => report?.(error, c.get("requestId"))),
    200,
  );
}

import { gunzipSync } from "node:zlib";
import { isGzip } from "./kinds/read-gzip.ts";

/** Shorter runs are words and hashes. */
export const LEAST_BASE64 = 41;
const RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{41,}/g;
const LARGEST = 16 * 1024 * 1024;

function toText(bytes: Buffer): string {
  if (!isGzip(bytes)) return bytes.toString("utf8");
  return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString("utf8");
}

/**
 * What runs of more than forty base64 characters (RFC 4648 §4, §5) say. A run may have taken in letters before it,
 * so each is read from all four places at which a group can begin.
 * @throws where a run holds gzip that cannot be opened
 */
export function decodeBase64Runs(text: string): string[] {
  return (text.match(RUN) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((start) => toText(Buffer.from(run.slice(start), "base64"))),
  );
}

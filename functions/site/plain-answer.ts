import { SITE_HEADERS } from "./site-headers.ts";

/** One sentence, or nothing but headers, where no page is there to be shown. */
export function answerPlain(
  sentence: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(sentence === "" ? null : sentence, {
    status,
    headers: { ...SITE_HEADERS, "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
}

/** Taken down a moment ago: the release without it is being made. */
export function answerHidden(): Response {
  return answerPlain("本页内容正在更新，请稍后再看。", 503, { "Retry-After": "30" });
}

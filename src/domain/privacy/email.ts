import type { Hit } from "./hit.ts";

// @ and what people write in its place; in words only between brackets or blanks.
const AT =
  /@|[#*](?=\s?(?:qq|163|126|139|189|gmail|sina|foxmail|outlook|hotmail|[a-z0-9-]{2,40}[.。](?:com|cn|net|org)))|[[({<【]\s?(?:at|艾特|圈a|a)\s?[\])}>】]|\s(?:at|艾特)\s|艾特/gi;
const LONGEST_LOCAL = 64;
const LOCAL_UNIT = /[A-Za-z0-9._%+-]/;
const DOT = String.raw`\s?(?:[.。·•]|点|\[dot\]|\(dot\)|\sdot\s)\s?`;
const DOMAIN = new RegExp(String.raw`^\s?[A-Za-z0-9-]{1,40}(?:${DOT}[A-Za-z0-9-]{1,40}){0,4}${DOT}[A-Za-z]{2,10}`, "i");
const SECRET_NEAR = /密\W{0,3}[码碼]|口令|passw|pwd/i;

/** Start of the name before the sign; the sign itself if there is none. */
function localStart(text: string, sign: number): number {
  let start = sign;
  if (text[start - 1] === " ") start -= 1;
  const end = start;
  while (start > 0 && end - start < LONGEST_LOCAL && LOCAL_UNIT.test(text[start - 1] ?? "")) start -= 1;
  return start === end ? sign : start;
}

/** E-mail addresses; one with its password near by blocks, since it opens the box to anyone (the notice of 2023 did). */
export function findEmails(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(AT)) {
    const after = match.index + match[0].length;
    const domain = DOMAIN.exec(text.slice(after, after + 120));
    const start = localStart(text, match.index);
    if (!domain || start === match.index) continue;
    const end = after + domain[0].length;
    const secret = SECRET_NEAR.test(text.slice(end, end + 40));
    hits.push({ code: "pii_email", severity: secret ? "block" : "review", start, end });
  }
  return hits;
}

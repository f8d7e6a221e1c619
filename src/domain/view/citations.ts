import { MOTION_KINDS, KIND_WORDS } from "../motion/kind.ts";
import { motionId } from "../motion/number.ts";
import { plainText } from "../reply/plain-text.ts";
import type { PublicMatter } from "./public-reply.ts";

/** 2024年对第2号提案的答复, 2023年闭会第1号建议: the year and the kind make a number one matter of this city's portal. */
const MATTER = /(20\d{2})年(?:对|的|答复的|提出的)?(闭会(?:期间)?的?)?第(\d{1,5})号(?:\S{0,4}?)(建议|提案)/gu;
const TITLE = /《([^《》]{4,80})》/gu;
const DOC_NUMBER = /[\p{Script=Han}]{2,12}〔20\d{2}〕\d{1,5}号/gu;

/** Shortest and longest name of a document that is looked for. */
function listNames(text: string): string[] {
  return [...text.matchAll(TITLE)].map((match) => match[1] ?? "").concat(text.match(DOC_NUMBER) ?? []);
}

function listMatters(text: string): string[] {
  return [...text.matchAll(MATTER)].flatMap(([, year, between, number, label]) => {
    const kind = MOTION_KINDS.find((item) => KIND_WORDS[item].label === label);
    return kind
      ? [motionId(Number(year), kind, { number: Number(number), betweenSessions: between !== undefined })]
      : [];
  });
}

/**
 * What the letters of a matter name: other matters by their identity, documents by title or 文号, each once and in order.
 * Names only: whether such a thing is on the site is seen when the page is made.
 */
export function listCitations(matter: PublicMatter): string[] {
  const texts = matter.replies.flatMap((reply) => [
    plainText(reply.body),
    ...reply.followUps.flatMap(({ body }) => (body ? [plainText(body)] : [])),
  ]);
  const all = texts.flatMap((text) => [...listMatters(text), ...listNames(text)]);
  return [...new Set(all)].filter((name) => name !== matter.id && name !== matter.title);
}

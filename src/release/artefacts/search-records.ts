import { motionNumberLabel } from "#domain/motion/number.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { publishedOn, toMatterLine } from "#domain/view/matter-line.ts";
import type { PublicDocument, PublicMatter } from "#domain/view/public-reply.ts";
import { FORMS_FOLLOW, type SearchRecord } from "#domain/view/search-record.ts";

/** "…收悉，现答复如下：" ends what every letter begins with; it comes early or not at all. */
const OPENING_END = /(?:答复|回复|函复|反馈|报告|汇报|说明)如下[：:。]?$/u;
const RECEIVED = /(?:收悉|已收到)[。！]?$/u;
const OPENING_BLOCKS = 3;

/** The formal opening of a letter and what it says after it, as paragraphs. */
function splitOpening(body: RichText): { opening: string[]; answer: string[] } {
  const blocks = textBlocks(body);
  const isEnd = (end: RegExp) => (text: string) => end.test(text.trim());
  const early = blocks.slice(0, OPENING_BLOCKS);
  const last = Math.max(early.findIndex(isEnd(OPENING_END)), early.findIndex(isEnd(RECEIVED)));
  return { opening: blocks.slice(0, last + 1), answer: blocks.slice(last + 1) };
}

type PublicReply = PublicMatter["replies"][number];

/** What became of the promises: the promises themselves stand in the letter. */
function aftercareTexts({ commitments }: PublicReply): string[] {
  return commitments.flatMap(({ events }) => events.flatMap(({ note, evidence }) => [note ?? "", evidence ?? ""]));
}

/** What stands around the letters on the page of the matter. */
function frameTexts({ asks, group, category, sitting, replies }: PublicMatter): string[] {
  const notes = replies.flatMap(({ editions }) => editions.flatMap(({ note }) => note ?? []));
  const names = replies.flatMap(({ attachments }) => attachments.map(({ name }) => name));
  return [...asks.map(({ text }) => text), group ?? "", category ?? "", sitting.name, ...notes, ...names];
}

/** What the letters say first, all else after the line FORMS_FOLLOW: both are found, the first is worth an excerpt. */
function matterBody(matter: PublicMatter, attachments: readonly string[]): string {
  const letters = matter.replies.map((reply) => {
    const texts = [reply.body, ...reply.followUps.flatMap((item) => (item.body ? [item.body] : []))].map(splitOpening);
    return {
      answer: [...texts.flatMap((text) => text.answer), ...aftercareTexts(reply)],
      forms: [...texts.flatMap((text) => text.opening), reply.title, reply.addressee, reply.signatory],
    };
  });
  const answer = letters.flatMap((letter) => letter.answer);
  const forms = [...letters.flatMap((letter) => letter.forms), ...frameTexts(matter), ...attachments];
  return [...answer, FORMS_FOLLOW, ...forms].filter((text, place) => text !== "" || place === answer.length).join("\n");
}

/** @param attachments lines of the texts of its attachments */
export function matterRecord(matter: PublicMatter, attachments: readonly string[] = []): SearchRecord {
  const line = toMatterLine(matter);
  return {
    path: matter.path,
    year: matter.year,
    kind: matter.kind,
    title: matter.title,
    numberLabel: motionNumberLabel(matter),
    docNumbers: matter.replies.flatMap((reply) => (reply.docNumber ? [reply.docNumber] : [])),
    indexNumbers: matter.replies.map((reply) => reply.indexNumber),
    units: [...matter.replies.map((reply) => reply.unit.name), ...matter.jointUnits.map((unit) => unit.name)],
    topic: matter.topic?.name ?? null,
    outcomes: line.outcomes.map((outcome) => `${outcome.code} ${outcome.label}`),
    mode: line.mode,
    keyItem: matter.keyItem,
    proposers: matter.proposers,
    publishedOn: publishedOn(matter),
    body: matterBody(matter, attachments),
  };
}

function documentFrame({ addressee, source, category, attachments }: PublicDocument): string[] {
  return [addressee, source, category, ...attachments].flatMap((text) => text ?? []);
}

export function documentRecord(document: PublicDocument): SearchRecord {
  return {
    path: document.path,
    year: Number(document.publishedAt.slice(0, 4)),
    kind: "document",
    title: document.title,
    numberLabel: "",
    docNumbers: document.docNumber ? [document.docNumber] : [],
    indexNumbers: [document.indexNumber],
    units: [document.issuer],
    topic: null,
    outcomes: [],
    mode: "full",
    keyItem: false,
    proposers: [],
    publishedOn: document.publishedAt.slice(0, 10),
    body: [...textBlocks(document.body).filter((text) => text !== ""), FORMS_FOLLOW, ...documentFrame(document)].join(
      "\n",
    ),
  };
}

import { motionNumberLabel } from "#domain/motion/number.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import { publishedOn, toMatterLine } from "#domain/view/matter-line.ts";
import type { PublicCity } from "#domain/view/public-city.ts";
import type { PublicDocument, PublicMatter } from "#domain/view/public-reply.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";

function matterBody(matter: PublicMatter): string {
  return matter.replies
    .flatMap((reply) => [
      reply.title,
      reply.addressee,
      plainText(reply.body),
      reply.signatory,
      ...reply.followUps.flatMap((item) => (item.body ? [plainText(item.body)] : [])),
    ])
    .join("\n");
}

function matterRecord(matter: PublicMatter): SearchRecord {
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
    body: matterBody(matter),
  };
}

function documentRecord(document: PublicDocument): SearchRecord {
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
    body: plainText(document.body),
  };
}

/** What can be found is what can be read: records are made of public objects only. */
export function makeSearchRecords(city: PublicCity): SearchRecord[] {
  return [...city.years.flatMap((year) => year.matters.map(matterRecord)), ...city.documents.map(documentRecord)];
}

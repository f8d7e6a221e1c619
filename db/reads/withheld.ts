import { and, eq, ne, or, sql } from "drizzle-orm";
import { plainText } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { Reader } from "../open.ts";
import { documents } from "../schema/documents.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies, returns, withdrawals } from "../schema/replies.ts";

/**
 * For the scan of a release, apart from the projection: what is withheld, and what is public.
 * A text is public if it belongs to the live edition of a published reply and is the text chosen for the public.
 */
const publicEdition = sql<boolean>`(${replies.publication} = 'published' and ${replies.liveEdition} = ${editions.number} and ${disclosures.mode} <> 'none')`;

const editionColumns = {
  isPublic: publicEdition,
  mode: disclosures.mode,
  title: editions.title,
  addressee: editions.addressee,
  docNumber: editions.docNumber,
  body: editions.body,
  publicBody: disclosures.publicBody,
  motionTitle: motions.title,
};

async function listEditionTexts(reader: Reader) {
  return await reader
    .select(editionColumns)
    .from(editions)
    .innerJoin(replies, eq(replies.assignmentId, editions.assignmentId))
    .innerJoin(assignments, eq(assignments.id, editions.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .leftJoin(
      disclosures,
      and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, editions.number)),
    );
}

const text = (body: RichText | null) => (body ? plainText(body) : "");

export type ReleaseTexts = { readonly withheld: string[]; readonly open: string[] };

async function readEditionTexts(reader: Reader, texts: ReleaseTexts): Promise<void> {
  for (const row of await listEditionTexts(reader)) {
    const words = [row.title ?? "", row.addressee ?? "", row.docNumber ?? ""];
    if (!row.isPublic) {
      texts.withheld.push(...words, text(row.body), text(row.publicBody));
    } else {
      texts.open.push(...words, row.motionTitle);
      const inFull = row.mode === "full";
      texts.open.push(inFull ? text(row.body) : text(row.publicBody));
      texts.withheld.push(inFull ? text(row.publicBody) : text(row.body));
    }
  }
}

/** Titles of motions without any public reply. */
async function readTitles(reader: Reader, texts: ReleaseTexts): Promise<void> {
  const hasPublic = sql<boolean>`exists (select 1 from ${assignments} a join ${replies} r on r.assignment_id = a.id where a.motion_id = ${motions.id} and r.publication = 'published')`;
  const rows = await reader.select({ title: motions.title, hasPublic }).from(motions);
  for (const row of rows) (row.hasPublic ? texts.open : texts.withheld).push(row.title);
}

async function readNotes(reader: Reader, texts: ReleaseTexts): Promise<void> {
  for (const row of await reader.select({ reason: returns.reason }).from(returns)) texts.withheld.push(row.reason);
  for (const row of await reader.select({ reason: withdrawals.reason }).from(withdrawals))
    texts.withheld.push(row.reason);
}

async function readFollowUps(reader: Reader, texts: ReleaseTexts): Promise<void> {
  const isOpen = sql<boolean>`(${followUps.publishedAt} is not null and ${replies.publication} = 'published')`;
  const rows = await reader
    .select({ body: followUps.body, isOpen })
    .from(followUps)
    .innerJoin(replies, eq(replies.assignmentId, followUps.assignmentId));
  for (const row of rows) (row.isOpen ? texts.open : texts.withheld).push(text(row.body));
}

async function readDocuments(reader: Reader, texts: ReleaseTexts): Promise<void> {
  const open = await reader.select().from(documents).where(eq(documents.state, "published"));
  for (const row of open) texts.open.push(row.title, text(row.body), row.docNumber ?? "", row.attachments.join("\n"));
  const shut = await reader
    .select()
    .from(documents)
    .where(or(ne(documents.state, "published")));
  for (const row of shut) texts.withheld.push(row.title, text(row.body));
}

export async function readReleaseTexts(reader: Reader): Promise<ReleaseTexts> {
  const texts: ReleaseTexts = { withheld: [], open: [] };
  await readEditionTexts(reader, texts);
  await readTitles(reader, texts);
  await readFollowUps(reader, texts);
  await readNotes(reader, texts);
  await readDocuments(reader, texts);
  return texts;
}

import { and, eq } from "drizzle-orm";
import { listShownChanges } from "#domain/reply/shown-editions.ts";
import type { Reader } from "../open.ts";
import { campaigns } from "../schema/campaigns.ts";
import { attachments, originals } from "../schema/files.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies, returns, withdrawals } from "../schema/replies.ts";
import { type MotionScope, ofAssignments, type Published, type ReleaseTextList, splitNames } from "./withheld-texts.ts";
import { namesArePublic } from "./names-public.ts";
import { listPublicAttachments } from "./public.ts";

async function listEditions(reader: Reader, scope: MotionScope) {
  return await reader
    .select({
      assignmentId: editions.assignmentId,
      number: editions.number,
      title: editions.title,
      addressee: editions.addressee,
      docNumber: editions.docNumber,
      body: editions.body,
      signatory: editions.signatory,
      contactName: editions.contactName,
      contactPhone: editions.contactPhone,
      copyTo: editions.copyTo,
      note: editions.note,
      showsChanges: editions.showsChanges,
      publishedAt: editions.publishedAt,
      indexNumber: replies.indexNumber,
      mode: disclosures.mode,
      groundText: disclosures.groundText,
      publicBody: disclosures.publicBody,
      namesPublic: namesArePublic,
    })
    .from(editions)
    .innerJoin(replies, eq(replies.assignmentId, editions.assignmentId))
    .innerJoin(assignments, eq(assignments.id, editions.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(campaigns, eq(campaigns.id, assignments.campaignId))
    .leftJoin(
      disclosures,
      and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, editions.number)),
    )
    .where(ofAssignments(scope, editions.assignmentId));
}
type EditionRow = Awaited<ReturnType<typeof listEditions>>[number];

/** Earlier editions whose words are read beside a correction. */
function listRead(rows: readonly EditionRow[], published: Published): ReadonlySet<EditionRow> {
  const groups = Map.groupBy(rows, (row) => row.assignmentId);
  const shown = [...groups].flatMap(([id, own]) => listShownChanges(own, published.editions.get(id) ?? 0));
  return new Set(shown.map(({ before }) => before));
}

function sortEdition(row: EditionRow, published: Published, isRead: boolean, texts: ReleaseTextList): void {
  const live = published.editions.get(row.assignmentId);
  const isOpen = live === row.number;
  const inFull = row.mode === "full";
  texts.sort(isOpen, row.title, row.docNumber, row.signatory, row.copyTo, row.contactPhone);
  // 甲等3名代表 stands on a public page where 甲 files another matter: the names are what may be withheld.
  texts.sort(isOpen && row.namesPublic, ...splitNames(row.addressee));
  texts.sortBody((isOpen && inFull) || isRead, row.body);
  texts.sortBody(isOpen && !inFull, row.publicBody);
  // Earlier published editions of a public reply are listed with their 更正说明.
  texts.sort(live !== undefined && row.publishedAt !== null, row.note);
  texts.sort(live !== undefined, row.indexNumber);
  if (isOpen && row.contactPhone) texts.show(`联系电话：${row.contactPhone}`);
  // A name under a letter and the reason behind a ground stay inside, whatever the letter.
  texts.keepBack(row.contactName, row.groundText);
}

async function readFollowUps(
  reader: Reader,
  published: Published,
  texts: ReleaseTextList,
  scope: MotionScope,
): Promise<void> {
  for (const row of await reader.select().from(followUps).where(ofAssignments(scope, followUps.assignmentId))) {
    const isOpen = row.publishedAt !== null && published.editions.has(row.assignmentId);
    texts.sortBody(isOpen, row.body);
    if (!isOpen) texts.keepBack(row.evidence);
  }
}

/** Names of files: those beside a public page are read there; what lies in the others is nowhere in the rows. */
async function readFileNames(reader: Reader, texts: ReleaseTextList, scope: MotionScope): Promise<void> {
  const open = new Set((await listPublicAttachments(reader, scope.motions)).map(({ id }) => id));
  for (const { id, name } of await reader
    .select({ id: attachments.id, name: attachments.name })
    .from(attachments)
    .where(ofAssignments(scope, attachments.assignmentId)))
    texts.sort(open.has(id), name);
  for (const { name } of await reader
    .select({ name: originals.name })
    .from(originals)
    .where(ofAssignments(scope, originals.assignmentId)))
    texts.keepBack(name);
}

/** Letters with what is said about them: returned, withdrawn, followed up. */
export async function readReplyTexts(
  reader: Reader,
  published: Published,
  texts: ReleaseTextList,
  scope: MotionScope,
): Promise<void> {
  const rows = await listEditions(reader, scope);
  const read = listRead(rows, published);
  for (const row of rows) sortEdition(row, published, read.has(row), texts);
  await readFollowUps(reader, published, texts, scope);
  await readFileNames(reader, texts, scope);
  const returned = reader.select({ reason: returns.reason }).from(returns);
  for (const row of await returned.where(ofAssignments(scope, returns.assignmentId))) texts.keepBack(row.reason);
  const withdrawn = reader.select({ reason: withdrawals.reason }).from(withdrawals);
  for (const row of await withdrawn.where(ofAssignments(scope, withdrawals.assignmentId))) texts.keepBack(row.reason);
}

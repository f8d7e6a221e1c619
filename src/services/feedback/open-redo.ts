import type { Transaction } from "#db/open.ts";
import { insertEdition, putDisclosure, updateReply } from "#db/writes/replies.ts";
import type { AssignmentState } from "#domain/handling/states.ts";
import { contentHash } from "../replies/content-hash.ts";
import type { LoadedReply } from "../replies/load-reply.ts";

const ANSWERED: readonly AssignmentState[] = ["replied", "closed"];

/**
 * 重新办理: the matter goes back to handling and the next edition opens as a draft with the words of the last; what is public
 * stays until the new one takes its place. Before the reply is final handling simply goes on: then nothing is opened.
 * Returns the state the assignment takes; undefined where it keeps its own.
 */
export async function openRedo(tx: Transaction, reply: LoadedReply, at: string): Promise<AssignmentState | undefined> {
  const { assignment, edition, disclosure } = reply;
  if (!edition || !ANSWERED.includes(assignment.state)) return undefined;
  // A correction that is under way becomes the second reply.
  if (edition.state !== "final") return "handling";
  const { assignmentId, classCode, docNumber, title, addressee, body, signatory, signedOn } = edition;
  const { contactName, contactPhone, copyTo, editedBy } = edition;
  const letter = {
    classCode,
    docNumber,
    title,
    addressee,
    body,
    signatory,
    signedOn,
    contactName,
    contactPhone,
    copyTo,
  };
  const words = { ...letter, note: "重新办理" };
  const number = edition.number + 1;
  await insertEdition(tx, {
    ...words,
    assignmentId,
    number,
    state: "draft",
    contentHash: contentHash(words, disclosure),
    // The words are those of the last hand on them.
    editedBy,
    editedAt: at,
  });
  if (disclosure) {
    const { mode, ground, groundText, publicBody, reviewAgainOn, consent } = disclosure;
    await putDisclosure(tx, assignmentId, number, { mode, ground, groundText, publicBody, reviewAgainOn, consent });
  }
  await updateReply(tx, assignmentId, { draftEdition: number });
  return "handling";
}

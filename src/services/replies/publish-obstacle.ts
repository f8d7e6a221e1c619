import { isPublicMode } from "#domain/disclosure/disclosure.ts";
import type { Refusal } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import type { LoadedReply } from "./load-reply.ts";

/** With no edition in work, what is there is the live one: public already, or taken back. */
function findLiveObstacle({ reply }: LoadedReply): Refusal | undefined {
  if (reply?.draftEdition !== null) return undefined;
  if (reply.publication === "published") return refuse("already_published");
  // What was withdrawn comes back only as a new edition that was approved anew.
  if (reply.publication === "withdrawn") return refuse("withdrawn");
  return undefined;
}

/** Why this person may not publish the reply now; undefined where nothing stands in the way. */
export function findPublishObstacle(actorId: string, loaded: LoadedReply): Refusal | undefined {
  const { edition, disclosure } = loaded;
  if (!edition || !disclosure) return refuse("wrong_state");
  const live = findLiveObstacle(loaded);
  if (live) return live;
  if (!isPublicMode(disclosure.mode)) return refuse("not_public");
  // T-C07: what is published is what was scanned and what was approved, to the letter.
  if (edition.scannedHash !== edition.contentHash) return refuse("scan_outdated");
  if (edition.approvedHash !== edition.contentHash) return refuse("approval_outdated");
  return checkSecondPerson(actorId, edition);
}

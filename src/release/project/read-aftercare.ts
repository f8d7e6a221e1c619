import type { Reader } from "#db/open.ts";
import * as rows from "#db/reads/public-aftercare.ts";

export type Aftercare = Awaited<ReturnType<typeof readAftercare>>;

/** What became of the public replies to these motions, by the assignment or motion that it belongs to. */
export async function readAftercare(reader: Reader, ids: readonly string[]) {
  const by = <T, K extends keyof T>(list: readonly T[], key: K) => Map.groupBy(list, (row) => row[key]);
  return {
    contacts: by(await rows.listPublicContacts(reader, ids), "assignmentId"),
    feedback: by(await rows.listPublicFeedback(reader, ids), "assignmentId"),
    commitments: by(await rows.listPublicCommitments(reader, ids), "assignmentId"),
    events: by(await rows.listPublicCommitmentEvents(reader, ids), "commitmentId"),
    answers: by(await rows.listPublicAnswers(reader, ids), "assignmentId"),
    extensions: by(await rows.listPublicExtensions(reader, ids), "assignmentId"),
    asks: by(await rows.listPublicAsks(reader, ids), "motionId"),
    votes: by(await rows.listPublicVotes(reader, ids), "motionId"),
  };
}

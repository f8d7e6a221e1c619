import { afterEach, beforeEach, expect, it } from "vitest";
import { readVotes } from "#services/votes/read-votes.ts";
import { VoteInput, recordVote } from "#services/votes/record-vote.ts";
import type { Office } from "#test/support/office.ts";
import { codeOf, listActions, openOffice } from "#test/support/office.ts";

const MOTION = "2026-jianyi-40";
// 沾益 2019: 28 issued, 28 returned, 25 满意.
const VOTE = {
  body: "云川市人大常委会",
  heldOn: "2026-06-15",
  issued: 28,
  returned: 28,
  satisfied: 25,
  basicallySatisfied: 3,
  dissatisfied: 0,
};

let t: Office;
beforeEach(async () => {
  t = await openOffice();
});
afterEach(async () => await t.close());
const ref = async () => ({ id: MOTION, version: (await readVotes(t.office, MOTION)).version });

it("votes stand one beside the other, apart from the filer's own verdict", async () => {
  await recordVote(t.office, await ref(), VOTE);
  await recordVote(t.office, await ref(), { ...VOTE, satisfied: 20, dissatisfied: 5 });
  const { votes } = await readVotes(t.unit, MOTION);
  expect(votes.map(({ seq, satisfied }) => [seq, satisfied])).toEqual([
    [1, 25],
    [2, 20],
  ]);
  expect((await listActions(t)).slice(-2)).toEqual(["vote.record", "vote.record"]);
});

it.each([
  [{ returned: 29 }, false],
  [{ satisfied: 26 }, false],
  [{ satisfied: 24 }, true],
  [{ dissatisfied: -1 }, false],
  [{ issued: 30, returned: 29 }, true],
])("counts that cannot be are refused: %j %s", (more, ok) => {
  expect(VoteInput.safeParse({ ...VOTE, ...more }).success).toBe(ok);
});

it("not of tomorrow, not by who only reads, not on an older version, not for whoever has no part", async () => {
  const now = await ref();
  expect(await codeOf(recordVote(t.office, now, { ...VOTE, heldOn: "2026-06-16" }))).toBe("invalid");
  expect(await codeOf(recordVote(t.supervisor, now, VOTE))).toBe("forbidden");
  expect(await codeOf(recordVote(t.unit, now, VOTE))).toBe("forbidden");
  await recordVote(t.office, now, VOTE);
  expect(await codeOf(recordVote(t.office, now, VOTE))).toBe("stale");
  expect(await codeOf(readVotes(t.other, MOTION))).toBe("not_found");
  expect(await codeOf(recordVote(t.office, { id: "none", version: 1 }, VOTE))).toBe("not_found");
});

import type { Sheet } from "#domain/statistics/facts.ts";
import { aCase, aCommitment, aMotion, classOf, round, term } from "./sheet-facts.ts";

/**
 * A year small enough to be counted on paper, read on 2026-07-01. Seven parts are assigned, five of them owe an answer, three
 * have given it, two are closed.
 */
export const WORKED_ON = "2026-07-01";

const lead = aCase("m1", "zhujian", {
  state: "replied",
  signing: term("2026-03-05", "2026-03-05"),
  // On the last day of the year's own limit, three days after the law's.
  replyByCampaign: term("2026-05-31", "2026-05-31"),
  replyByLaw: term("2026-05-28", "2026-05-31"),
  closedOn: "2026-06-20",
  submitted: true,
  returned: true,
  reminders: 2,
  proposers: 3,
  contacts: [
    { kind: "call", invited: 1, met: 1 },
    { kind: "meeting", invited: 3, met: 2 },
    { kind: "meeting", invited: 3, met: 3 },
    { kind: "letter", invited: 1, met: 0 },
    { kind: "visit", invited: 2, met: 2 },
    { kind: "conference", invited: 9, met: 9 },
  ],
  rounds: [
    round("satisfied", "dissatisfied", term("2026-06-30", "2026-06-20")),
    round("satisfied", "basically_satisfied"),
  ],
  classes: [
    { class: classOf("B"), on: "2026-05-31" },
    { class: classOf("A"), on: "2026-06-25" },
  ],
  mode: "full",
  publication: "published",
  publishing: term("2026-06-29", "2026-06-10"),
  followUps: [term("2026-12-20", "2026-06-25")],
});
const joint = aCase("m1", "jiaoti", {
  role: "joint",
  state: "closed",
  signing: term("2026-03-05", "2026-03-06"),
  opinion: term("2026-03-28", "2026-03-28"),
});
/** Never signed, past the year's limit, extended by the law's. */
const late = aCase("m2", "jiaoti", {
  signing: term("2026-03-05", null),
  replyByCampaign: term("2026-06-30", null),
  replyByLaw: term("2026-08-28", null),
  extended: true,
  reminders: 1,
});
const proposal = { kind: "proposal", role: "separate", proposers: 2 } as const;
const early = aCase("m3", "zhujian", {
  ...proposal,
  state: "replied",
  signing: term("2026-03-05", "2026-03-01"),
  replyByCampaign: term("2026-07-31", "2026-04-30"),
  replyByLaw: term("2026-05-28", "2026-04-30"),
  closedOn: "2026-04-30",
  submitted: true,
  // Two were invited and nobody came; then a reason was given.
  contacts: [
    { kind: "meeting", invited: 2, met: 0 },
    { kind: "call", invited: 1, met: 1 },
  ],
  meetingWaived: true,
  rounds: [round("satisfied", "satisfied")],
  classes: [{ class: classOf("A"), on: "2026-04-30" }],
  mode: "summary",
  ground: "article_15",
  publication: "published",
  publishing: term("2026-05-29", "2026-06-01"),
});
/** Answered, found wanting, and being handled anew. */
const redone = aCase("m3", "jiaoti", {
  ...proposal,
  state: "handling",
  signing: term(null, "2026-03-02"),
  objections: 1,
  objectionsRefused: 1,
  replyByCampaign: term("2026-07-31", "2026-06-01"),
  replyByLaw: term("2026-05-28", "2026-06-01"),
  submitted: true,
  contacts: [{ kind: "letter", invited: 1, met: 0 }],
  rounds: [round("basically_satisfied", "dissatisfied", term("2026-06-30", null))],
  classes: [{ class: classOf("C"), on: "2026-06-01" }],
  mode: "none",
  ground: "article_14",
  publication: "withheld",
  publishing: term("2026-06-30", null),
});
const waived = aCase("m3", "gongan", {
  kind: "proposal",
  role: "joint",
  opinionWaived: true,
  signing: term("2026-03-05", "2026-03-05"),
});
const givenBack = aCase("m4", "zhujian", {
  kind: "proposal",
  state: "withdrawn",
  assigned: false,
  objections: 1,
  objectionsUpheld: 1,
});
/** Just handed over; the form was given out at the 面商, and is not back. */
const fresh = aCase("m4", "gongan", {
  kind: "proposal",
  signing: term("2026-07-10", null),
  replyByLaw: term("2026-09-28", null),
  rounds: [{ answers: null, redo: null }],
});

export const WORKED: Sheet = {
  motions: [
    aMotion("m1", [lead, joint], {
      keyItem: true,
      votes: [{ issued: 28, returned: 28, satisfied: 25, basicallySatisfied: 2, dissatisfied: 1 }],
    }),
    aMotion("m2", [late], { betweenSessions: true }),
    aMotion("m3", [early, redone, waived]),
    aMotion("m4", [givenBack, fresh]),
    aMotion("m5", [], { state: "merged" }),
    aMotion("m6", [], { state: "transferred" }),
    aMotion("m7", [], { state: "withdrawn" }),
  ],
  commitments: [
    aCommitment("on time", { state: "kept", dueOn: "2026-06-30", keptOn: "2026-06-15" }),
    aCommitment("late", { state: "kept", dueOn: "2026-06-01", keptOn: "2026-06-10" }),
    aCommitment("undated", { state: "kept", keptOn: "2026-06-10" }),
    aCommitment("overdue", { dueOn: "2026-06-30", owner: "jiaoti" }),
    aCommitment("owed", { state: "changed", dueOn: "2026-12-31" }),
    aCommitment("dropped", { state: "dropped", dueOn: "2026-06-01" }),
  ],
  filed: [
    { kind: "suggestion", count: 10 },
    { kind: "proposal", count: 5 },
  ],
};

import type { assignments, motions, proposers } from "#db/schema/motions.ts";
import { motionId } from "#domain/motion/number.ts";
import type { AssignmentState } from "#domain/handling/states.ts";
import type { DemoCity, DemoMatter, DemoStage } from "./demo/demo-city.ts";
import type { IndexNumbers } from "./index-numbers.ts";
import type { ReplyRows } from "./reply-rows.ts";
import { addReplyRows, atTen } from "./reply-rows.ts";

const STATE: Readonly<Record<DemoStage, AssignmentState>> = {
  assigned: "assigned",
  signed: "signed",
  handling: "handling",
  submitted: "submitted",
  returned: "handling",
  approved: "approved",
  finalised: "replied",
  published: "replied",
  withheld: "replied",
  withdrawn: "replied",
};

export type CityRows = ReplyRows & {
  readonly motions: (typeof motions.$inferInsert)[];
  readonly proposers: (typeof proposers.$inferInsert)[];
  readonly assignments: (typeof assignments.$inferInsert)[];
};

function motionRow(id: string, matter: DemoMatter, sittingId: string): typeof motions.$inferInsert {
  const { year, kind, number, betweenSessions, title, topic, category, group, jointCount, keyItem } = matter;
  const { leader, supervisor, assignedOn, dueOn } = matter;
  return {
    id,
    campaignId: String(year),
    kind,
    sittingId,
    betweenSessions,
    number,
    title,
    category,
    topicSlug: topic,
    filerGroup: group,
    proposerCount: jointCount,
    keyItem,
    leader,
    supervisor,
    assignedOn,
    dueOn,
  };
}

function assignmentRows(id: string, matter: DemoMatter): (typeof assignments.$inferInsert)[] {
  const { year, leads, joints, dueOn, stage, assignedOn } = matter;
  const state = STATE[stage];
  const signedAt = state === "assigned" ? null : atTen(assignedOn);
  const leadRole = leads.length > 1 ? ("separate" as const) : ("lead" as const);
  const parts = [
    ...leads.map((unitCode) => ({ unitCode, role: leadRole, state })),
    // A joint unit gives an opinion, not an answer: its part ends with the reply.
    ...joints.map((unitCode) => ({
      unitCode,
      role: "joint" as const,
      state: state === "assigned" ? state : ("signed" as const),
    })),
  ];
  return parts.map((part, position) => ({
    ...part,
    id: `${id}.${part.unitCode}`,
    motionId: id,
    campaignId: String(year),
    position,
    assignedOn,
    dueOn,
    signedAt,
  }));
}

/** All rows of all matters, in the order in which tables refer to one another. */
export function matterRows(city: DemoCity, numbers: IndexNumbers): CityRows {
  const rows: CityRows = {
    motions: [],
    proposers: [],
    assignments: [],
    replies: [],
    editions: [],
    disclosures: [],
    returns: [],
    withdrawals: [],
    followUps: [],
  };
  const campaigns = new Map(city.campaigns.map((campaign) => [campaign.year, campaign]));
  const fullNames = new Map(city.units.map((unit) => [unit.code, unit.fullName]));
  for (const matter of city.matters) {
    const campaign = campaigns.get(matter.year);
    if (!campaign) throw new Error(`Failed to load: no campaign for ${matter.year}`);
    const id = motionId(matter.year, matter.kind, matter);
    const sitting = matter.kind === "suggestion" ? campaign.npcSitting : campaign.cppccSitting;
    rows.motions.push(motionRow(id, matter, sitting.id));
    matter.proposers.forEach((name, position) => rows.proposers.push({ motionId: id, position, name }));
    rows.assignments.push(...assignmentRows(id, matter));
    for (const reply of matter.replies) {
      addReplyRows(rows, `${id}.${reply.unit}`, matter, reply, fullNames.get(reply.unit) ?? "", numbers);
    }
  }
  return rows;
}

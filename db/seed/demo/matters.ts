import type { SeedCampaign } from "./campaigns.ts";
import type { DemoKind, DemoMatter, DemoReply, DemoStage } from "./demo-city.ts";
import type { EarlierPromise } from "./letter-context.ts";
import type { Slot } from "./numbering.ts";
import { numberYear } from "./numbering.ts";
import { LEADERS, pickFilers, SUPERVISORS, toAddressee } from "./people.ts";
import type { Places } from "./places.ts";
import { pickPlaces } from "./places.ts";
import type { Random } from "./random.ts";
import { getAt, makeRandom } from "./random.ts";
import type { MadeReply } from "./replies.ts";
import { makeReply } from "./replies.ts";
import { planSchedule } from "./schedule.ts";
import { fillSlots } from "./slots.ts";
import type { SubjectOfTopic } from "./topics.ts";
import { ALL_SUBJECTS, TOPIC_BANKS } from "./topics.ts";
import { getUnit } from "./units.ts";

/** What was promised on a subject, by subject id: grows from year to year. */
export type Memory = Map<string, EarlierPromise>;
export type MadeYear = { matters: DemoMatter[]; expected: Record<DemoKind, number>; filed: Record<DemoKind, number> };

const WITHOUT_REPLY: readonly DemoStage[] = ["assigned", "signed", "handling"];
/** Topics whose letters speak of streets of the town; all others of towns and villages. */
const URBAN = ["zhufang", "chengguan"];

/** A subject has four titles and comes at most once a year, so no title is used twice. */
function focusOf(entry: SubjectOfTopic, yearIndex: number): number {
  return getAt(makeRandom(`${entry.id}/focus`).shuffle([0, 1, 2, 3]), yearIndex);
}

type Roles = { readonly leads: string[]; readonly joints: string[] };

function assignRoles(random: Random, entry: SubjectOfTopic, slot: Slot, focus: number): Roles {
  const { lead, joints } = entry.subject;
  if (slot.isSeparate) return { leads: [lead, getAt(joints, 0)], joints: joints.slice(1) };
  const township = joints.find((code) => getUnit(code).kind === "township");
  if (township !== undefined && focus % 2 === 0) {
    return { leads: [township], joints: [lead, ...joints.filter((code) => code !== township)] };
  }
  const count = random.pick([0, 1, 1, 2, 2, 2, 2, 3]);
  return { leads: [lead], joints: joints.slice(0, count) };
}

/** A township answers for itself; a bureau for any place that suits the topic. */
function placesOf(random: Random, entry: SubjectOfTopic, lead: string): Places {
  const unit = getUnit(lead);
  const isUrban = URBAN.includes(entry.topic.slug) && !entry.subject.about.includes("农村");
  return pickPlaces(random, isUrban, unit.kind === "township" ? unit.shortName : undefined);
}

function toTitle(
  random: Random,
  entry: SubjectOfTopic,
  slot: Slot,
  focus: number,
  places: Record<string, string>,
): string {
  const core = fillSlots(getAt(entry.subject.titles, focus), places, random, 0);
  const noun = slot.kind === "suggestion" || random.chance(0.25) ? "建议" : "提案";
  return `关于${core}的${noun}`;
}

function makeMatter(
  campaign: SeedCampaign,
  entry: SubjectOfTopic,
  slot: Slot,
  place: number,
  memory: Memory,
): DemoMatter {
  const random = makeRandom(`${campaign.year}/${entry.id}/matter`);
  const focus = focusOf(entry, campaign.index);
  const roles = assignRoles(random, entry, slot, focus);
  const places = placesOf(random, entry, getAt(roles.leads, 0));
  const filers = pickFilers(random, slot.kind);
  const keyItem = random.chance(0.09);
  const matter = {
    year: campaign.year,
    kind: slot.kind,
    number: slot.number,
    betweenSessions: slot.betweenSessions,
    title: toTitle(random, entry, slot, focus, places),
    topic: entry.topic.slug,
    category: slot.kind === "suggestion" ? entry.topic.npcCategory : entry.topic.cppccCategory,
    group: filers.group,
    proposers: filers.proposers,
    jointCount: filers.proposers.length,
    keyItem,
    leader: getAt(LEADERS, TOPIC_BANKS.indexOf(entry.topic)),
    supervisor: random.pick(SUPERVISORS),
    ...planSchedule(random, campaign, slot, keyItem || slot.isSeparate),
    ...roles,
    stage: slot.stage,
  };
  if (WITHOUT_REPLY.includes(slot.stage)) return { ...matter, replies: [] };
  const you = filers.isBody || filers.proposers.length > 1 ? "你们" : "您";
  const addressee = toAddressee(filers, slot.kind);
  const earlier = memory.get(entry.id);
  const input = { campaign, slot, place, entry, focus, matter, addressee, you, places, earlier };
  const made = matter.leads.map((unit, order) => makeReply(input, unit, order));
  remember(memory, entry, matter, getAt(made, 0));
  return { ...matter, replies: made.map(({ reply }) => reply) };
}

function remember(memory: Memory, entry: SubjectOfTopic, matter: Omit<DemoMatter, "replies">, made: MadeReply): void {
  if (made.promise === undefined || matter.stage !== "published") return;
  const noun = matter.kind === "suggestion" ? "建议" : "提案";
  const label = `${matter.betweenSessions ? "闭会" : ""}第${matter.number}号${noun}`;
  memory.set(entry.id, { year: matter.year, label, plan: made.promise });
}

/** Serial numbers of the year in the order of signing, each kind for itself. */
function setDocNumbers(year: number, matters: readonly DemoMatter[]): void {
  for (const [kind, word] of [
    ["suggestion", "云建议字"],
    ["proposal", "云提案字"],
  ] as const) {
    const replies: DemoReply[] = matters.filter((matter) => matter.kind === kind).flatMap((matter) => matter.replies);
    const ordered = replies.toSorted((one, other) => one.signedOn.localeCompare(other.signedOn));
    for (const [index, reply] of ordered.entries()) reply.docNumber = `${word}〔${year}〕${index + 1}号`;
  }
}

/** All matters of one year in order of kind and number. Later years must come after earlier ones. */
export function makeMatters(campaign: SeedCampaign, memory: Memory): MadeYear {
  const { slots, filed } = numberYear(campaign);
  const subjects = makeRandom(`${campaign.year}/subjects`).shuffle(ALL_SUBJECTS);
  const matters = slots.map((slot, index) =>
    makeMatter(campaign, getAt(subjects, index), slot, (index * 61 + 17) % 100, memory),
  );
  setDocNumbers(campaign.year, matters);
  return { matters, filed, expected: { suggestion: campaign.suggestions, proposal: campaign.proposals } };
}

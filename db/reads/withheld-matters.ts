import { and, asc, eq } from "drizzle-orm";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { Reader } from "../open.ts";
import { campaigns, sittings } from "../schema/campaigns.ts";
import { keyItems, motionAsks } from "../schema/handling.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import { type MotionScope, ofMotions, type Published, type ReleaseTextList, splitNames } from "./withheld-texts.ts";
import { namesArePublic } from "./names-public.ts";

async function listMotions(reader: Reader, scope: MotionScope) {
  return await reader
    .select({
      id: motions.id,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
      category: motions.category,
      group: motions.filerGroup,
      jointText: motions.jointText,
      leader: motions.leader,
      supervisor: motions.supervisor,
      closedReason: motions.closedReason,
      sitting: sittings.name,
      sittingShort: sittings.shortName,
      year: campaigns.year,
      namesPublic: namesArePublic,
    })
    .from(motions)
    .innerJoin(sittings, eq(sittings.id, motions.sittingId))
    .innerJoin(campaigns, eq(campaigns.id, motions.campaignId))
    .where(ofMotions(scope, motions.id));
}
type MotionRow = Awaited<ReturnType<typeof listMotions>>[number];

/** Every number is accounted for in the register (design §5): that it exists, and of which sitting, is public. */
function toNumberTexts({ kind, year, sitting, sittingShort, ...number }: MotionRow): string[] {
  const name = `${motionNumberLabel(number)}${KIND_WORDS[kind].label}`;
  return [`${sitting}${name}`, `关于${sittingShort}${name}的答复`, `${year}年${name}`];
}

type Matters = {
  readonly reader: Reader;
  readonly published: Published;
  readonly texts: ReleaseTextList;
  readonly scope: MotionScope;
};

async function readProposers({ reader, texts, scope }: Matters, named: ReadonlySet<string>): Promise<void> {
  const rows = await reader
    .select({ motionId: proposers.motionId, name: proposers.name })
    .from(proposers)
    .where(ofMotions(scope, proposers.motionId));
  for (const { motionId, name } of rows) texts.sort(named.has(motionId), name);
}

/** Units of a public matter, in a row as lists and tables print them. */
async function readJointUnits({ reader, published, texts, scope }: Matters): Promise<void> {
  const rows = await reader
    .select({ motionId: assignments.motionId, name: units.shortName })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(and(eq(assignments.role, "joint"), ofMotions(scope, assignments.motionId)))
    .orderBy(asc(assignments.motionId), asc(assignments.position));
  for (const [motionId, joint] of Map.groupBy(rows, (row) => row.motionId)) {
    const names = joint.map(({ name }) => name).join("、");
    if (published.motions.has(motionId)) texts.show(`，${names}，`, `会办单位${names}`);
  }
}

async function readAsks({ reader, published, texts, scope }: Matters): Promise<void> {
  const asks = await reader
    .select({ motionId: motionAsks.motionId, text: motionAsks.text, confidential: motions.confidential })
    .from(motionAsks)
    .innerJoin(motions, eq(motions.id, motionAsks.motionId))
    .where(ofMotions(scope, motionAsks.motionId));
  for (const row of asks) texts.sort(published.motions.has(row.motionId) && !row.confidential, row.text);
  for (const row of await reader.select().from(keyItems).where(ofMotions(scope, keyItems.motionId))) {
    texts.sort(published.motions.has(row.motionId), row.leader, row.chair);
    texts.keepBack(row.note, ...row.guests);
  }
}

/** Titles, filers and leaders: public with the first public reply, names only where the campaign says so. */
export async function readMatterTexts(
  reader: Reader,
  published: Published,
  texts: ReleaseTextList,
  scope: MotionScope,
): Promise<void> {
  const named = new Set<string>();
  const all = { reader, published, texts, scope };
  for (const row of await listMotions(reader, scope)) {
    const isOpen = published.motions.has(row.id);
    const hasNames = isOpen && row.namesPublic;
    if (hasNames) named.add(row.id);
    texts.show(row.category, ...toNumberTexts(row));
    texts.sort(isOpen, row.title, row.leader, row.supervisor);
    texts.sort(hasNames, ...splitNames(row.jointText));
    if (hasNames) texts.show(row.group);
    texts.keepBack(row.closedReason);
  }
  await readProposers(all, named);
  await readJointUnits(all);
  await readAsks(all);
}

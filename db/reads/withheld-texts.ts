import type { Column, SQL } from "drizzle-orm";
import { and, eq, inArray, ne } from "drizzle-orm";
import { plainText } from "#domain/reply/plain-text.ts";
import type { Block, RichText } from "#domain/reply/rich-text.ts";
import type { Reader } from "../open.ts";
import { assignments } from "../schema/motions.ts";
import { disclosures, replies } from "../schema/replies.ts";
import { isOfNamed } from "./publication.ts";

type Words = string | null | undefined;

/** Headings and paragraphs run on; what stands in a list or a table may stand in any other. */
function runsOn({ type }: Block): boolean {
  return type === "paragraph" || type === "heading";
}

/** A line for each stretch within which an excerpt may be cut. */
export function toStretches(body: RichText): string {
  let last: Block | undefined;
  let text = "";
  for (const block of body.content) {
    text += (last && runsOn(last) && runsOn(block) ? "" : "\n") + plainText({ ...body, content: [block] });
    last = block;
  }
  return text.trimStart();
}

/** 甲、乙等5人, 甲等3名代表, 甲委员: the names, one by one. */
export function splitNames(text: string | null): string[] {
  return (text ?? "")
    .split(/[、，,；;：:\s]+/)
    .map((name) => name.replace(/(?:等\s*\d*\s*[人名位]?)?(?:代表|委员)?$/, ""))
    .filter((name) => name !== "");
}

export class ReleaseTextList {
  readonly withheld: string[] = [];
  readonly open: string[] = [];

  keepBack(...texts: readonly Words[]): void {
    for (const text of texts) if (text) this.withheld.push(text);
  }

  show(...texts: readonly Words[]): void {
    for (const text of texts) if (text) this.open.push(text);
  }

  /** The words of a letter or document. */
  sortBody(isOpen: boolean, body: RichText | null): void {
    if (body === null) return;
    if (isOpen) this.show(plainText(body));
    else this.keepBack(toStretches(body));
  }

  /** One or the other. */
  sort(isOpen: boolean, ...texts: readonly Words[]): void {
    if (isOpen) this.show(...texts);
    else this.keepBack(...texts);
  }
}

/** Some motions with their assignments. */
export type MotionScope = { readonly motions: readonly string[]; readonly assignments: readonly string[] };

export async function findScope(reader: Reader, motions: readonly string[]): Promise<MotionScope> {
  const rows = await reader
    .select({ id: assignments.id })
    .from(assignments)
    .where(inArray(assignments.motionId, [...motions]));
  return { motions, assignments: rows.map((row) => row.id) };
}

export function ofMotions(scope: MotionScope, column: Column): SQL {
  return inArray(column, [...scope.motions]);
}

export function ofAssignments(scope: MotionScope, column: Column): SQL {
  return inArray(column, [...scope.assignments]);
}

/** Assignments whose reply is public, with the edition that is, and motions that have such a reply. */
export type Published = {
  readonly editions: ReadonlyMap<string, number>;
  readonly motions: ReadonlySet<string>;
};

/** Public: published, and the live edition is not decided to be withheld. */
export async function findPublished(reader: Reader, scope: MotionScope): Promise<Published> {
  const rows = await reader
    .select({ id: replies.assignmentId, edition: disclosures.edition, motionId: assignments.motionId })
    .from(replies)
    .innerJoin(
      disclosures,
      and(eq(disclosures.assignmentId, replies.assignmentId), eq(disclosures.edition, replies.liveEdition)),
    )
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(and(isOfNamed("published"), ne(disclosures.mode, "none"), ofMotions(scope, assignments.motionId)));
  return {
    editions: new Map(rows.map(({ id, edition }) => [id, edition])),
    motions: new Set(rows.map(({ motionId }) => motionId)),
  };
}

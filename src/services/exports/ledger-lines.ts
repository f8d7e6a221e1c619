import type { LedgerRow } from "#db/reads/ledger.ts";
import type { LedgerFilter } from "#db/reads/ledger-query.ts";
import type { MotionLine } from "#db/reads/motion-lines.ts";
import { readMotionLines, readReplyLines } from "#db/reads/motion-lines.ts";
import { STATE_LABELS, PUBLICATION_LABELS } from "#domain/handling/states.ts";
import { ROLE_LABELS } from "#domain/motion/campaign.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel, motionPath } from "#domain/motion/number.ts";
import type { DetailLine, LedgerLine, PartLine } from "#exchange/write/tables/ledger-table.ts";
import { listAssignments } from "../assignments/list-assignments.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { toAllocationLine } from "./allocation-lines.ts";

const AT_ONCE = 200;

/** What a line of the ledger is made of; years by campaign. */
export type LedgerSource = {
  readonly filter: LedgerFilter;
  readonly years: ReadonlyMap<string, number>;
  /** Origin and base path of the site; "" where unknown. */
  readonly site: string;
};

type ReplyLines = Awaited<ReturnType<typeof readReplyLines>>;

/** Every row of the list, page after page: as many as there are, never all at once. Those of one motion stand together. */
async function* walkLedger(ctx: Context, filter: LedgerFilter): AsyncGenerator<readonly LedgerRow[]> {
  let cursor: string | undefined;
  do {
    const page = await listAssignments(ctx, { ...filter, sort: "number", descending: false, limit: AT_ONCE, cursor });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function toPart(row: LedgerRow, replies: ReplyLines): PartLine {
  const letter = replies.get(row.id);
  return {
    unitName: row.unitName,
    roleLabel: ROLE_LABELS[row.role],
    stateLabel: STATE_LABELS[row.state],
    dueOn: row.dueOn,
    overdue: row.overdue,
    signedOn: row.signedAt === null ? null : shanghaiDate(new Date(row.signedAt)),
    classCode: letter?.classCode ?? null,
    mode: letter?.mode ?? null,
    repliedOn: letter?.signedOn ?? null,
    docNumber: letter?.docNumber ?? null,
    publicationLabel: row.role === "joint" ? null : PUBLICATION_LABELS[row.publication],
  };
}

/** 承办明细, as the list shows it. */
export async function* listDetailLines(ctx: Context, { filter, years }: LedgerSource): AsyncGenerator<DetailLine> {
  for await (const rows of walkLedger(ctx, filter)) {
    const replies = await readReplyLines(
      ctx.db,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const year = years.get(row.campaignId) ?? 0;
      const { title, keyItem } = row;
      const head = { year, kindLabel: KIND_WORDS[row.kind].label, numberLabel: motionNumberLabel(row), title, keyItem };
      yield { ...toPart(row, replies), ...head };
    }
  }
}

/** Rows of the list by motion. A motion whose rows lie on two pages is one all the same. */
async function* walkMotions(ctx: Context, filter: LedgerFilter): AsyncGenerator<readonly LedgerRow[][]> {
  let open: LedgerRow[] = [];
  for await (const rows of walkLedger(ctx, filter)) {
    const groups: LedgerRow[][] = [];
    for (const row of rows) {
      if (open.length > 0 && open[0]?.motionId !== row.motionId) {
        groups.push(open);
        open = [];
      }
      open.push(row);
    }
    if (groups.length > 0) yield groups;
  }
  if (open.length > 0) yield [open];
}

function toLink(line: MotionLine, parts: readonly LedgerRow[], year: number, site: string): string | null {
  const isPublic = parts.some(({ publication }) => publication === "published");
  return isPublic && site !== "" ? `${site}${motionPath(year, line.motion.kind, line.motion)}` : null;
}

/** 台账 by motion: its table row, and the progress of the parts that the list shows to this actor. */
export async function* listLedgerLines(ctx: Context, source: LedgerSource): AsyncGenerator<LedgerLine> {
  for await (const groups of walkMotions(ctx, source.filter)) {
    const lines = await readMotionLines(
      ctx.db,
      groups.flatMap(([first]) => (first ? [first.motionId] : [])),
    );
    const replies = await readReplyLines(
      ctx.db,
      groups.flat().map(({ id }) => id),
    );
    for (const parts of groups) {
      const line = lines.get(parts[0]?.motionId ?? "");
      if (!line) continue;
      const year = source.years.get(line.motion.campaignId) ?? 0;
      const link = toLink(line, parts, year, source.site);
      const inOrder = line.units.flatMap(({ code }) => parts.filter(({ unitCode }) => unitCode === code));
      yield { ...toAllocationLine(line), year, link, parts: inOrder.map((row) => toPart(row, replies)) };
    }
  }
}

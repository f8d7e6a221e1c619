import { readSettings } from "#db/reads/settings.ts";
import { listUnits } from "#db/reads/units.ts";
import type { Light } from "#domain/deadline/light.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { Clock } from "#domain/supervision/clock.ts";
import { CLOCK_LABELS } from "#domain/supervision/clock.ts";
import { toReminderPaper } from "#exchange/write/paper/reminder-paper.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused } from "../errors.ts";
import type { DueItem } from "../supervision/list-due.ts";
import { listDue } from "../supervision/list-due.ts";
import type { ExportFile, PaperFormat } from "./export-file.ts";
import { toPaperFile } from "./export-file.ts";

export type ReminderExport = {
  readonly unit: string;
  readonly campaign?: string | undefined;
  readonly format: PaperFormat;
};

const AT_ONCE = 200;
/** 校稿 is the office's, 反馈 the deputy's, 复查 both's: none of them is asked of a unit. */
const NOT_THEIRS: ReadonlySet<Clock> = new Set(["proof", "feedback", "review_again"]);

async function listAll(ctx: Context, query: { unit: string; campaign: string | undefined; light: Light }) {
  const found: DueItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDue(ctx, { ...query, limit: AT_ONCE, cursor });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found.filter(({ clock }) => !NOT_THEIRS.has(clock));
}

function toRow({ kind, number, betweenSessions, title, clock, dueOn, reading }: DueItem) {
  const numberLabel = motionNumberLabel({ number, betweenSessions });
  return { kind, numberLabel, title, clockLabel: CLOCK_LABELS[clock], dueOn, words: reading.words, late: reading.late };
}

/** 催办函 to one unit, of what is late and what falls due within a week. Throws Refused nothing_due where there is nothing. */
export async function exportReminderLetter(ctx: Context, query: ReminderExport): Promise<ExportFile> {
  const { role } = ctx.actor;
  if (role !== "office" && role !== "admin") throw new Forbidden();
  const { campaign, format } = query;
  const unit = (await listUnits(ctx.db)).find(({ code }) => code === query.unit);
  if (!unit) throw new NotFound("这个单位");
  const late = await listAll(ctx, { unit: unit.code, campaign, light: "red" });
  const soon = await listAll(ctx, { unit: unit.code, campaign, light: "yellow" });
  if (late.length + soon.length === 0) {
    throw new Refused("nothing_due", `${unit.shortName}没有超过期限或者七日内到期的事项，不需要催办。`);
  }
  const settings = await readSettings(ctx.db);
  const paper = toReminderPaper({
    issuer: settings.sponsor,
    phone: settings.contactPhone,
    unit: unit.fullName,
    asOf: shanghaiDate(ctx.now()),
    rows: [...late, ...soon].map(toRow),
  });
  return await toPaperFile(paper, format);
}

import { ask, newActKey } from "../api/ask.ts";
import { api } from "../api/client.ts";
import type { operations } from "../api/types.gen.ts";

type Body = NonNullable<operations["sendReminder"]["requestBody"]>["content"]["application/json"];
export type Channel = Body["channel"];
export type Clock = Body["clock"];
/** Who is to be reminded, and what of. */
export type Addressee = {
  readonly assignmentId: string;
  readonly clock: Clock;
  readonly numberLabel: string;
  readonly title: string;
  readonly unitName: string;
  /** "已超期 3 天", "2026年6月10日到期" */
  readonly dueWords: string;
};
export type Failure = { readonly addressee: Addressee; readonly message: string };

/** 事项 beside the clock, as a reminder says it. */
const ERRANDS: Readonly<Partial<Record<Clock, string>>> = {
  sign: "签收",
  joint_opinion: "提出会办意见",
  feedback: "回收代表、委员反馈",
  redo: "重新办理并答复",
  publish: "公开答复",
  follow_up: "续办续复",
  commitment: "落实承诺事项",
};

/** What a unit reads; `extra` is what the office adds for all. */
export function composeReminder({ clock, numberLabel, title, dueWords }: Addressee, extra: string): string {
  const errand = ERRANDS[clock] ?? "办理并答复";
  const due = dueWords === "" ? "" : `（${dueWords}）`;
  return `${numberLabel}《${title}》${due}，请抓紧${errand}。${extra.trim()}`.slice(0, 500);
}

/** One reminder after the other; what the API refused is handed back, the others are done. */
export async function sendReminders(
  addressees: readonly Addressee[],
  { channel, extra, result }: { readonly channel: Channel; readonly extra: string; readonly result: string },
  onDone: (done: number) => void,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const [index, addressee] of addressees.entries()) {
    const { assignmentId, clock } = addressee;
    const text = composeReminder(addressee, extra);
    const body: Body = { assignmentId, clock, channel, text, ...(result.trim() ? { result: result.trim() } : {}) };
    try {
      await ask(api.POST("/api/reminders", { params: { header: newActKey() }, body }));
    } catch (error) {
      failures.push({ addressee, message: error instanceof Error ? error.message : "没有发出" });
    }
    onDone(index + 1);
  }
  return failures;
}

import { DISCLOSURE_LABELS, GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { PublicMatter, PublicReply } from "#domain/view/public-reply.ts";
import { toLegalWords } from "./clock-words.ts";
import { countDays, toChineseDate } from "./dates.ts";

type Numbered = Pick<PublicMatter, "kind" | "number" | "betweenSessions">;

/** 第39号建议, 闭会第1号提案. */
export function toMatterName(matter: Numbered): string {
  return `${motionNumberLabel(matter)}${KIND_WORDS[matter.kind].label}`;
}

/** 周予安等3名代表; where names are kept back, 3名代表联名 or 1名代表. */
export function toProposers(matter: Pick<PublicMatter, "kind" | "proposers" | "proposerCount">): string {
  const { filer } = KIND_WORDS[matter.kind];
  const { proposers, proposerCount } = matter;
  const [first] = proposers;
  if (first === undefined) return `${proposerCount}名${filer}${proposerCount > 1 ? "联名" : ""}`;
  if (proposers.length >= proposerCount) return `${proposers.join("、")}${filer}`;
  return `${proposers.join("、")}等${proposerCount}名${filer}`;
}

/** Whole days from 交办 to the date of the letter; undefined where the dates contradict one another. */
export function findDaysTaken({ clocks, signedOn }: PublicReply): number | undefined {
  const days = countDays(clocks.assignedOn, signedOn);
  return days >= 0 ? days : undefined;
}

/** Why a reply is not there in full, in words (条例 Art. 14–16); undefined for a full text. */
export function findDisclosureNote(disclosure: PublicReply["disclosure"]): string | undefined {
  if (disclosure.mode === "full") return undefined;
  const ground = disclosure.ground ? `，依据：${GROUND_LABELS[disclosure.ground]}` : "";
  const what = {
    summary: "下文为办理单位公布的摘要，不是答复全文",
    redacted: "下文隐去了依法不予公开的内容，其余与答复原文一致",
  }[disclosure.mode];
  return `${DISCLOSURE_LABELS[disclosure.mode]}：${what}${ground}。`;
}

/** What is still to come, stays away or was withdrawn from other units, as sentences; empty where nothing does. */
export function toOtherReplies(
  matter: Pick<PublicMatter, "owedReplies" | "withheldReplies" | "withdrawnReplies">,
): string[] {
  const sentences: string[] = [];
  if (matter.owedReplies > 0) sentences.push(`本件另有 ${matter.owedReplies} 个承办单位的答复尚未作出。`);
  if (matter.withheldReplies > 0) {
    sentences.push(`本件另有 ${matter.withheldReplies} 个承办单位的答复依法不予公开。`);
  }
  for (const { unit, withdrawnOn, reason } of matter.withdrawnReplies)
    sentences.push(`${unit.name}的答复已于${toChineseDate(withdrawnOn)}撤回，原因：${reason}。`);
  return sentences;
}

/** Where a reply stands, in words: who answered, when, in how many days, what is still to come. */
export function toStateSentence(reply: PublicReply): string {
  const days = findDaysTaken(reply);
  const taken = days === undefined ? "" : `，距交办 ${days} 天，${toLegalWords(reply.clocks, reply.signedOn)}`;
  const owed = reply.followUps.find((item) => item.repliedOn === null);
  const when = owed?.dueOn ? `应于${toChineseDate(owed.dueOn)}前作出` : "没有写明日期";
  const next = owed ? `第${owed.number}次续办续复尚未公布，${when}。` : "";
  return `${reply.unit.name}已于${toChineseDate(reply.signedOn)}答复${taken}。${next}`;
}

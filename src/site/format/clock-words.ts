import type { PublicClocks, PublicReply } from "#domain/view/public-reply.ts";
import { countDays, dayOf, toChineseDate } from "./dates.ts";

export type ClockRow = { readonly name: string; readonly value: string };

/** 在期限内, 超过 3 天: what a day is against its limit. */
export function compareDays(on: string, dueOn: string): string {
  const over = countDays(dueOn, on);
  return over > 0 ? `超过 ${over} 天` : "在期限内";
}

/** The law's limit beside the one asked for, and what was done (design §5). */
export function toClockRows({ clocks, signedOn, firstPublishedAt }: PublicReply): ClockRow[] {
  const { assignedOn, legalDueOn, dueOn, extendedTo, publishDueOn } = clocks;
  const day = (date: string) => toChineseDate(date);
  const rows = [
    { name: "交办", value: day(assignedOn) },
    { name: "法定期限", value: `${day(legalDueOn)}前（3 个月）` },
    ...(dueOn !== null && dueOn !== legalDueOn ? [{ name: "要求期限", value: `${day(dueOn)}前` }] : []),
    ...(extendedTo !== null ? [{ name: "批准延期", value: `至${day(extendedTo)}` }] : []),
    { name: "实际答复", value: `${day(signedOn)}，${toLegalWords(clocks, signedOn)}` },
  ];
  if (publishDueOn === null) return rows;
  const published = dayOf(firstPublishedAt);
  return [
    ...rows,
    { name: "公开期限", value: `${day(publishDueOn)}前（20 个工作日）` },
    { name: "实际公开", value: `${day(published)}，${compareDays(published, publishDueOn)}` },
  ];
}

/** Against the law's limit, or the extension where one was granted (代表法 Art. 51). */
export function toLegalWords({ legalDueOn, extendedTo }: PublicClocks, signedOn: string): string {
  if (signedOn <= legalDueOn) return "在法定期限内";
  if (extendedTo !== null && signedOn <= extendedTo) return "在批准的延期内";
  return `超过${extendedTo === null ? "法定" : "延期后的"}期限 ${countDays(extendedTo ?? legalDueOn, signedOn)} 天`;
}

import type { DemoCampaign, DemoCity, DemoMatter } from "./demo/demo-city.ts";
import { makeDemoCity } from "./demo/demo-city.ts";

/** A prime: every model has its turn. */
const STRIDE = 7919;
const YEAR = /\b20\d\d(?=-)/;

function shiftDate<T extends string | undefined>(date: T, by: number): T {
  return date?.replace(YEAR, (year) => String(Number(year) + by)).replace("-02-29", "-02-28") as T;
}

function toCampaign(model: DemoCampaign, year: number): DemoCampaign {
  const by = year - model.year;
  const sitting = <T extends DemoCampaign["npcSitting"]>(item: T) => ({
    ...item,
    id: `${item.id}-${year}`,
    shortName: `${item.shortName}（${year}）`,
  });
  return {
    ...model,
    year,
    npcSitting: sitting(model.npcSitting),
    cppccSitting: sitting(model.cppccSitting),
    assignedOn: shiftDate(model.assignedOn, by),
    replyDueOn: shiftDate(model.replyDueOn, by),
    followUpDueOn: shiftDate(model.followUpDueOn, by),
  };
}

function toMatter(model: DemoMatter, year: number, number: number): DemoMatter {
  const by = year - model.year;
  return {
    ...model,
    year,
    number,
    betweenSessions: false,
    title: model.title.replace(/(?=的(?:建议|提案)$)/, `（${year}—${number}）`),
    assignedOn: shiftDate(model.assignedOn, by),
    dueOn: shiftDate(model.dueOn, by),
    replies: model.replies.map((reply) => ({
      ...reply,
      docNumber: `${reply.docNumber}-${number}`,
      signedOn: shiftDate(reply.signedOn, by),
      ...(reply.publishedAt ? { publishedAt: shiftDate(reply.publishedAt, by) } : {}),
    })),
  };
}

/**
 * A deterministic large city for measuring: the demo's matters again under new numbers, `matters` in all over `years`
 * years up to 2026, every one with its own number, title and date.
 */
export function growCity(matters: number, years: number): DemoCity {
  const demo = makeDemoCity();
  const models = demo.matters.filter((matter) => matter.replies.length > 0 && matter.year === 2025);
  const campaign = demo.campaigns.find((item) => item.year === 2025);
  const last = 2026;
  if (!campaign || models.length === 0) throw new Error("Failed to grow the city: the demo has no year 2025");
  const grown: DemoMatter[] = [];
  const counters = new Map<string, number>();
  for (let at = 0; at < matters; at++) {
    // A small city has the shape of a large one: every year in turn, and of the models not only the first.
    const model = models[(Math.floor(at / years) * STRIDE) % models.length] as DemoMatter;
    const year = last - (at % years);
    const key = `${year}-${model.kind}`;
    const number = (counters.get(key) ?? 0) + 1;
    counters.set(key, number);
    grown.push(toMatter(model, year, number));
  }
  const campaigns = Array.from({ length: years }, (_, index) => toCampaign(campaign, last - index));
  return { ...demo, campaigns, matters: grown };
}

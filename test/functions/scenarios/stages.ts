import { eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { writeTransaction } from "#db/transaction.ts";
import { closeCampaign } from "#services/campaigns/close.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";

const officeOf = (world: World) => world.contextOf(world.people.office.actor);
const at = (version: number, path: string, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"` },
});

const CAMPAIGN = "/api/campaigns/2026";

async function prepareYear(world: World): Promise<void> {
  const sitting = {
    id: "npc-4-6",
    term: 4,
    session: 6,
    name: "云川市第四届人民代表大会第六次会议",
    shortName: "市四届人大六次会议",
  };
  await createCampaign(officeOf(world), {
    id: "2027",
    year: 2027,
    name: "2027 年建议办理",
    state: "preparing",
    kinds: [{ kind: "suggestion", sitting, schemeId: "zhanyi-2023", assignedOn: "2027-03-10" }],
  });
}

async function closeEmptyYear(world: World): Promise<void> {
  await prepareYear(world);
  await writeTransaction(
    world.db,
    async (tx) => await tx.update(campaigns).set({ state: "closed", version: 2 }).where(eq(campaigns.id, "2027")),
  );
}

const OWN_CLASS = {
  code: "A",
  label: "已经办成",
  definition: "所提事项已经办成的",
  canonical: ["resolved"],
  countsAsResolved: true,
  needsFollowUp: false,
};
const OWN = {
  name: "云川市两类",
  source: "云政办〔2027〕3号",
  classes: [
    OWN_CLASS,
    {
      ...OWN_CLASS,
      code: "E",
      label: "三年内办成",
      canonical: ["planned"],
      countsAsResolved: false,
      needsFollowUp: true,
    },
  ],
};

async function closeYear(world: World): Promise<void> {
  const reason = "余下两件次转入下年继续办理";
  await closeCampaign(officeOf(world), { id: "2026", version: 1 }, { unanswered: 2, reason });
}
export const stages: readonly Scenario[] = [
  {
    name: "a year that is open is not started",
    as: "office",
    ...at(1, `${CAMPAIGN}/start`),
    body: {},
    status: 409,
    code: "campaign_step_wrong",
  },
  {
    name: "a year being prepared is",
    as: "office",
    ...at(1, "/api/campaigns/2027/start"),
    body: { reason: "交办会已经召开" },
    before: prepareYear,
    status: 200,
    mustContain: ['"stage":"open"', "办理中"],
  },
  {
    name: "a year closes with the number that is owed, and why",
    as: "office",
    ...at(1, `${CAMPAIGN}/close`),
    body: { unanswered: 2, reason: "余下两件次转入下年继续办理" },
    status: 200,
    mustContain: ['"stage":"closed"', "已收官"],
  },
  {
    name: "not in silence over them",
    as: "office",
    ...at(1, `${CAMPAIGN}/close`),
    body: {},
    status: 409,
    code: "campaign_unfinished",
    mustContain: ["还有 2 件次没有答复"],
  },
  {
    name: "a closed year opens again",
    as: "admin",
    ...at(2, `${CAMPAIGN}/reopen`),
    body: { reason: "补交办一件" },
    before: closeYear,
    status: 200,
    mustContain: ['"stage":"open"'],
  },
  {
    name: "not an open one",
    as: "admin",
    ...at(1, `${CAMPAIGN}/reopen`),
    body: { reason: "补交办一件" },
    status: 409,
    code: "campaign_step_wrong",
  },
  {
    name: "nothing is archived that is owed",
    as: "office",
    ...at(2, `${CAMPAIGN}/archive`),
    body: {},
    before: closeYear,
    status: 409,
    code: "campaign_not_settled",
  },
  {
    name: "a year without a debt is",
    as: "office",
    ...at(2, "/api/campaigns/2027/archive"),
    body: {},
    before: closeEmptyYear,
    status: 200,
    mustContain: ['"stage":"archived"', "已归档"],
  },
  {
    name: "another number of matters than the notice stated, with the reason",
    as: "office",
    ...at(1, `${CAMPAIGN}/counts`, "PUT"),
    body: { counts: [{ kind: "suggestion", expectedCount: 3, filedCount: 5 }], reason: "闭会期间新增一件" },
    status: 200,
    mustContain: ['"expectedCount":3'],
  },
  {
    name: "of a kind that the year has",
    as: "office",
    ...at(1, "/api/campaigns/2027/counts", "PUT"),
    body: { counts: [{ kind: "proposal", expectedCount: 3, filedCount: null }], reason: "闭会期间新增一件" },
    before: prepareYear,
    status: 422,
    mustContain: ['"path":"counts.0.kind"'],
  },
  {
    name: "names become public from the next release on",
    as: "office",
    ...at(1, `${CAMPAIGN}/names`, "PUT"),
    body: { namesPublic: true },
    status: 200,
    mustContain: ['"namesPublic":true', '"version":2'],
  },
  {
    name: "not under a version that is gone",
    as: "admin",
    ...at(2, `${CAMPAIGN}/names`, "PUT"),
    body: { namesPublic: true },
    status: 412,
    code: "stale",
  },
  {
    name: "nor by a unit",
    as: "zhujian",
    ...at(1, `${CAMPAIGN}/names`, "PUT"),
    body: { namesPublic: true },
    status: 403,
  },
  {
    name: "a year that has no class yet goes by a scheme of its own",
    as: "office",
    ...at(1, "/api/campaigns/2027/scheme", "PUT"),
    body: { kinds: ["suggestion"], own: OWN },
    before: prepareYear,
    status: 200,
    mustContain: ['"schemeId":"own-', '"schemeIsOpen":true', '"classes":["E"]'],
  },
  {
    name: "whose every fault has its sentence",
    as: "office",
    ...at(1, "/api/campaigns/2027/scheme", "PUT"),
    body: { kinds: ["suggestion"], own: { ...OWN, classes: [OWN_CLASS, { ...OWN_CLASS, canonical: ["planned"] }] } },
    before: prepareYear,
    status: 422,
    mustContain: [
      '"path":"own.classes.1.code"',
      "已有A类，每类只写一次",
      '"path":"own.classes.1.countsAsResolved"',
      "不能计入已解决",
    ],
  },
  {
    name: "either one that is there or an own one",
    as: "office",
    ...at(1, "/api/campaigns/2027/scheme", "PUT"),
    body: { kinds: ["suggestion"], schemeId: "four-class", own: OWN },
    before: prepareYear,
    status: 422,
    mustContain: ["二者择一"],
  },
  {
    name: "a year with a class on a letter keeps its scheme",
    as: "office",
    ...at(1, `${CAMPAIGN}/scheme`, "PUT"),
    body: { kinds: ["suggestion"], schemeId: "four-class" },
    status: 409,
    code: "scheme_in_use",
    mustContain: ["口径不能再改"],
  },
  {
    name: "the course of a year is read by the supervisor",
    as: "supervisor",
    path: `${CAMPAIGN}/history`,
    before: closeYear,
    status: 200,
    mustContain: ['"kindLabel":"收官"', "余下两件次"],
  },
  { name: "not by a unit", as: "zhujian", path: `${CAMPAIGN}/history`, before: closeYear, status: 403 },
  { name: "of a year that is there", as: "office", path: "/api/campaigns/1999/history", status: 404 },
];

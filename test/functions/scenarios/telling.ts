import { richTextOf } from "#domain/reply/rich-text.ts";
import { draftBulletin } from "#services/documents/draft-bulletin.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { CANARY } from "#test/support/world.ts";

const HISTORY = "/api/motions/2026-jianyi-39/history";
const SLUG = "2026-tongbao-jiaoti-20260615";
const officeOf = (world: World) => world.contextOf(world.people.office.actor);
const drafted = async (world: World) => await draftBulletin(officeOf(world), { campaign: "2026", unit: "jiaoti" });
const at = (version: number, path: string, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});
const EDIT = { title: "关于办理情况的通报", body: richTextOf(["请各单位抓紧办理。"]) };

const HISTORIES: readonly Scenario[] = [
  {
    name: "the history of a matter is one sentence for each act",
    as: "supervisor",
    path: `${HISTORY}?sort=at`,
    status: 200,
    mustContain: [
      "2026年6月15日09:00，市住建局签收。",
      "政府办公室审核通过市住建局的答复。",
      "政府办公室公开了市住建局的答复。",
    ],
    mustNotContain: ["office-", "unit-", "电梯", ...Object.values(CANARY)],
  },
  {
    name: "a joint unit reads nothing of the lead unit's work",
    as: "jiaoti",
    path: HISTORY,
    status: 200,
    mustContain: ['"total":0'],
    mustNotContain: ["住建"],
  },
  { name: "a unit without a part reads none", as: "gongan", path: HISTORY, status: 404 },
  { name: "pages of another order are refused", as: "office", path: `${HISTORY}?cursor=none`, status: 422 },
  {
    name: "the same as a table",
    as: "zhujian",
    path: `${HISTORY}.csv`,
    status: 200,
    mustContain: ["序号,时间,经办,承办单位,事项\r\n", "市住建局将答复报送审核"],
    mustNotContain: ["市教育体育局"],
  },
  { name: "not for others", as: "gongan", path: `${HISTORY}.csv`, status: 404, mustNotContain: ["住建"] },
];

const BULLETINS: readonly Scenario[] = [
  {
    name: "a bulletin states facts and no opinion",
    as: "office",
    ...at(1, "/api/bulletins"),
    body: { campaign: "2026", unit: "jiaoti" },
    status: 201,
    mustContain: [
      `"slug":"${SLUG}"`,
      '"state":"draft"',
      "关于市教育体育局2026年建议提案办理情况的通报",
      "应答复2件次，已答复0件次",
      "被退回1件次，共退回1次，理由为：其他1次",
    ],
    mustNotContain: [CANARY.reason, CANARY.draft],
  },
  {
    name: "of a unit that has a part in the year",
    as: "office",
    ...at(1, "/api/bulletins"),
    body: { campaign: "2026", unit: "gongan" },
    status: 422,
    mustContain: ["没有可以通报的内容"],
  },
  {
    name: "the office edits the draft",
    as: "office2",
    ...at(1, `/api/documents/${SLUG}`, "PUT"),
    body: EDIT,
    before: drafted,
    status: 200,
    mustContain: ["请各单位抓紧办理", '"version":2'],
  },
  {
    name: "not what is public",
    as: "office",
    ...at(1, "/api/documents/2026-notice", "PUT"),
    body: EDIT,
    status: 409,
    code: "document_not_draft",
  },
  {
    name: "another person of the office makes it public",
    as: "office2",
    ...at(1, `/api/documents/${SLUG}/publish`),
    before: drafted,
    status: 200,
    mustContain: ['"state":"published"', '"publishedAt":"2026-06-15 09:00"'],
  },
  {
    name: "not whoever drafted it",
    as: "office",
    ...at(1, `/api/documents/${SLUG}/publish`),
    before: drafted,
    status: 409,
    code: "document_needs_second_person",
  },
  {
    name: "what is public is withdrawn",
    as: "office",
    ...at(1, "/api/documents/2026-notice/withdraw"),
    status: 200,
    mustContain: ['"state":"withdrawn"'],
  },
  {
    name: "what holds no longer says so and stays",
    as: "office",
    ...at(1, "/api/documents/2026-notice/validity"),
    method: "PUT",
    body: { validity: "repealed" },
    status: 200,
    mustContain: ['"validity":"repealed"', '"state":"published"'],
  },
  {
    name: "a draft neither holds nor is repealed",
    as: "office",
    ...at(1, `/api/documents/${SLUG}/validity`),
    method: "PUT",
    body: { validity: "expired" },
    before: drafted,
    status: 409,
    code: "document_not_published",
  },
  {
    name: "not a draft",
    as: "office",
    ...at(1, `/api/documents/${SLUG}/withdraw`),
    before: drafted,
    status: 409,
    code: "document_not_published",
  },
];

export const telling: readonly Scenario[] = [...HISTORIES, ...BULLETINS];

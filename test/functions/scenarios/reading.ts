import type { Scenario } from "#test/support/scenario.ts";
import { CANARY } from "#test/support/world.ts";
import { FRESH, PUBLISHED, RETURNED, WITHHELD, fresh } from "./prepared-replies.ts";

export const reading: readonly Scenario[] = [
  {
    name: "the unit reads its draft, the reason of the return and what it may do",
    as: "jiaoti",
    path: `/api/replies/${RETURNED}`,
    status: 200,
    mustContain: [CANARY.draft, CANARY.reason, '"verb":"submit"', '"modeLabel":"全文公开"'],
    mustNotContain: ['"verb":"approve"', '"verb":"return"'],
  },
  {
    name: "so does the office",
    as: "office",
    path: `/api/replies/${RETURNED}`,
    status: 200,
    mustContain: [CANARY.reason],
  },
  {
    name: "a supervisor reads all and may do nothing",
    as: "supervisor",
    path: `/api/replies/${RETURNED}`,
    status: 200,
    mustContain: [CANARY.reason, '"verbs":[]'],
  },
  {
    name: "another unit gets 404",
    as: "zhujian",
    path: `/api/replies/${RETURNED}`,
    status: 404,
    code: "not_found",
    mustNotContain: [...Object.values(CANARY), "幼儿园"],
  },
  {
    name: "the other unit of the same motion too",
    as: "jiaoti",
    path: `/api/replies/${WITHHELD}`,
    status: 404,
    mustNotContain: [CANARY.withheld],
  },
  {
    name: "the same as for what is not there",
    as: "zhujian",
    path: "/api/replies/2026-jianyi-77.zhujian",
    status: 404,
    code: "not_found",
  },
  {
    name: "a machine gets 403",
    as: "machine",
    path: `/api/replies/${PUBLISHED}`,
    status: 403,
    mustNotContain: ["电梯"],
  },
  { name: "a stranger gets 401", path: `/api/replies/${PUBLISHED}`, status: 401, mustNotContain: ["电梯"] },
  {
    name: "a joint unit has no reply to write",
    as: "jiaoti",
    path: "/api/replies/2026-jianyi-39.jiaoti",
    status: 200,
    mustContain: ['"edition":null', '"verb":"sign"'],
    mustNotContain: ['"verb":"draft"'],
  },
  {
    name: "the submitter sees why publishing is not for them",
    as: "jiaoti",
    path: `/api/replies/${FRESH}`,
    before: fresh("final"),
    status: 200,
    mustContain: ['"verb":"publish"', '"code":"needs_second_person"'],
  },
];

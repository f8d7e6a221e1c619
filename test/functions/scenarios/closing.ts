import { askFeedback } from "#services/feedback/ask.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { PUBLISHED, RETURNED } from "./prepared-replies.ts";

/** 办结: of what was answered, with the form in or a reason. */

const at = (id: string, version: number) => ({
  method: "POST",
  path: `/api/assignments/${id}/close`,
  headers: { "If-Match": `"v${version}"` },
});
const asked = async (world: World) =>
  await askFeedback(world.contextOf(world.people.office.actor), { id: PUBLISHED, version: 7 });
const WHY = "金丝雀午未，委员长期在外";

export const closing: readonly Scenario[] = [
  {
    name: "the office closes what was answered",
    as: "office",
    ...at(PUBLISHED, 7),
    body: {},
    status: 200,
    mustContain: ["已办结", '"closings":[{"seq":1,"reason":null'],
  },
  {
    name: "not while the form is out",
    as: "office",
    ...at(PUBLISHED, 8),
    before: asked,
    body: {},
    status: 409,
    code: "feedback_unsettled",
  },
  {
    name: "unless it says why",
    as: "office",
    ...at(PUBLISHED, 8),
    before: asked,
    body: { reason: WHY },
    status: 200,
    mustContain: [WHY],
  },
  { name: "a reason of one word is none", as: "office", ...at(PUBLISHED, 7), body: { reason: "好" }, status: 422 },
  { name: "not what was never answered", as: "office", ...at(RETURNED, 5), body: {}, status: 409, code: "wrong_state" },
  { name: "the unit does not close its own", as: "zhujian", ...at(PUBLISHED, 7), body: {}, status: 403 },
];

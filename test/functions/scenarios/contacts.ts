import { recordContact } from "#services/contacts/record.ts";
import { decideExtension } from "#services/extensions/decide.ts";
import { requestExtension } from "#services/extensions/request.ts";
import { refOf } from "#test/support/handling.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { Person, World } from "#test/support/world.ts";

/** Contacts and extensions: what a unit does beside its letter, and who reads of it. */

/** 教体局's draft, version 5, due 2026-06-30. */
const OWN = "2026-jianyi-40.jiaoti";
const FRESH = "2026-tian-7.jiaoti";
const CANARY_NOTE = "金丝雀子丑";
const CONTACT = {
  kind: "meeting",
  phase: "during",
  heldOn: "2026-06-10",
  place: null,
  invited: 2,
  met: 2,
  note: CANARY_NOTE,
} as const;

const as = (world: World, person: Person) => world.contextOf(world.people[person].actor);
const record = async (world: World) => await recordContact(as(world, "jiaoti"), await refOf(world, OWN), CONTACT);
const request = async (world: World) =>
  await requestExtension(as(world, "jiaoti"), await refOf(world, OWN), {
    reason: "需要上级部门批复",
    newDueOn: "2026-08-15",
  });
const grant = async (world: World) => {
  await request(world);
  await decideExtension(as(world, "office"), await refOf(world, OWN), { decision: "granted" });
};
const act = (path: string, version: number, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});
const contacts = `/api/assignments/${OWN}/contacts`;
const extensions = `/api/assignments/${OWN}/extensions`;

const contactScenarios: readonly Scenario[] = [
  {
    name: "a unit records a 面商",
    as: "jiaoti",
    ...act(contacts, 5),
    body: CONTACT,
    status: 200,
    mustContain: ['"held":true', '"done":["meeting"]', '"version":6'],
  },
  {
    name: "not of tomorrow",
    as: "jiaoti",
    ...act(contacts, 5),
    body: { ...CONTACT, heldOn: "2026-06-16" },
    status: 422,
  },
  {
    name: "a contact is corrected",
    as: "office",
    ...act(`${contacts}/1`, 6, "PUT"),
    before: record,
    body: CONTACT,
    status: 200,
  },
  {
    name: "not one that is not there",
    as: "office",
    ...act(`${contacts}/2`, 6, "PUT"),
    before: record,
    body: CONTACT,
    status: 404,
  },
  {
    name: "a contact entered by mistake goes",
    as: "jiaoti",
    ...act(`${contacts}/1`, 6, "DELETE"),
    before: record,
    status: 200,
    mustContain: ['"contacts":[]'],
  },
  { name: "not by another unit", as: "gongan", ...act(`${contacts}/1`, 6, "DELETE"), before: record, status: 404 },
  {
    name: "no 面商, for a reason",
    as: "jiaoti",
    ...act(`/api/assignments/${OWN}/meeting-waiver`, 5, "PUT"),
    body: { reason: "代表书面表示不必面商" },
    status: 200,
    mustContain: ["代表书面表示不必面商"],
  },
  {
    name: "never without one",
    as: "jiaoti",
    ...act(`/api/assignments/${OWN}/meeting-waiver`, 5, "PUT"),
    body: { reason: "无" },
    status: 422,
    mustContain: ["请写明没有面商的理由"],
  },
  {
    name: "the supervisor reads the handling",
    as: "supervisor",
    path: `/api/assignments/${OWN}/handling`,
    before: record,
    status: 200,
    mustContain: [CANARY_NOTE],
  },
  {
    name: "another unit finds nothing",
    as: "zhujian",
    path: `/api/assignments/${OWN}/handling`,
    before: record,
    status: 404,
    mustNotContain: [CANARY_NOTE],
  },
];

const extensionScenarios: readonly Scenario[] = [
  {
    name: "a unit asks for more time",
    as: "jiaoti",
    ...act(extensions, 5),
    body: { reason: "需要上级部门批复", newDueOn: "2026-08-15" },
    status: 200,
    mustContain: ['"decision":null', '"replyDueOn":"2026-06-30"'],
  },
  {
    name: "not for more than the law leaves",
    as: "jiaoti",
    ...act(extensions, 5),
    body: { reason: "需要上级部门批复", newDueOn: "2026-08-29" },
    status: 409,
    code: "extension_beyond_limit",
  },
  {
    name: "granted, the date moves",
    as: "office",
    ...act(`/api/assignments/${OWN}/extension-decision`, 6),
    before: request,
    body: { decision: "granted" },
    status: 200,
    mustContain: ['"replyDueOn":"2026-08-15"'],
  },
  {
    name: "nothing was asked for",
    as: "office",
    ...act(`/api/assignments/${OWN}/extension-decision`, 5),
    body: { decision: "granted" },
    status: 409,
    code: "extension_missing",
  },
  {
    name: "the deputy was told",
    as: "jiaoti",
    ...act(`${extensions}/1/told`, 7),
    before: grant,
    body: { toldOn: "2026-06-15" },
    status: 200,
    mustContain: ['"toldOn":"2026-06-15"'],
  },
  {
    name: "not of what was not granted",
    as: "jiaoti",
    ...act(`${extensions}/1/told`, 6),
    before: request,
    body: { toldOn: "2026-06-15" },
    status: 409,
    code: "extension_not_granted",
  },
];

export const contactsAndExtensions: readonly Scenario[] = [
  ...contactScenarios,
  ...extensionScenarios,
  {
    name: "a machine reads no handling",
    as: "machine",
    path: `/api/assignments/${FRESH}/handling`,
    status: 403,
    code: "forbidden",
  },
];

import { attachments } from "#db/schema/files.ts";
import { gateOverrides } from "#db/schema/overrides.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { sha256 } from "#services/hash.ts";
import { draftReply } from "#services/replies/draft.ts";
import { getReply } from "#services/replies/load-reply.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { CANARY } from "#test/support/world.ts";
import { cleanDraft } from "#test/support/letter.ts";
import { buildPdf } from "#test/exchange/attachment/attachment-files.ts";

// 教体局's draft, returned by the office: it may still be written in.
const ID = "2026-jianyi-40.jiaoti";
const WORDS = "施工方服务电话13800138000已经公布。";
const REASON = "该号码为施工方对外公布的服务电话，已核对";
const KEY = { "Idempotency-Key": "k1" };
const NONE = "00000000-0000-4000-8000-000000000000";

const unitOf = (world: World) => world.contextOf(world.people.jiaoti.actor);

async function versionOf(world: World): Promise<number> {
  return (await getReply(world.db, world.people.office.actor, ID)).assignment.version;
}

async function writeMobile(world: World): Promise<void> {
  const draft = cleanDraft(ID, "B");
  const body = richTextOf([
    "你们提出的《关于增加公办幼儿园学位的建议》收悉，现答复如下：",
    WORDS,
    "所提问题已列入计划逐步解决。",
  ]);
  const ref = { id: ID, version: await versionOf(world) };
  await draftReply(unitOf(world), ref, { ...draft, letter: { ...draft.letter, body } });
}

const FINDING = { code: "pii_mobile", where: "body", text: "13800138000", reason: REASON };

const OVERRIDE = "00000000-0000-4000-8000-000000000001";
const ATTACHMENT = "00000000-0000-4000-8000-000000000002";

/** A request of the unit for the very words that stand there. */
async function ask(world: World): Promise<void> {
  await writeMobile(world);
  const { edition } = await getReply(world.db, world.people.office.actor, ID);
  await world.db.insert(gateOverrides).values({
    id: OVERRIDE,
    assignmentId: ID,
    edition: edition?.number ?? 0,
    contentHash: edition?.contentHash ?? "",
    code: FINDING.code,
    where: FINDING.where,
    textHash: sha256(FINDING.text),
    reason: REASON,
    requestedBy: world.people.jiaoti.actor.id,
    requestedAt: world.clock.now().toISOString(),
  });
}

async function attach(world: World): Promise<void> {
  await world.files.put(ATTACHMENT, PDF);
  await world.db.insert(attachments).values({
    id: ATTACHMENT,
    assignmentId: ID,
    edition: 1,
    name: "方案.pdf",
    type: "application/pdf",
    bytes: PDF.length,
    sha256: sha256(PDF),
    pages: 1,
    verdict: "accept",
    findings: [],
    addedBy: world.people.jiaoti.actor.id,
    addedAt: world.clock.now().toISOString(),
  });
}

/** What 教体局's part of 第40号 has come to in the prepared world; a draft is one more. */
const NOW = '"v5"';
const DRAFTED = '"v6"';

function upload(bytes: Uint8Array, name = "方案.pdf"): FormData {
  const form = new FormData();
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return form;
}

const PDF = buildPdf({ pages: ["Plan of the works, twelve months"] });
const place = `/api/replies/${ID}`;

export const gateScenarios: readonly Scenario[] = [
  {
    name: "the letter as it stands is checked while it is written",
    as: "jiaoti",
    path: `${place}/check`,
    before: writeMobile,
    status: 200,
    mustContain: ['"verdict":"block"', '"code":"pii_mobile"', '"overridable":true', '"overrides":[]'],
  },
  {
    name: "another unit's letter is not there",
    as: "gongan",
    path: `${place}/check`,
    status: 404,
    mustNotContain: [CANARY.draft],
  },
  {
    name: "a reason without a finding lets nothing pass",
    as: "jiaoti",
    method: "POST",
    path: `${place}/overrides`,
    headers: { ...KEY, "If-Match": '"v1"' },
    body: FINDING,
    status: 412,
  },
  {
    name: "too short a reason",
    as: "jiaoti",
    method: "POST",
    path: `${place}/overrides`,
    headers: { ...KEY, "If-Match": '"v1"' },
    body: { ...FINDING, reason: "可以" },
    status: 422,
    mustContain: ["不少于 10 字"],
  },
  {
    name: "a request that is not there",
    as: "office2",
    method: "POST",
    path: `${place}/overrides/${NONE}/decision`,
    headers: { "If-Match": '"v1"' },
    body: { allow: true },
    status: 412,
  },
  {
    name: "a refusal says why",
    as: "office2",
    method: "POST",
    path: `${place}/overrides/${NONE}/decision`,
    headers: { "If-Match": '"v1"' },
    body: { allow: false },
    status: 422,
    mustContain: ["写明理由"],
  },
  {
    name: "a unit asks to let a finding pass",
    as: "jiaoti",
    method: "POST",
    path: `${place}/overrides`,
    headers: { ...KEY, "If-Match": DRAFTED },
    body: FINDING,
    before: writeMobile,
    status: 200,
    mustContain: ['"allowed":null', '"current":true', '"verdict":"block"'],
  },
  {
    name: "a second person agrees",
    as: "office2",
    method: "POST",
    path: `${place}/overrides/${OVERRIDE}/decision`,
    headers: { "If-Match": DRAFTED },
    body: { allow: true },
    before: ask,
    status: 200,
    mustContain: ['"allowed":true', '"verdict":"review"'],
  },
  {
    name: "an attachment comes with what was found in it",
    as: "jiaoti",
    method: "POST",
    path: `${place}/attachments`,
    headers: { ...KEY, "If-Match": NOW },
    body: upload(PDF),
    status: 200,
    mustContain: ['"name":"方案.pdf"', '"pages":1', '"verdict":"accept"'],
  },
  {
    name: "it is read",
    as: "supervisor",
    path: `${place}/attachments/${ATTACHMENT}/content`,
    before: attach,
    status: 200,
    mustContain: ["%PDF-1.7"],
  },
  {
    name: "and taken out",
    as: "office",
    method: "DELETE",
    path: `${place}/attachments/${ATTACHMENT}`,
    headers: { "If-Match": NOW },
    before: attach,
    status: 200,
    mustContain: ['"items":[]'],
    after: async ({ files }) => {
      if ((await files.get(ATTACHMENT)) !== undefined) throw new Error("its bytes are there");
    },
  },
  {
    name: "a unit lists its attachments",
    as: "jiaoti",
    path: `${place}/attachments`,
    status: 200,
    mustContain: ['"items":[]'],
  },
  { name: "another unit does not", as: "gongan", path: `${place}/attachments`, status: 404 },
  {
    name: "T-U11 an SVG is no attachment, whatever it is called",
    as: "jiaoti",
    method: "POST",
    path: `${place}/attachments`,
    headers: { ...KEY, "If-Match": '"v1"' },
    body: upload(new TextEncoder().encode("<svg><script>alert(1)</script></svg>"), "图.png"),
    status: 422,
    code: "wrong_attachment_type",
    after: async ({ db }) => {
      if ((await db.$count(attachments)) !== 0) throw new Error("it was kept");
    },
  },
  {
    name: "an attachment that is not there is not taken out",
    as: "jiaoti",
    method: "DELETE",
    path: `${place}/attachments/${NONE}`,
    headers: { "If-Match": '"v1"' },
    status: 412,
  },
  { name: "nor read", as: "jiaoti", path: `${place}/attachments/${NONE}/content`, status: 404 },
];

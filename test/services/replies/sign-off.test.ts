import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actors } from "#db/schema/actors.ts";
import { campaignRules } from "#db/schema/handling.ts";
import type { Duty } from "#domain/account/duty.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { readReply } from "#services/replies/read-reply.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { CAMPAIGN } from "#test/support/city.ts";

const ID = "2026-jianyi-39.zhujian";
let base: TestApp;
let app: TestApp;
let author: TestKey;
let signer: TestKey;
let office: TestKey;

beforeAll(async () => {
  base = await openTestApp();
  author = await base.keyFor("unit", "zhujian");
  signer = await base.keyFor("unit", "zhujian");
  office = await base.keyFor("office");
});
afterAll(async () => await base.close());
beforeEach(async () => {
  app = await openTestApp({ from: base });
});

const ctx = (key: TestKey) => app.contextOf(key.actor);
const ref = async () => ({ id: ID, version: (await getReply(app.db, office.actor, ID)).assignment.version });

async function begin(rules: Partial<CampaignRules>): Promise<void> {
  const row = { campaignId: CAMPAIGN, rules: { ...DEFAULT_RULES, ...rules } };
  await app.db.insert(campaignRules).values(row).onConflictDoUpdate({ target: campaignRules.campaignId, set: row });
  await advanceReply(ID, "drafted", { unit: ctx(author), office: ctx(office) });
}

describe("单位审签", () => {
  it("is asked for where the campaign wants it: the draft cannot go past it", async () => {
    await begin({ unitSignOff: true });
    await expect(submitReply(ctx(author), await ref())).rejects.toMatchObject({ code: "needs_sign_off" });
  });

  it("is by another of the unit, and says who", async () => {
    await begin({ unitSignOff: true });
    const proposed = await proposeReply(ctx(author), await ref());
    expect(proposed.assignment.state).toBe("unit_review");
    await expect(submitReply(ctx(author), await ref())).rejects.toMatchObject({ code: "needs_signer" });
    const { assignment, edition } = await submitReply(ctx(signer), await ref());
    expect(assignment.state).toBe("submitted");
    expect(edition).toMatchObject({ signedOffBy: signer.actor.id, submittedBy: signer.actor.id });
  });

  it("may send a letter back within the unit, where the office cannot reach it yet", async () => {
    await begin({ unitSignOff: true });
    await proposeReply(ctx(author), await ref());
    await expect(returnReply(ctx(office), await ref(), { reason: "请补充" })).rejects.toMatchObject({
      code: "wrong_state",
    });
    const { assignment, edition } = await returnReply(ctx(signer), await ref(), { reason: "请补充时限" });
    expect(assignment.state).toBe("handling");
    expect(edition).toMatchObject({ state: "draft", submittedBy: null, signedOffBy: null });
  });
});

describe("审签 by duty", () => {
  const withDuty = (key: TestKey, duty: Duty) => ({ ...ctx(key), actor: { ...key.actor, duty } });
  const setDuty = async (key: TestKey, duty: Duty) =>
    await app.db.update(actors).set({ duty }).where(eq(actors.id, key.actor.id));

  it("a handler does not sign, a signer does", async () => {
    await begin({ unitSignOff: true });
    await proposeReply(ctx(author), await ref());
    await setDuty(signer, "handler");
    await expect(submitReply(withDuty(signer, "handler"), await ref())).rejects.toMatchObject({
      code: "needs_signer_duty",
    });
    await setDuty(signer, "signer");
    const { edition } = await submitReply(withDuty(signer, "signer"), await ref());
    expect(edition?.signedOffBy).toBe(signer.actor.id);
  });

  it("the only person of a unit signs their own words, and the office reads who signed", async () => {
    await begin({ unitSignOff: true });
    await proposeReply(ctx(author), await ref());
    const disabledAt = "2026-06-15T00:00:00.000Z";
    await app.db.update(actors).set({ disabledAt }).where(eq(actors.id, signer.actor.id));
    const { edition } = await submitReply(ctx(author), await ref());
    expect(edition).toMatchObject({ signedOffBy: author.actor.id, editedBy: author.actor.id });
  });

  it("the button says why: another of the unit has to sign", async () => {
    await begin({ unitSignOff: true });
    await proposeReply(ctx(author), await ref());
    const verbs = (key: TestKey) => readReply(ctx(key), ID).then((file) => file.verbs);
    const submit = (await verbs(author)).find(({ verb }) => verb === "submit");
    expect(submit?.refusal?.code).toBe("needs_signer");
    expect((await verbs(signer)).find(({ verb }) => verb === "submit")?.refusal).toBeNull();
  });
});

describe("what the campaign asks for before a reply", () => {
  it("stops a letter without 面商, and names what else is missing", async () => {
    await begin({ contactRequired: true, feedback: { preset: "two-axes", time: "before_reply", required: true } });
    await expect(submitReply(ctx(author), await ref())).rejects.toMatchObject({
      code: "contact_missing",
      fields: [expect.objectContaining({ path: "feedback_missing" })],
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "#services/audit-verify.ts";
import { archiveCampaign } from "#services/campaigns/archive.ts";
import { closeCampaign } from "#services/campaigns/close.ts";
import { listEvents } from "#services/campaigns/list-events.ts";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import { recountCampaign } from "#services/campaigns/recount.ts";
import { reopenCampaign } from "#services/campaigns/reopen.ts";
import { startCampaign } from "#services/campaigns/start.ts";
import { updateRules } from "#services/campaigns/update-rules.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { requestExtension } from "#services/extensions/request.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { openSupplement } from "#services/follow-ups/open-supplement.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { assignMotion } from "#services/motions/assign.ts";
import { registerMotion } from "#services/motions/register.ts";
import { withdrawMotion } from "#services/motions/withdraw.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { correctReply } from "#services/replies/correct.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { NEW_MOTION, motionRef } from "#test/support/handling.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

const OWED = ["2026-jianyi-39.zhujian", ID, "2026-tian-7.zhujian", "2026-tian-7.jiaoti"];
const REASON = { reason: "代表要求撤回" };

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

const year = async () => (await readCampaign(t.office, "2026")).campaign;
const ref = async () => ({ id: "2026", version: (await year()).version });
const close = async (unanswered = 0, reason = "余下的转入下年") =>
  await closeCampaign(t.office, await ref(), { unanswered, reason });

/** Every answer of the test city goes out. */
async function answerAll(): Promise<void> {
  const unitOf = async (code: string) => t.contextOf((await t.keyFor("unit", code)).actor);
  const hands = { zhujian: await unitOf("zhujian"), jiaoti: t.unit };
  for (const id of OWED) {
    const unit = id.endsWith("zhujian") ? hands.zhujian : hands.jiaoti;
    await advanceReply(id, "published", { unit, office: t.office });
  }
}

describe("收官", () => {
  it("takes the number of answers that are owed, and a reason where there are any", async () => {
    expect(await codeOf(close(0))).toBe("campaign_unfinished");
    expect(await codeOf(close(3))).toBe("campaign_unfinished");
    expect(await codeOf(close(4, " "))).toBe("campaign_unfinished");
    await close(4);
    expect(await year()).toMatchObject({ state: "closed", archivedAt: null, version: 2 });
    expect((await listEvents(t.supervisor, "2026")).events).toMatchObject([
      { seq: 1, kind: "close", reason: "余下的转入下年", actedBy: t.office.actor.id },
    ]);
  });

  it("stops what is handed out, and nothing that is owed or follows an answer", async () => {
    await advance(t, "published", "B");
    await close(3);
    const refused = [
      registerMotion(t.office, NEW_MOTION),
      addJointUnit(t.office, await motionRef(t, "2026-jianyi-39"), { unit: "gongan", reason: "需要配合" }),
      withdrawMotion(t.office, await motionRef(t, "2026-jianyi-39"), REASON),
      objectAssignment(t.unit, await t.ref("2026-tian-7.jiaoti"), { reason: "不属本单位职责", suggestedUnit: null }),
      updateRules(t.office, { id: "2026", version: 1 }, RULES),
      recountCampaign(t.office, await ref(), {
        counts: [{ kind: "suggestion", expectedCount: 3, filedCount: null }],
        reason: "新增一件",
      }),
    ];
    for (const attempt of refused) expect(await codeOf(attempt)).toBe("campaign_closed");
    await advanceReply("2026-tian-7.jiaoti", "submitted", t);
    await askFeedback(t.office, await t.ref());
    await takeCommitment(t.unit, await t.ref(), { edition: 1, block: 2, start: 0, end: 6, dueOn: "2026-12-31" });
    await correctReply(t.unit, await t.ref(), { note: "更正一处文字" });
    await withdrawReply(t.office, await t.ref(), { kind: "legal", reason: "依法不再公开" });
    expect((await getReply(t.db, t.office.actor, ID)).reply?.publication).toBe("withdrawn");
  });

  it("opens again with a reason, until it is archived", async () => {
    await close(4);
    await reopenCampaign(t.office2, await ref(), { reason: "补交办一件" });
    await registerMotion(t.office, NEW_MOTION);
    expect(await codeOf(reopenCampaign(t.office, await ref(), { reason: "再开" }))).toBe("campaign_step_wrong");
    expect((await listActions(t)).filter((action) => action.startsWith("campaign."))).toEqual([
      "campaign.create",
      "campaign.close",
      "campaign.reopen",
    ]);
    expect(await verifyAudit(t.db)).toMatchObject({ ok: true });
  });
});

describe("归档", () => {
  it("waits for every answer and every form", async () => {
    await close(4);
    const attempt = archiveCampaign(t.office, await ref(), {});
    await expect(attempt).rejects.toMatchObject({ code: "campaign_not_settled", fields: [{ path: "unanswered" }] });
    await answerAll();
    await askFeedback(t.office, await t.ref());
    const again = archiveCampaign(t.office, await ref(), {});
    await expect(again).rejects.toMatchObject({ fields: [{ path: "feedback", message: "还有 1 份反馈表没有收回" }] });
    const answers = { attitude: "satisfied", result: "satisfied" };
    await recordFeedback(t.office, await t.ref(), { answers, comment: null, consent: "yes" });
    await archiveCampaign(t.office, await ref(), {});
    expect((await year()).archivedAt).toBe("2026-06-15T01:00:00.000Z");
  });

  it("leaves follow-ups, promises, corrections and withdrawals, and nothing else", async () => {
    await answerAll();
    await close();
    await archiveCampaign(t.office, await ref(), {});
    expect(await codeOf(askFeedback(t.office, await t.ref()))).toBe("campaign_archived");
    const later = { reason: "需要更多时间", newDueOn: "2026-08-28" };
    expect(await codeOf(requestExtension(t.unit, await t.ref(), later))).toBe("campaign_archived");
    expect(await codeOf(registerMotion(t.office, NEW_MOTION))).toBe("campaign_archived");
    expect(await codeOf(reopenCampaign(t.office, await ref(), { reason: "补交办" }))).toBe("campaign_step_wrong");
    await openSupplement(t.unit, await t.ref(), { dueOn: null });
    await takeCommitment(t.unit, await t.ref(), { edition: 1, block: 2, start: 0, end: 6, dueOn: null });
    await correctReply(t.unit, await t.ref(), { note: "更正一处文字" });
    await withdrawReply(t.office, await t.ref(), { kind: "legal", reason: "依法不再公开" });
  });
});

describe("开始", () => {
  it("a year that is prepared takes in and proposes; it hands out once it has begun", async () => {
    await t.db.run("update campaigns set state = 'preparing'");
    const id = await registerMotion(t.office, NEW_MOTION);
    const parts = [{ unit: "jiaoti", role: "lead" as const }];
    await preAssignMotion(t.office, await motionRef(t, id), { parts });
    expect(await codeOf(assignMotion(t.office, await motionRef(t, id), {}))).toBe("campaign_not_open");
    expect(await codeOf(startCampaign(t.unit, await ref(), {}))).toBe("forbidden");
    await startCampaign(t.office, await ref(), {});
    await assignMotion(t.office, await motionRef(t, id), {});
    expect(await codeOf(startCampaign(t.office, await ref(), {}))).toBe("campaign_step_wrong");
  });
});

describe("调整应办件数", () => {
  it("keeps what was there before, with the reason", async () => {
    const counts = [{ kind: "suggestion" as const, expectedCount: 3, filedCount: 5 }];
    await recountCampaign(t.office, await ref(), { counts, reason: "闭会期间新增一件" });
    const kinds = new Map((await year()).kinds.map((kind) => [kind.kind, kind]));
    expect(kinds.get("suggestion")).toMatchObject({ expectedCount: 3, filedCount: 5 });
    const [event] = (await listEvents(t.office, "2026")).events;
    expect(event).toMatchObject({ kind: "recount", reason: "闭会期间新增一件" });
    expect(event?.counts).toMatchObject([{ kind: "suggestion", after: { expectedCount: 3, filedCount: 5 } }]);
    expect(await codeOf(recountCampaign(t.office, { id: "2026", version: 1 }, { counts, reason: "再改" }))).toBe(
      "stale",
    );
    expect(await codeOf(listEvents(t.unit, "2026"))).toBe("forbidden");
  });
});

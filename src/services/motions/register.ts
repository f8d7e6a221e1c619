import { z } from "zod";
import { findCampaignKind } from "#db/reads/campaigns.ts";
import { findMotion } from "#db/reads/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { putAllocation } from "#db/writes/motions.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionId, motionNumberLabel } from "#domain/motion/number.ts";
import { recordAudit } from "../audit.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

export const RegisterInput = z.strictObject({
  campaignId: z.string().min(1).max(40),
  kind: z.enum(MOTION_KINDS),
  number: z.int().min(1, "编号应为 1 至 99999").max(99_999, "编号应为 1 至 99999"),
  betweenSessions: z.boolean().default(false),
  title: z.string().trim().min(2, "请填写标题").max(200, "标题请控制在 200 字以内"),
  category: words(40),
  filerGroup: words(60),
  jointText: words(500),
  /** 领衔代表、第一提案人 first. */
  proposers: z.array(z.string().trim().min(1).max(40)).min(1, "请填写领衔代表或第一提案人").max(300),
  /** Where not everyone is named; at least those who are. */
  proposerCount: z.int().min(1).max(3000).optional(),
  keyItem: z.boolean().default(false),
  leader: words(60),
  supervisor: words(60),
  confidential: z.boolean().default(false),
});
export type RegisterInput = z.input<typeof RegisterInput>;

function countProposers({ proposers, proposerCount }: z.output<typeof RegisterInput>): number {
  if (proposerCount === undefined) return proposers.length;
  if (proposerCount >= proposers.length) return proposerCount;
  const message = `提出人数不能少于已列姓名的 ${proposers.length} 人，请核对`;
  throw new Invalid(message, [{ path: "proposerCount", message }]);
}

/** 登记 by hand, one matter. It is filed and not yet anyone's. Returns its id. Throws Invalid where year or number do not fit. */
export async function registerMotion(ctx: Context, raw: RegisterInput): Promise<string> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  const input = RegisterInput.parse(raw);
  const { campaignId, kind, proposers, ...head } = input;
  const proposerCount = countProposers(input);
  return await writeTransaction(ctx.db, async (tx) => {
    const found = await findCampaignKind(tx, campaignId, kind);
    if (!found) {
      const message = `没有编号为“${campaignId}”、办理这一类别的年度工作，请先建立年度`;
      throw new Invalid(message, [{ path: "campaignId", message }], "unknown_campaign");
    }
    await requireStage(tx, campaignId, "plan");
    const id = motionId(found.campaign.year, kind, head);
    if (await findMotion(tx, id)) {
      const message = `${motionNumberLabel(head)}已经登记，请核对编号`;
      throw new Invalid(message, [{ path: "number", message }], "motion_exists");
    }
    // Until it is assigned the column holds the day of registration.
    const assignedOn = shanghaiDate(ctx.now());
    const motion = { ...head, id, campaignId, kind, proposerCount, assignedOn, sittingId: found.kind.sittingId };
    await putAllocation(tx, { motion: { ...motion, state: "filed" }, proposers, assignments: [] });
    await recordAudit(tx, ctx, {
      action: "motion.register",
      object: `motion:${id}`,
      beforeHash: null,
      afterHash: hashOf({ ...motion, proposers }),
    });
    return id;
  });
}

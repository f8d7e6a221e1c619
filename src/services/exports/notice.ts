import type { CampaignView } from "#db/reads/campaign-list.ts";
import { findScheme } from "#db/reads/schemes.ts";
import { readSettings } from "#db/reads/settings.ts";
import { listUnits } from "#db/reads/units.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { listDeadlineLines } from "#domain/campaign/deadline-lines.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { toNoticePaper } from "#exchange/write/paper/notice-paper.ts";
import { readCampaign } from "../campaigns/read-campaign.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { getUnitScope } from "../scope.ts";
import { listHandedOut } from "./allocation.ts";
import { toAllocationLine } from "./allocation-lines.ts";
import type { ExportFile, PaperFormat } from "./export-file.ts";
import { toPaperFile } from "./export-file.ts";

export type NoticeExport = {
  readonly campaign: string;
  readonly kind?: MotionKind | undefined;
  /** Undefined: to all units. */
  readonly unit?: string | undefined;
  readonly format: PaperFormat;
};

/** What the rules of the year ask of whoever handles, in one sentence each. */
function listDemands({ contactRequired, opinionsRequired, unitSignOff, feedback, followUp, jointWord }: CampaignRules) {
  const form =
    feedback.time === "before_reply"
      ? "面商时请代表、委员填写办理情况反馈表，与答复拟办件一并报送。"
      : "答复后请代表、委员填写办理情况反馈表，收回后及时登记。";
  return [
    "建议、提案原文只用于办理，注意使用范围，不得随意传播。",
    ...(contactRequired ? ["先协商、后答复：答复前应当与代表、委员面商；没有面商的，书面说明原因。"] : []),
    ...(opinionsRequired ? [`${jointWord}单位应当按时向主办单位书面提出意见，主办单位会商一致后统一答复。`] : []),
    ...(unitSignOff ? ["答复由承办单位负责人审核签发后报送。"] : []),
    ...(feedback.required ? [form] : []),
    ...(followUp.classes.length > 0
      ? [`办理结果为${followUp.classes.join("、")}类的，应当跟踪办理，按时向代表、委员续复。`]
      : []),
  ];
}

async function readKinds(ctx: Context, { kinds }: CampaignView, shown: ReadonlySet<MotionKind>) {
  const used = kinds.filter(({ kind }) => shown.has(kind));
  return await Promise.all(
    used.map(async ({ kind, sittingName, schemeId }) => ({
      kind,
      sitting: sittingName,
      scheme: (await findScheme(ctx.db, schemeId)) ?? null,
    })),
  );
}

async function getUnitName(ctx: Context, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const unit = (await listUnits(ctx.db)).find((item) => item.code === code);
  if (!unit) throw new NotFound("这个单位");
  return unit.fullName;
}

/** 交办通知 with its table: to one unit what is its own, to all what is everyone's. Throws NotFound where there is nothing to hand out. */
export async function exportNotice(ctx: Context, { campaign, kind, unit, format }: NoticeExport): Promise<ExportFile> {
  const own = getUnitScope(ctx.actor);
  const code = own ?? unit;
  const detail = await readCampaign(ctx, campaign);
  const lines =
    own !== undefined && unit !== undefined && unit !== own
      ? []
      : await listHandedOut(ctx, { campaign, kind, unit: code });
  const [first] = lines;
  if (!first) throw new NotFound("要交办的建议、提案");
  const settings = await readSettings(ctx.db);
  const { rules } = detail.rules;
  // What was handed out on several days goes by the first of them: every row of the table has its own date.
  const assignedOn = lines.map(({ motion }) => motion.assignedOn).toSorted()[0] ?? first.motion.assignedOn;
  const paper = toNoticePaper({
    issuer: settings.sponsor,
    phone: settings.contactPhone,
    year: detail.campaign.year,
    unit: await getUnitName(ctx, code),
    kinds: await readKinds(ctx, detail.campaign, new Set(lines.map(({ motion }) => motion.kind))),
    assignedOn,
    lines: listDeadlineLines(rules, assignedOn),
    demands: listDemands(rules),
    jointWord: rules.jointWord,
    rows: lines.map((line) => {
      const { title, leadUnits, coUnits, dueOn } = toAllocationLine(line);
      const numberLabel = motionNumberLabel(line.motion);
      return { kind: line.motion.kind, numberLabel, title, leadUnits, jointUnits: coUnits, dueOn };
    }),
  });
  return await toPaperFile(paper, format);
}

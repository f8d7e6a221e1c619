import { findSitting } from "#db/reads/campaigns.ts";
import { findLastRound } from "#db/reads/feedback.ts";
import { readMotionLines } from "#db/reads/motion-lines.ts";
import { findScheme } from "#db/reads/schemes.ts";
import { readSettings } from "#db/reads/settings.ts";
import { toJointText } from "#domain/motion/joint-text.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { toFeedbackPaper } from "#exchange/write/paper/feedback-paper.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { getAxes } from "../feedback/file-round.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";
import type { ExportFile, PaperFormat } from "./export-file.ts";
import { toPaperFile } from "./export-file.ts";

/** Head of the letter, once it went out: before that the form is handed over without it. */
async function readAnswer(ctx: Context, { edition, campaignKind }: LoadedReply) {
  if (edition?.state !== "final") return { docNumber: null, repliedOn: null, classLabel: null };
  const scheme = await findScheme(ctx.db, campaignKind.schemeId);
  const found = scheme && edition.classCode !== null ? findClass(scheme, edition.classCode) : undefined;
  const classLabel = found ? `${found.code}类（${found.label}）` : null;
  return { docNumber: edition.docNumber, repliedOn: edition.signedOn, classLabel };
}

async function readNames(ctx: Context, { motion, assignment }: LoadedReply) {
  const line = (await readMotionLines(ctx.db, [motion.id])).get(motion.id);
  const proposers = line?.proposers ?? [];
  const [proposer = ""] = proposers;
  const joint = toJointText({ ...motion, proposers });
  const jointUnits = (line?.units ?? []).filter(({ isJoint, code }) => isJoint && code !== assignment.unitCode);
  return { proposer, joint, jointUnits: jointUnits.map(({ name }) => name) };
}

/** 反馈表 of one assignment, filled in as far as the office knows. Throws NotFound for whoever has nothing to do with it. */
export async function exportFeedbackForm(
  ctx: Context,
  { id, format }: { readonly id: string; readonly format: PaperFormat },
): Promise<ExportFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const reply = await getReply(ctx.db, ctx.actor, id);
  const { motion, unit, rules } = reply;
  const [settings, sitting, round] = await Promise.all([
    readSettings(ctx.db),
    findSitting(ctx.db, motion.sittingId),
    findLastRound(ctx.db, id),
  ]);
  const paper = toFeedbackPaper({
    government: `${settings.city}人民政府`,
    kind: motion.kind,
    sitting: sitting?.shortName ?? "",
    numberLabel: motionNumberLabel(motion),
    title: motion.title,
    ...(await readNames(ctx, reply)),
    leadUnit: unit.shortName,
    jointWord: rules.jointWord,
    ...(await readAnswer(ctx, reply)),
    round: round?.round ?? 1,
    axes: getAxes(reply),
    returnTo: unit.fullName,
    returnPhone: unit.phone,
    dueOn: round && round.answers === null ? round.dueOn : null,
  });
  return await toPaperFile(paper, format);
}

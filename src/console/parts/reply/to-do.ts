import type { Finding } from "#domain/gate/finding.ts";
import { findConsentObstacle } from "#domain/disclosure/consent.ts";
import { findUnready } from "#domain/handling/readiness.ts";
import type { LetterForm } from "./letter-form.ts";
import { hasPublicText } from "./letter-form.ts";
import type { Aside } from "./reply-file.ts";

/** One thing that a letter needs before it is sent on: where it is done, and whether it is. */
export type Need = {
  readonly label: string;
  readonly done: boolean;
  /** What to do, where it is not done. */
  readonly hint: string;
  /** Id of the field or panel. */
  readonly at: string;
};

/** What the letter lacks stands in the list already. */
const SAID_ABOVE = new Set(["class_missing", "disclosure_missing", "title_missing", "addressee_missing"]);

/** The findings beside the list of what is missing. */
export function dropMissing(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => !SAID_ABOVE.has(code));
}

const need = (label: string, done: boolean, hint: string, at: string): Need => ({ label, done, hint, at });
const filled = (text: string) => text.trim() !== "";

function listLetterNeeds(form: LetterForm): Need[] {
  return [
    need("办理结果分类", filled(form.classCode), "选定一类", "field-class"),
    need("标题", filled(form.title), "填写标题", "field-title"),
    need("主送", filled(form.addressee), "写明答复哪些代表、委员", "field-addressee"),
    need("正文", form.body.content.length > 0, "写正文，或者导入 Word 文件", "field-body"),
    need("落款单位", filled(form.signatory), "填写单位全称", "field-signatory"),
    need("成文日期", filled(form.signedOn), "填写日期", "field-signedOn"),
  ];
}

function listDisclosureNeeds(form: LetterForm): Need[] {
  const { mode, ground, groundText, consent, publicBody } = form;
  if (mode === "") return [need("公开属性", false, "选定是否公开", "field-mode")];
  const isPartly = mode !== "full";
  const obstacle = findConsentObstacle(consent, { mode, groundText: filled(groundText) ? groundText : null });
  return [
    need("公开属性", true, "", "field-mode"),
    ...(isPartly ? [need("不全文公开的依据", ground !== "", "选定依据", "field-ground")] : []),
    ...(ground === "other" ? [need("依据说明", filled(groundText), "写明具体理由", "field-groundText")] : []),
    ...(hasPublicText(form)
      ? [need("供公开的文本", publicBody.content.length > 0, "写出公众将看到的文本", "field-publicBody")]
      : []),
    ...(obstacle ? [need("代表、委员的意见", false, obstacle.message, "field-mode")] : []),
  ];
}

function listHandlingNeeds({ handling, motion, opinions, feedback, rules }: Aside): Need[] {
  const joint = motion.parts.filter(({ role, state }) => role === "joint" && state !== "withdrawn").length;
  const settled = opinions.filter(({ state }) => state === "given" || state === "waived").length;
  const { held, waiver } = handling.meeting;
  const unready = findUnready(
    {
      meetings: held ? 1 : 0,
      meetingWaived: waiver !== null,
      jointUnits: joint,
      opinions: settled,
      feedbackFiled: feedback.rounds.some(({ filedAt }) => filedAt !== null),
    },
    rules,
  );
  const has = (code: (typeof unready)[number]) => !unready.includes(code);
  const asksFeedback = rules.feedback.required && rules.feedback.time === "before_reply";
  return [
    ...(rules.contactRequired
      ? [need("面商", has("contact_missing"), "登记面商，或者写明未面商的理由", "panel-contacts")]
      : []),
    ...(rules.opinionsRequired && joint > 0
      ? [need("会办意见", has("opinions_missing"), `${joint}个会办单位，已齐${settled}个`, "panel-opinions")]
      : []),
    ...(asksFeedback ? [need("反馈表", has("feedback_missing"), "先收回代表、委员的反馈表", "panel-feedback")] : []),
  ];
}

/** Everything that the letter needs before it leaves whoever holds it, in the order of the page (design §5). */
export function listNeeds(
  form: LetterForm,
  findings: readonly Finding[],
  aside: Aside,
  isCorrection: boolean,
): readonly Need[] {
  const blocks = dropMissing(findings).filter(({ severity }) => severity === "block").length;
  return [
    ...listLetterNeeds(form),
    ...listDisclosureNeeds(form),
    // What was done for the matter was looked at before the first edition.
    ...(isCorrection
      ? [need("更正说明", filled(form.note), "写明更正了什么", "field-note")]
      : listHandlingNeeds(aside)),
    need("内容检查", blocks === 0, `还有 ${blocks} 处必须改正`, "panel-findings"),
  ];
}

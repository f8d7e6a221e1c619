import type { DisclosureGround, DisclosureMode } from "#domain/disclosure/disclosure.ts";
import { DISCLOSURE_LABELS, GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import type { Consent } from "#domain/disclosure/consent.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { Answer } from "#domain/reply/answer-map.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { operations } from "../../api/types.gen.ts";
import type { Reply } from "./reply-file.ts";

/** A letter as it stands in the form: a field that is empty is "". */
export type LetterForm = {
  classCode: string;
  docNumber: string;
  title: string;
  addressee: string;
  body: RichText;
  signatory: string;
  signedOn: string;
  contactName: string;
  contactPhone: string;
  copyTo: string;
  mode: DisclosureMode | "";
  ground: DisclosureGround | "";
  groundText: string;
  reviewAgainOn: string;
  consent: Consent;
  publicBody: RichText;
  note: string;
  answers: Answer[];
};

export type DraftBody = operations["draftReply"]["requestBody"]["content"]["application/json"];

export const EMPTY_BODY: RichText = { type: "doc", content: [] };

export const CONSENT_LABELS: Readonly<Record<Consent, string>> = {
  yes: "同意公开",
  no: "不同意公开",
  not_asked: "没有征求",
};

const WORDS = ["docNumber", "title", "addressee", "signatory", "contactName", "contactPhone", "copyTo"] as const;
/** The fields of one line, in the order of the page. */
export type WordField = (typeof WORDS)[number];

export const FIELD_LABELS: Readonly<Record<keyof LetterForm, string>> = {
  classCode: "办理结果分类",
  docNumber: "发文字号",
  title: "标题",
  addressee: "主送",
  body: "正文",
  signatory: "落款单位",
  signedOn: "成文日期",
  contactName: "联系人",
  contactPhone: "联系电话",
  copyTo: "抄送",
  mode: "公开属性",
  ground: "不全文公开的依据",
  groundText: "依据说明",
  reviewAgainOn: "下次复查日期",
  consent: "代表、委员的意见",
  publicBody: "供公开的文本",
  note: "更正说明",
  answers: "逐条对应",
};
export const FORM_FIELDS = Object.keys(FIELD_LABELS) as (keyof LetterForm)[];

type Decision = Pick<LetterForm, "mode" | "ground" | "groundText" | "reviewAgainOn" | "consent" | "publicBody">;

export const NO_DECISION: Decision = {
  mode: "",
  ground: "",
  groundText: "",
  reviewAgainOn: "",
  consent: "not_asked",
  publicBody: EMPTY_BODY,
};

function fromDecision(decision: Reply["disclosure"]): Decision {
  if (!decision) return NO_DECISION;
  const { mode, ground, groundText, reviewAgainOn, consent, publicBody } = decision;
  return {
    mode,
    ground: ground ?? "",
    groundText: groundText ?? "",
    reviewAgainOn: reviewAgainOn ?? "",
    consent,
    publicBody: publicBody ?? EMPTY_BODY,
  };
}

/** The letter that is being worked on; null where none was begun. */
export function toForm({ edition, disclosure, asks }: Reply): LetterForm | null {
  if (!edition) return null;
  const { letter } = edition;
  const words = Object.fromEntries(WORDS.map((field) => [field, letter[field] ?? ""])) as Record<WordField, string>;
  return {
    ...words,
    ...fromDecision(disclosure),
    classCode: letter.classCode ?? "",
    body: letter.body,
    signedOn: letter.signedOn ?? "",
    note: edition.note ?? "",
    answers: asks.flatMap(({ number, blocks }) => blocks.map((block) => ({ ask: number, block }))),
  };
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
const given = <K extends string>(name: K, text: string) =>
  (text.trim() === "" ? {} : { [name]: text.trim() }) as Partial<Record<K, string>>;

/** Is there a text beside the letter that the public reads instead? */
export function hasPublicText({ mode }: Pick<LetterForm, "mode">): boolean {
  return mode === "summary" || mode === "redacted";
}

function toDecision(form: LetterForm): DraftBody["disclosure"] {
  const { mode, ground, groundText, reviewAgainOn, consent, publicBody } = form;
  if (mode === "") return null;
  return {
    mode,
    ...(ground === "" ? {} : { ground }),
    ...given("groundText", groundText),
    ...given("reviewAgainOn", reviewAgainOn),
    consent,
    publicBody: hasPublicText(form) && publicBody.content.length > 0 ? publicBody : null,
  };
}

export function toLetterWords(form: LetterForm): DraftBody["letter"] {
  const words = Object.fromEntries(WORDS.map((field) => [field, orNull(form[field])])) as Record<
    WordField,
    string | null
  >;
  return { ...words, classCode: orNull(form.classCode), body: form.body, signedOn: orNull(form.signedOn) };
}

/** What the API is asked to save. */
export function toDraftBody(form: LetterForm): DraftBody {
  return { letter: toLetterWords(form), disclosure: toDecision(form), note: orNull(form.note), answers: form.answers };
}

/** The letter as the gate sees it. */
export function toChecked(form: LetterForm): LetterToCheck {
  const mark = form.mode === "" ? null : form.mode === "none" ? "不公开" : "可公开";
  return { ...(toLetterWords(form) as Omit<LetterToCheck, "disclosureMark">), disclosureMark: mark };
}

/** One field as a person reads it, to hold two versions of it against each other. */
export function readField(form: LetterForm, field: keyof LetterForm): string {
  const { body, publicBody, mode, ground, consent, answers } = form;
  switch (field) {
    case "body":
      return plainText(body);
    case "publicBody":
      return plainText(publicBody);
    case "mode":
      return mode === "" ? "" : DISCLOSURE_LABELS[mode];
    case "ground":
      return ground === "" ? "" : GROUND_LABELS[ground];
    case "consent":
      return CONSENT_LABELS[consent];
    case "answers":
      return answers.map(({ ask, block }) => `第${ask}项：第${block + 1}段`).join("\n");
    default:
      return form[field];
  }
}

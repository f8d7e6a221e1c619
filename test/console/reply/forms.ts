import type { LetterForm } from "#console/parts/reply/letter-form.ts";
import { NO_DECISION } from "#console/parts/reply/letter-form.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";

/** A letter that lacks nothing, open in full. */
export const WHOLE: LetterForm = {
  ...NO_DECISION,
  classCode: "A",
  docNumber: "",
  title: "关于市四届人大五次会议第39号建议的答复",
  addressee: "卢子代表",
  body: richTextOf(["收悉，现答复如下："]),
  signatory: "云川市住房和城乡建设局",
  signedOn: "2026-05-20",
  contactName: "宫康",
  contactPhone: "",
  copyTo: "",
  mode: "full",
  note: "",
  answers: [],
};

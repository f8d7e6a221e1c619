import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { LetterForm } from "./letter-form.ts";
import { NO_DECISION } from "./letter-form.ts";
import type { Motion, Reply } from "./reply-file.ts";

const PERSON = { suggestion: "代表", proposal: "委员" } as const;

/** 卢子代表、冉云芳代表; of more than three: 卢子等5名代表. */
function toAddressee({ kind, proposers, proposerCount, filerGroup }: Motion): string {
  const [first] = proposers;
  if (first === undefined) return filerGroup ?? "";
  if (proposerCount > 3 || proposers.length < proposerCount) return `${first}等${proposerCount}名${PERSON[kind]}`;
  return proposers.map((name) => `${name}${PERSON[kind]}`).join("、");
}

/** A letter that nobody has begun, with the words that its motion gives (答复格式). */
export function toFirstForm({ unit }: Reply, motion: Motion): LetterForm {
  const { kind, sitting, title, proposerCount } = motion;
  const you = proposerCount > 1 ? "你们" : "您";
  return {
    classCode: "",
    docNumber: "",
    title: `关于${sitting.shortName}${motionNumberLabel(motion)}${KIND_WORDS[kind].label}的答复`,
    addressee: toAddressee(motion),
    body: richTextOf([`${you}提出的《${title}》收悉，现将办理情况答复如下：`]),
    signatory: unit.fullName,
    signedOn: "",
    contactName: "",
    contactPhone: "",
    copyTo: "",
    ...NO_DECISION,
    note: "",
    answers: [],
  };
}

import { richTextOf } from "#domain/reply/rich-text.ts";
import type { DraftInput } from "#services/replies/draft.ts";
import { MATTERS, UNITS } from "./city.ts";

/** A complete letter that the gate has nothing to say against, for an assignment of the test city, open in full. */
export function cleanDraft(assignmentId: string, classCode: "A" | "B" | "C" = "A"): DraftInput {
  const [motionId = "", unitCode = ""] = assignmentId.split(".");
  const matter = MATTERS.find((item) => motionId.endsWith(`-${item.number}`));
  const unit = UNITS.find((item) => item.code === unitCode);
  if (!matter || !unit) throw new Error(`Failed to write a letter: ${assignmentId} is not in the test city`);
  const isSuggestion = matter.kind === "suggestion";
  const body = isSuggestion ? "市四届人大五次会议" : "市政协四届五次会议";
  const label = isSuggestion ? "建议" : "提案";
  const outcome = {
    A: "所提问题已经解决。",
    B: "所提问题已列入计划逐步解决。",
    C: "所提问题目前条件尚不具备，留作参考。",
  };
  return {
    letter: {
      classCode,
      docNumber: `云${label}字〔2026〕${matter.number}号`,
      title: `关于${body}第${matter.number}号${label}的答复`,
      addressee: `卢子等2名${isSuggestion ? "代表" : "委员"}`,
      body: richTextOf([
        `你们提出的《${matter.title}》由我单位主办，现将办理情况答复如下：`,
        "我单位会同有关部门实地走访，逐项研究了所提意见，明确了责任科室和完成时限。",
        outcome[classCode],
        "感谢你们对这项工作的关心和支持。",
      ]),
      signatory: unit.fullName,
      signedOn: "2026-05-20",
      contactName: "宫康",
      contactPhone: unit.phone,
      copyTo: null,
    },
    disclosure: { mode: "full", publicBody: null },
    note: null,
  };
}

/** The same, not to be public. */
export function withheldDraft(assignmentId: string): DraftInput {
  return {
    ...cleanDraft(assignmentId),
    disclosure: { mode: "none", ground: "article_15", publicBody: null },
  };
}

import { GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { readDate } from "../../parts/chinese-date.ts";
import type { Reply } from "./publish-acts.ts";

type Fact = readonly [label: string, value: string | null];

function listDisclosureFacts({ disclosure }: Reply): readonly Fact[] {
  if (!disclosure) return [["公开属性", "未定"]];
  const { modeLabel, ground, groundText, reviewAgainOn } = disclosure;
  return [
    ["公开属性", modeLabel],
    ["依据", ground && (groundText ?? GROUND_LABELS[ground])],
    ["下次复查", reviewAgainOn && readDate(reviewAgainOn)],
  ];
}

/** What whoever publishes has to know before anything else. */
export function listFacts(reply: Reply): readonly Fact[] {
  const { edition, publication } = reply;
  return [
    ["文稿", edition ? `第 ${edition.number} 稿，${edition.stateLabel}` : "还没有拟稿"],
    ["办理结果分类", edition && edition.letter.classCode],
    ...listDisclosureFacts(reply),
    ["公开情况", publication.stateLabel],
    ["首次公开", publication.firstPublishedAt],
    ["索引号", publication.indexNumber],
    ["更正说明", edition && edition.note],
  ];
}

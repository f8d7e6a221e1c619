import type { DemoDisclosure, DemoGround, DemoPara } from "./demo-city.ts";
import type { Letter } from "./letter.ts";
import { getAt } from "./random.ts";

const GROUNDS: readonly DemoGround[] = ["article_15", "filer_request", "article_16", "article_14", "other"];

const GROUND_TEXTS: Readonly<Record<DemoGround, readonly string[]>> = {
  article_14: ["答复载明重点部位的防范措施，公开后可能危及公共安全。", "答复涉及应急力量的具体部署。"],
  article_15: ["答复涉及企业报价等商业秘密，权利人不同意公开。", "答复涉及困难家庭的个人隐私。"],
  article_16: ["答复所述方案仍在讨论，属于过程性信息。", "答复内容为内部工作流程和人员安排。"],
  filer_request: ["提出人在反馈表中要求不公开。", "提出人书面要求答复不对外公开。"],
  other: ["答复涉及正在仲裁的合同纠纷，公开可能影响案件处理。", "答复涉及正在办理的行政复议案件。"],
};

/** Less than full, with its ground; the serial picks ground and wording in turn, so that all occur. */
export function makeDisclosure(mode: DemoDisclosure["mode"], serial: number): DemoDisclosure {
  if (mode === "full") return { mode };
  // A summary or a redacted text protects a party; the other grounds speak for withholding the whole.
  const ground = mode === "none" ? getAt(GROUNDS, serial) : getAt(GROUNDS, serial % 2 === 0 ? 0 : 2);
  return { mode, ground, groundText: getAt(GROUND_TEXTS[ground], Math.floor(serial / GROUNDS.length)) };
}

function summarise({ parts }: Letter): DemoPara[] {
  const heads = parts.measures.map(({ heading }) => heading).join("、");
  return [
    { text: parts.opening },
    { text: `办理中主要采取了以下措施：${heads}。具体数据和个案不在摘要中列出。` },
    ...parts.next.map((text) => ({ text })),
    { text: parts.thanks },
  ];
}

const NOTES: Readonly<Partial<Record<DemoGround, string>>> = {
  article_15: "（本段涉及商业秘密或者个人隐私，依法不予公开。）",
  article_16: "（本段涉及过程性信息，依法不予公开。）",
};

/** The two longest paragraphs between opening and thanks give way to a note. */
function redact(body: readonly DemoPara[], ground: DemoGround): DemoPara[] {
  const candidates = body
    .map((para, index) => ({ index, length: "text" in para && !para.heading ? para.text.length : 0 }))
    .slice(1, -2)
    .sort((one, other) => other.length - one.length)
    .slice(0, 2)
    .map(({ index }) => index);
  const note = NOTES[ground] ?? "（本段依法不予公开。）";
  return body.map((para, index) => (candidates.includes(index) ? { text: note } : para));
}

/** What the public reads instead of the body; undefined where the body itself is public or nothing is. */
export function makePublicBody(letter: Letter, disclosure: DemoDisclosure): DemoPara[] | undefined {
  if (disclosure.mode === "summary") return summarise(letter);
  if (disclosure.mode === "redacted") return redact(letter.body, disclosure.ground ?? "other");
  return undefined;
}

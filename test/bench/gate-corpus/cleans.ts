import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { CLEAN_TEMPLATES } from "./clean-templates.ts";
import type { GateCase } from "./positives.ts";
import { startRandom } from "./random.ts";
import { fillSlots } from "./slots.ts";

const SEED = 20_260_310;
const OF_EACH_TEMPLATE = 30;

const toCase = (text: string): GateCase => ({ blocks: [text], where: "body", label: "clean" });

/** Every sentence that the demo's letters are made of, once. */
function listDemoParagraphs(): string[] {
  const replies = makeDemoCity().matters.flatMap((matter) => matter.replies);
  return [
    ...new Set(
      replies.flatMap(({ title, docNumber, body }) => [
        title,
        docNumber,
        ...body.flatMap((block) => ("text" in block ? [block.text] : [])),
      ]),
    ),
  ];
}

/** Official prose in which nothing is personal. */
export function listCleans(): GateCase[] {
  const random = startRandom(SEED);
  const filled = CLEAN_TEMPLATES.flatMap((template) =>
    Array.from({ length: OF_EACH_TEMPLATE }, () => fillSlots(template, random)),
  );
  return [...listDemoParagraphs(), ...new Set(filled)].map(toCase);
}

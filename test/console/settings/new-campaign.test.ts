import { expect, test } from "vitest";
import { CampaignInput } from "#services/campaigns/create-campaign.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import {
  findGap,
  nameSitting,
  startForm,
  toCampaignInput,
  toChineseNumber,
} from "../../../src/console/desks/settings/new-campaign.ts";

test("numbers as the names of sittings write them", () => {
  expect([1, 9, 10, 12, 20, 21, 30].map(toChineseNumber)).toEqual(["一", "九", "十", "十二", "二十", "二十一", "三十"]);
});

test("sittings are named as both bodies name them", () => {
  const at = { term: 4, session: 5 };
  expect(nameSitting("suggestion", "云川市", at)).toEqual({
    name: "云川市第四届人民代表大会第五次会议",
    shortName: "市四届人大五次会议",
  });
  expect(nameSitting("proposal", "云川市", at).name).toBe("政协云川市第四届委员会第五次会议");
});

function fill() {
  const form = startForm(2027, "云川市");
  for (const kind of form.kinds) Object.assign(kind, { schemeId: "zhanyi-2023", assignedOn: "2027-03-10" });
  return form;
}

test("says the first thing that is missing", () => {
  const form = startForm(2027, "云川市");
  expect(findGap(form)).toContain("建议的分类口径");
  for (const kind of form.kinds) kind.schemeId = "zhanyi-2023";
  expect(findGap(form)).toContain("建议的交办日期");
  for (const kind of form.kinds) kind.isIn = false;
  expect(findGap(form)).toContain("至少选择一类");
  expect(findGap(fill())).toBeUndefined();
});

test("what is sent is what the API takes, with kinds that were left out left out", () => {
  const form = { ...fill(), rules: structuredClone(DEFAULT_RULES), isOpen: false };
  form.rules.deadlines.followUpOn = "2027-12-20";
  const [, proposal] = form.kinds;
  if (proposal) proposal.isIn = false;
  const input = CampaignInput.parse(toCampaignInput(form));
  expect(input).toMatchObject({ id: "2027", state: "preparing", preset: "law" });
  expect(input.kinds).toHaveLength(1);
  expect(input.kinds[0]).toMatchObject({ followUpDueOn: "2027-12-20", sitting: { id: "npc-1-1" } });
});

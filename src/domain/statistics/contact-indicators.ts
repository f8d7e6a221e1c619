import type { CountedContact } from "../contact/contact-figures.ts";
import { hasMeeting, toFiveContacts } from "../contact/contact-figures.ts";
import { CONTACT_KINDS, CONTACT_LABELS } from "../contact/contact-kinds.ts";
import { OWED, caseRates } from "./case-measures.ts";
import type { CaseFacts, MotionFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { within } from "./measure.ts";
import { MOTIONS, motionRate } from "./volume-indicators.ts";

const rate = caseRates("contact");
const met = (row: CaseFacts) => hasMeeting(row.contacts);
const owes = (row: CaseFacts, today: string) => OWED.weigh(row, today) > 0;

/** Adds up something of every owed case; what is not owed adds nothing. */
const total = (words: string, add: (row: CaseFacts) => number): Measure<CaseFacts> => ({
  words,
  weigh: (row, today) => (owes(row, today) ? add(row) : 0),
});
const overMeetings = (row: CaseFacts, field: (contact: CountedContact) => number) =>
  row.contacts.filter(({ kind }) => kind === "meeting").map(field);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const TO_MEET = within(OWED, "应答复件次中没有注明免予面商的", (row) => !row.meetingWaived || met(row));
const MOTIONS_OWING = within(MOTIONS, "有单位应当答复的件", (motion: MotionFacts) =>
  motion.cases.some((row) => owes(row, "")),
);

export const CONTACT_INDICATORS: readonly Indicator[] = [
  rate("meeting_rate_by_case", "面商率（按件次）", OWED, within(OWED, "已面商（至少见到一人）的", met)),
  rate(
    "meeting_rate_not_waived",
    "面商率（不计免予面商的）",
    TO_MEET,
    within(TO_MEET, "已面商（至少见到一人）的", met),
  ),
  {
    ...motionRate(
      "meeting_rate_by_motion",
      "面商率（按件）",
      MOTIONS_OWING,
      within(MOTIONS_OWING, "至少有一个应答复的单位已面商的件", (motion) =>
        motion.cases.some((row) => owes(row, "") && met(row)),
      ),
    ),
    group: "contact",
  },
  rate(
    "meeting_rate_by_invited",
    "面商率（按邀请人次）",
    total("各次面商邀请的代表、委员人次", (row) => sum(overMeetings(row, ({ invited }) => invited))),
    total("到场的人次", (row) => sum(overMeetings(row, (contact) => contact.met))),
    { unit: "人次" },
  ),
  rate(
    "meeting_rate_by_proposer",
    "面商率（按提出人）",
    total("提出人数（含联名，逐件次计）", (row) => row.proposers),
    total("面商过的人数（多次面商的，取到场最多的一次）", (row) =>
      Math.min(row.proposers, Math.max(0, ...overMeetings(row, (contact) => contact.met))),
    ),
    { unit: "人" },
  ),
  rate(
    "meeting_waived_rate",
    "免予面商率",
    OWED,
    within(OWED, "没有面商而注明理由的", (row) => row.meetingWaived && !met(row)),
  ),
  rate(
    "contacted_rate",
    "沟通率",
    OWED,
    within(OWED, "有任一种沟通记录的", (row) => row.contacts.length > 0),
  ),
  rate(
    "five_contacts_rate",
    "“五个一”完成率",
    OWED,
    within(
      OWED,
      "电话、信函邮件、面商、走访现场、座谈会议五种都有记录的",
      (row) => toFiveContacts(row.contacts).complete,
    ),
  ),
  rate(
    "five_contacts_progress",
    "“五个一”完成度",
    total("应答复件次各应有的五种沟通", () => CONTACT_KINDS.length),
    total("已有记录的", (row) => toFiveContacts(row.contacts).done.length),
    { unit: "项" },
  ),
  ...CONTACT_KINDS.map((kind) =>
    rate(
      `contact_${kind}_rate`,
      `${CONTACT_LABELS[kind]}记录率`,
      OWED,
      within(OWED, `有${CONTACT_LABELS[kind]}记录的`, (row) => row.contacts.some((contact) => contact.kind === kind)),
      kind === "meeting" ? { note: "有记录即计，不问见到与否；见到与否看面商率" } : {},
    ),
  ),
];

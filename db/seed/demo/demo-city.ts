import type { SeedCampaign } from "./campaigns.ts";
import { CAMPAIGNS } from "./campaigns.ts";
import { makeDocuments } from "./documents/all.ts";
import type { MadeYear, Memory } from "./matters.ts";
import { makeMatters } from "./matters.ts";
import { TOPIC_BANKS } from "./topics.ts";
import { UNITS } from "./units.ts";

export type DemoUnitKind = "bureau" | "organisation" | "township";
export type DemoUnit = {
  code: string;
  shortName: string;
  fullName: string;
  aliases: string[];
  kind: DemoUnitKind;
  phone: string;
};
export type DemoTopic = { slug: string; name: string; description: string };

export type DemoKind = "suggestion" | "proposal";
export type DemoCount = Record<DemoKind, number>;
export type DemoSitting = { id: string; term: number; session: number; name: string; shortName: string };
export type DemoCampaign = {
  year: number;
  schemeId: "four-class" | "zhanyi-2023";
  npcSitting: DemoSitting;
  cppccSitting: DemoSitting;
  assignedOn: string;
  replyDueOn: string;
  followUpDueOn: string;
  /** Matters given to the government, as the notice states them: what `matters` holds. */
  expected: DemoCount;
  /** All filed in the city, those for others than the government included. */
  filed: DemoCount;
};

export type DemoPara = { heading?: 1 | 2; text: string } | { table: string[][] };
export type DemoStage =
  | "assigned"
  | "signed"
  | "handling"
  | "submitted"
  | "returned"
  | "approved"
  | "finalised"
  | "published"
  | "withheld"
  | "withdrawn";
export type DemoGround = "article_14" | "article_15" | "article_16" | "filer_request" | "other";
export type DemoDisclosure = {
  mode: "full" | "summary" | "redacted" | "none";
  ground?: DemoGround;
  groundText?: string;
};
export type DemoFollowUp = {
  /** From 1. */
  number: number;
  dueOn: string;
  /** Absent while it is still owed; then the body is empty. */
  repliedOn?: string;
  classCode?: string;
  body: DemoPara[];
};
export type DemoReply = {
  /** Unit code. */
  unit: string;
  /** Unique within year and kind; also set for drafts, as the number is taken when the letter is drawn up. */
  docNumber: string;
  title: string;
  addressee: string;
  signedOn: string;
  /** A letter of the year's scheme. */
  classCode: string;
  disclosure: DemoDisclosure;
  /** What the public reads instead of the body, for summary and redacted. */
  publicBody?: DemoPara[];
  /** The first edition, where there is a correction. */
  body: DemoPara[];
  contactName: string;
  contactPhone: string;
  copyTo: string;
  /** YYYY-MM-DD HH:mm. Set for published and withdrawn. */
  publishedAt?: string;
  withdrawn?: { at: string; kind: "privacy" | "error"; reason: string };
  /** A second edition of the whole body. */
  correction?: { at: string; note: string; body: DemoPara[] };
  followUps: DemoFollowUp[];
};
export type DemoMatter = {
  year: number;
  kind: DemoKind;
  /** Between sessions counted apart. */
  number: number;
  betweenSessions: boolean;
  title: string;
  topic: string;
  category: string;
  /** 代表团 or 界别. */
  group: string;
  /** First = lead; or one party, committee or group. */
  proposers: string[];
  /** Signers in all, the lead included. */
  jointCount: number;
  keyItem: boolean;
  leader: string;
  supervisor: string;
  assignedOn: string;
  dueOn: string;
  /** Unit codes: two mean that each answers on its own (分办). */
  leads: string[];
  joints: string[];
  stage: DemoStage;
  /** One per lead unit once the stage has reached submitted. */
  replies: DemoReply[];
};
export type DemoDocument = {
  slug: string;
  kind: "notice" | "rules" | "summary" | "bulletin";
  title: string;
  issuer: string;
  docNumber: string;
  writtenOn: string;
  publishedAt: string;
  category: string;
  body: string[];
};

export type DemoCity = {
  units: DemoUnit[];
  topics: DemoTopic[];
  campaigns: DemoCampaign[];
  matters: DemoMatter[];
  documents: DemoDocument[];
};

function toCampaign(seed: SeedCampaign, { expected, filed }: MadeYear): DemoCampaign {
  const { index: _index, suggestions: _suggestions, proposals: _proposals, ...campaign } = seed;
  return { ...campaign, expected, filed };
}

/** The fictional 云川市: the same on every call. Its today is 2026-11-21. */
export function makeDemoCity(): DemoCity {
  const memory: Memory = new Map();
  const years = CAMPAIGNS.map((campaign) => ({ campaign, made: makeMatters(campaign, memory) }));
  const matters = years.flatMap(({ made }) => made.matters);
  const campaigns = years.map(({ campaign, made }) => toCampaign(campaign, made));
  return {
    units: UNITS.map(({ self: _self, ...unit }) => ({ ...unit, aliases: [...unit.aliases] })),
    topics: TOPIC_BANKS.map(({ slug, name, description }) => ({ slug, name, description })),
    campaigns,
    matters,
    documents: makeDocuments(campaigns, matters),
  };
}

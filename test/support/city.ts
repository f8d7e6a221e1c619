import { putAllocation } from "#db/writes/motions.ts";
import type { AllocationRows } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { UnitEntry } from "#domain/unit/unit.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import type { Context } from "#services/context.ts";
import { importUnits } from "#services/imports/import-units.ts";

/** A small 云川市: three units, the year 2026, three motions that owe four replies. */

export const CAMPAIGN = "2026";

export const UNITS: readonly UnitEntry[] = [
  {
    code: "zhujian",
    shortName: "市住建局",
    fullName: "云川市住房和城乡建设局",
    aliases: ["住房城乡建设局", "市住房和城乡建设局"],
    kind: "bureau",
    phone: "0890-6221001",
  },
  {
    code: "jiaoti",
    shortName: "市教育体育局",
    fullName: "云川市教育体育局",
    aliases: ["教体局", "市教体局"],
    kind: "bureau",
    phone: "0890-6221002",
  },
  {
    code: "gongan",
    shortName: "市公安局",
    fullName: "云川市公安局",
    aliases: ["公安局"],
    kind: "bureau",
    phone: "0890-6221003",
  },
];

const SITTINGS = {
  suggestion: {
    id: "npc-4-5",
    term: 4,
    session: 5,
    name: "云川市第四届人民代表大会第五次会议",
    shortName: "市四届人大五次会议",
  },
  proposal: {
    id: "cppcc-4-5",
    term: 4,
    session: 5,
    name: "政协第四届云川市委员会第五次会议",
    shortName: "市政协四届五次会议",
  },
} as const;

type Part = readonly [unit: string, role: "lead" | "separate" | "joint"];
type Matter = {
  readonly kind: "suggestion" | "proposal";
  readonly number: number;
  readonly title: string;
  readonly dueOn: string;
  readonly keyItem?: boolean;
  readonly parts: readonly Part[];
};

/** 39 is led by 住建局 with 教体局; 40 is 教体局's own; 提案 7 is answered by both, each apart. */
export const MATTERS: readonly Matter[] = [
  {
    kind: "suggestion",
    number: 39,
    title: "关于加快老旧小区加装电梯的建议",
    dueOn: "2026-05-31",
    keyItem: true,
    parts: [
      ["zhujian", "lead"],
      ["jiaoti", "joint"],
    ],
  },
  {
    kind: "suggestion",
    number: 40,
    title: "关于增加公办幼儿园学位的建议",
    dueOn: "2026-06-30",
    parts: [["jiaoti", "lead"]],
  },
  {
    kind: "proposal",
    number: 7,
    title: "关于开放学校运动场地的提案",
    dueOn: "2026-07-31",
    parts: [
      ["zhujian", "separate"],
      ["jiaoti", "separate"],
    ],
  },
];

function toRows(matter: Matter): AllocationRows {
  const { kind, number, title, dueOn, keyItem = false, parts } = matter;
  const id = `2026-${kind === "suggestion" ? "jianyi" : "tian"}-${number}`;
  const sittingId = SITTINGS[kind].id;
  const head = { id, campaignId: CAMPAIGN, kind, sittingId, number, title, dueOn, keyItem };
  return {
    motion: { ...head, betweenSessions: false, proposerCount: 2, assignedOn: "2026-02-28" },
    proposers: ["卢子", "冉云芳"],
    assignments: parts.map(([unitCode, role], position) => ({
      id: `${id}.${unitCode}`,
      unitCode,
      role,
      position,
      dueOn,
      state: "assigned",
    })),
  };
}

/** Fills an empty, migrated database. `ctx` is an admin's or the system's. */
export async function seedCity(ctx: Context): Promise<void> {
  await importUnits(ctx, UNITS);
  await createCampaign(ctx, {
    id: CAMPAIGN,
    year: 2026,
    name: "2026 年建议提案办理",
    kinds: (["suggestion", "proposal"] as const).map((kind) => ({
      kind,
      sitting: SITTINGS[kind],
      schemeId: "zhanyi-2023",
      assignedOn: "2026-02-28",
      followUpDueOn: "2026-12-31",
    })),
  });
  await writeTransaction(ctx.db, async (tx) => {
    for (const matter of MATTERS) await putAllocation(tx, toRows(matter));
  });
}

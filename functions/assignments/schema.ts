import { z } from "@hono/zod-openapi";
import type { LedgerRow } from "#db/reads/ledger.ts";
import { LIGHTS } from "#domain/deadline/light.ts";
import { DISCLOSURE_LABELS, DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import { LEDGER_SORTS } from "#db/reads/ledger-cells.ts";
import {
  ASSIGNMENT_STATES,
  EDITION_STATES,
  PUBLICATION_LABELS,
  PUBLICATION_STATES,
  STATE_LABELS,
} from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES, ROLE_LABELS } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { Flag, PageQuery } from "../http/route-parts.ts";

export const Assignment = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    campaignId: z.string(),
    motion: z.strictObject({
      id: z.string(),
      kind: z.enum(MOTION_KINDS),
      numberLabel: z.string(),
      title: z.string(),
      keyItem: z.boolean(),
    }),
    unit: z.strictObject({ code: z.string(), name: z.string() }),
    role: z.enum(ASSIGNMENT_ROLES),
    roleLabel: z.string(),
    state: z.enum(ASSIGNMENT_STATES),
    stateLabel: z.string(),
    dueOn: z.string().nullable(),
    overdue: z.boolean().openapi({ description: "今天已过期限而尚未答复；会办件不单独答复，不计" }),
    signedAt: z.string().nullable(),
    editionState: z.enum(EDITION_STATES).nullable(),
    returned: z.boolean().openapi({ description: "文稿被退回，尚未重新报送" }),
    classCode: z.string().nullable(),
    mode: z.enum(DISCLOSURE_MODES).nullable().openapi({ description: "公开属性；还没有拟写的为 null" }),
    modeLabel: z.string().nullable(),
    publication: z.enum(PUBLICATION_STATES),
    publicationLabel: z.string(),
  })
  .openapi("Assignment");

const sorts = LEDGER_SORTS.flatMap((sort) => [sort, `-${sort}`] as const);

export const AssignmentsQuery = z.strictObject({
  ...PageQuery,
  campaign: z.string().max(40).optional(),
  kind: z.enum(MOTION_KINDS).optional(),
  motion: z.string().max(60).optional(),
  state: z.enum(ASSIGNMENT_STATES).optional(),
  unit: z.string().max(40).optional().openapi({ description: "单位代码" }),
  role: z.enum(ASSIGNMENT_ROLES).optional(),
  publication: z.enum(PUBLICATION_STATES).optional(),
  class: z.string().min(1).max(10).optional().openapi({ description: "办理结果分类，如 A；正在修改的，按修改稿" }),
  mode: z.enum(DISCLOSURE_MODES).optional().openapi({ description: "公开属性；正在修改的，按修改稿" }),
  keyItem: Flag.optional(),
  overdue: Flag.optional(),
  light: z.enum(LIGHTS).optional().openapi({ description: "按年度期限：绿灯已答复，红灯已超期，黄灯七天内到期" }),
  q: z.string().trim().min(1).max(100).optional().openapi({ description: "标题或编号中含有的文字" }),
  sort: z.enum(sorts).default("dueOn").openapi({ description: "加“-”为倒序" }),
});

export function toAssignment(row: LedgerRow): z.infer<typeof Assignment> {
  const { id, version, campaignId, role, state, dueOn, overdue, signedAt, editionState, returned, classCode } = row;
  const { publication, mode } = row;
  return {
    id,
    version,
    campaignId,
    motion: {
      id: row.motionId,
      kind: row.kind,
      numberLabel: motionNumberLabel(row),
      title: row.title,
      keyItem: row.keyItem,
    },
    unit: { code: row.unitCode, name: row.unitName },
    role,
    roleLabel: ROLE_LABELS[role],
    state,
    stateLabel: STATE_LABELS[state],
    dueOn,
    overdue,
    signedAt,
    editionState,
    returned,
    classCode,
    mode,
    modeLabel: mode && DISCLOSURE_LABELS[mode],
    publication,
    publicationLabel: PUBLICATION_LABELS[publication],
  };
}

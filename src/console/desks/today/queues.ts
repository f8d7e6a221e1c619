import type { operations } from "../../api/types.gen.ts";
import type { Role } from "../../session/session.ts";

/** What the ledger is asked for. */
export type LedgerQuery = NonNullable<operations["listAssignments"]["parameters"]["query"]>;

/** One heap of work: its name, what it asks for, and the rows of the ledger that it is. */
export type Queue = { readonly label: string; readonly hint: string; readonly query: LedgerQuery };

const LATE: Queue = { label: "超期未答复", hint: "已过期限", query: { overdue: "true", sort: "dueOn" } };

const OF_OFFICE: readonly Queue[] = [
  { label: "异议待答复", hint: "采纳改派，或者说明理由", query: { state: "objected", sort: "dueOn" } },
  { label: "答复待审核", hint: "单位已报送", query: { state: "submitted", sort: "dueOn" } },
  { label: "待校稿定稿", hint: "审核已通过", query: { state: "approved", sort: "dueOn" } },
  { label: "已答复待公开", hint: "定稿后 20 个工作日内", query: { state: "replied", publication: "unpublished" } },
  LATE,
];

const OF_UNIT: readonly Queue[] = [
  { label: "待签收", hint: "签收或者提出异议", query: { state: "assigned", sort: "dueOn" } },
  { label: "已签收待办理", hint: "联系代表、委员，开始办理", query: { state: "signed", sort: "dueOn" } },
  { label: "办理中", hint: "拟写答复", query: { state: "handling", sort: "dueOn" } },
  { label: "待单位审签", hint: "负责人审签后报送", query: { state: "unit_review", sort: "dueOn" } },
  LATE,
];

const OF_SUPERVISOR: readonly Queue[] = [
  { label: "待签收", hint: "单位尚未签收", query: { state: "assigned", sort: "dueOn" } },
  { label: "异议中", hint: "等候办公室答复", query: { state: "objected", sort: "dueOn" } },
  { label: "办理中", hint: "尚未报送答复", query: { state: "handling", sort: "dueOn" } },
  LATE,
];

const QUEUES: Readonly<Record<Role, readonly Queue[]>> = {
  office: OF_OFFICE,
  unit: OF_UNIT,
  supervisor: OF_SUPERVISOR,
  admin: OF_SUPERVISOR,
  machine: [],
};

/** What may wait for a person of this role, the first to be done first. */
export function listQueues(role: Role): readonly Queue[] {
  return QUEUES[role];
}

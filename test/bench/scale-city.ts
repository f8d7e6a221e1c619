import { sql } from "drizzle-orm";
import { growCity } from "#db/seed/grow-city.ts";
import { loadCity } from "#db/seed/load-city.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR } from "#db/seed/seed-actors.ts";
import { writeTransaction } from "#db/transaction.ts";
import { bulkLoad } from "#db/writes/projections.ts";
import type { Context } from "#services/context.ts";

/** Parts of one motion in the grown city, on the average. */
const PARTS = 2.4;
export const YEARS = 10;

/**
 * The last year in the midst of its work and traces of all that is done beside it, by the number of the row, so that two
 * cities of one size are one city.
 */
const WORK = [
  // The grown city is answered; three in four matters of its last year are taken back to what they were before.
  "create temp table open_work as select a.id, row_number() over (order by a.id) as n from assignments a join motions m on m.id = a.motion_id where m.campaign_id = '2026' and m.number % 4 <> 0",
  ...["follow_ups", "withdrawals", "returns", "disclosures", "editions", "replies"].map(
    (table) => `delete from ${table} where assignment_id in (select id from open_work)`,
  ),
  `update assignments set
    state = (select case when role = 'joint' then case n % 3 when 0 then 'assigned' else 'signed' end
      else case n % 5 when 0 then 'assigned' when 1 then 'signed' when 2 then 'objected' else 'handling' end end
      from open_work where open_work.id = assignments.id),
    signed_at = null,
    due_on = (select date('2026-05-01', '+' || (n % 90) || ' days') from open_work where open_work.id = assignments.id)
    where id in (select id from open_work)`,
  `insert into joint_opinions (assignment_id, state, due_on, asked_by, asked_at)
    select w.id, 'asked', date('2026-04-01', '+' || (w.n % 120) || ' days'), '${OFFICE_EDITOR}', '2026-03-20T02:00:00.000Z'
    from open_work w join assignments a on a.id = w.id where a.role = 'joint'`,
  `insert into extensions (assignment_id, seq, reason, new_due_on, requested_by, requested_at, decision, decided_by, decided_at)
    select w.id, 1, '情况复杂', date('2026-06-01', '+' || (w.n % 80) || ' days'), '${OFFICE_EDITOR}', '2026-05-01T02:00:00.000Z',
      'granted', '${OFFICE_APPROVER}', '2026-05-02T02:00:00.000Z'
    from open_work w join assignments a on a.id = w.id where a.role <> 'joint' and w.n % 20 = 0`,
  `insert into reminders (id, assignment_id, deadline, channel, text, sent_by, sent_at)
    select 'reminder-' || w.n, w.id, 'reply_campaign', 'in_app', '请按期答复。', '${OFFICE_EDITOR}',
      strftime('%Y-%m-%dT%H:%M:%S.000Z', '2026-05-01', '+' || w.n || ' minutes')
    from open_work w where w.n % 10 = 0`,
  `insert into feedback_rounds (assignment_id, round, asked_at, due_on, answers, filed_at)
    select assignment_id, 1, first_published_at, date('2026-06-01', '+' || (rowid % 60) || ' days'),
      case when rowid % 3 = 0 then null else '{}' end, case when rowid % 3 = 0 then null else first_published_at end
    from replies where first_published_at >= '2025-06-01' and rowid % 2 = 0`,
  `insert into commitments (id, assignment_id, edition, block, start, "end", text, owner_unit, due_on, state, created_by, created_at)
    select r.assignment_id || '.c1', r.assignment_id, 1, 0, 0, 4, '年底完成', a.unit_code,
      date(r.first_published_at, '+' || (100 + r.rowid % 400) || ' days'), case when r.rowid % 7 = 0 then 'open' else 'kept' end,
      '${OFFICE_EDITOR}', r.first_published_at
    from replies r join assignments a on a.id = r.assignment_id where r.publication = 'published' and r.rowid % 5 = 0`,
  "drop table open_work",
];

/** A city of about so many assignments over ten years, its last year in work. */
export async function loadScaleCity(ctx: Context, assignments: number): Promise<void> {
  await loadCity(ctx, growCity(Math.round(assignments / PARTS), YEARS));
  await writeTransaction(ctx.db, async (tx) => {
    await bulkLoad(tx, async () => {
      for (const statement of WORK) await tx.run(sql.raw(statement));
    });
  });
}

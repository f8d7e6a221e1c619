import { sql } from "drizzle-orm";
import type { Database } from "#db/open.ts";

const AT = "2026-05-01T02:00:00.000Z";
const BODY = `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"内部文字"}]}]}`;
const SPARE = "dr.live_edition + 1";

/** Of every part that has a letter, or of every motion: each kind of row that work leaves beside a letter, with its words. */
const ROWS: readonly string[] = [
  `insert into objections (assignment_id, seq, kind, reason, raised_by, raised_at, decision, decision_reason, decided_by, decided_at)
    select id, 8, 'objection', '不属于本单位职责', 'system', '${AT}', 'refused', '仍由你单位办理', 'system', '${AT}' from assignments`,
  `insert into reassignments (motion_id, seq, reason, reassigned_by, reassigned_at) select id, 1, '职责调整', 'system', '${AT}' from motions`,
  `insert into joint_opinions (assignment_id, state, body, asked_by, asked_at, waived_reason)
    select id, 'given', '${BODY}', 'system', '${AT}', '无需再提' from assignments`,
  `insert into contacts (assignment_id, seq, kind, phase, held_on, place, invited, met, note, recorded_by, recorded_at)
    select id, 8, 'call', 'before', '2026-04-01', '某会议室', 1, 1, '电话沟通情况', 'system', '${AT}' from assignments`,
  `insert into contact_waivers (assignment_id, reason, waived_by, waived_at) select id, '代表出差在外', 'system', '${AT}' from assignments`,
  `insert into extensions (assignment_id, seq, reason, new_due_on, requested_by, requested_at, decision_reason)
    select id, 8, '情况复杂', '2026-08-01', 'system', '${AT}', '暂不同意延期' from assignments`,
  `insert into key_items (motion_id, leader, chair, guests, note) select id, '领衔领导', '主持领导', '["受邀人员"]', '督办备注' from motions where true on conflict do nothing`,
  `update motions set closed_reason = '并案的理由', joint_text = '卢子、岑惠等5人'`,
  `insert into closings (assignment_id, seq, reason, closed_by, closed_at) select id, 1, '未经代表同意的理由', 'system', '${AT}' from assignments`,
  `insert into returns (assignment_id, edition, seq, reason, returned_by, returned_at)
    select assignment_id, live_edition, 8, '格式不符退回', 'system', '${AT}' from replies where live_edition is not null`,
  `insert into withdrawals (assignment_id, seq, kind, reason, withdrawn_by, withdrawn_at)
    select assignment_id, 8, 'legal', '内部核定的撤回理由', 'system', '${AT}' from replies`,
  `insert into disclosure_reviews (assignment_id, seq, edition, reason, next_review_on, reviewed_by, reviewed_at)
    select assignment_id, 1, 1, '复查仍不公开的理由', '2027-06-01', 'system', '${AT}' from replies`,
  `insert into gate_overrides (id, assignment_id, edition, content_hash, code, "where", text_hash, reason, requested_by, requested_at, decision_reason)
    select 'override-' || assignment_id, assignment_id, 1, '0', 'phone', 'body', '0', '确需保留的理由', 'system', '${AT}', '核定意见' from replies`,
  `insert into originals (id, assignment_id, name, bytes, sha256, kept_by, kept_at)
    select 'original-' || assignment_id, assignment_id, '原件文件名.docx', 1, '0', 'system', '${AT}' from replies`,
  `update editions set contact_name = '经办人员'`,
  `update disclosures set ground_text = '依据的内部说明', public_body = coalesce(public_body, '${BODY}')`,
  // The next edition, still a draft.
  `insert into editions (assignment_id, number, state, class_code, doc_number, title, addressee, body, signatory, contact_phone, copy_to, note, content_hash, edited_by, edited_at)
    select e.assignment_id, ${SPARE}, 'draft', e.class_code, '拟更正文号', '拟更正标题', '拟更正称谓', '${BODY}', '拟更正落款', '0890-6220000', '拟更正抄送', '拟更正说明', '0', 'system', '${AT}'
    from editions e join replies dr on dr.assignment_id = e.assignment_id and dr.live_edition = e.number`,
  `insert into follow_ups (assignment_id, number, due_on, body, evidence)
    select assignment_id, 9, '2026-12-31', '${BODY}', '未公布的依据' from replies`,
  `insert into follow_up_returns (assignment_id, number, seq, reason, returned_by, returned_at)
    select assignment_id, 9, 1, '续复退回理由', 'system', '${AT}' from replies`,
  `insert into feedback_rounds (assignment_id, round, asked_at, answers, comment, filed_at)
    select assignment_id, 7, '${AT}', '{}', '代表填写的意见', '${AT}' from replies`,
  `insert into reminders (id, assignment_id, deadline, channel, text, result, sent_by, sent_at)
    select 'reminder-' || id, id, 'reply', 'sms', '催办内容', '催办结果', 'system', '${AT}' from assignments`,
  `insert into emergencies (assignment_id, edition, reason, published_by, published_at)
    select assignment_id, 1, '紧急发布的理由', 'system', '${AT}' from replies`,
  `insert into commitment_events (commitment_id, seq, kind, happened_on, note, evidence, reported_by, reported_at)
    select id, 5, 'progress', '2026-05-01', '未核定的进展', '未核定的依据', 'system', '${AT}' from commitments`,
  `insert into commitment_events (commitment_id, seq, kind, happened_on, note, reported_by, reported_at, declined_by, declined_at, decline_reason)
    select id, 6, 'progress', '2026-05-02', '退回的进展', 'system', '${AT}', 'system', '${AT}', '不予核定的理由' from commitments`,
  `insert into unit_people (id, unit_code, duty, name, title, phone)
    select 'person-' || code, code, 'liaison', '联络人员', '副科长', '13900000000' from units`,
  `insert into campaign_events (campaign_id, seq, kind, reason, acted_by, acted_at) select id, 8, 'close', '收官的说明', 'system', '${AT}' from campaigns`,
  `insert into private_contacts (contact, holder) values ('sealed-contact', '代表姓名')`,
  `update documents set withdrawal_reason = '撤下的内部理由'`,
  `insert into documents (slug, kind, title, issuer, publisher, doc_number, index_number, category, source, addressee, body, attachments, content_hash, edited_by)
    values ('inner-draft', 'notice', '拟印发的通知', '草拟机关', '拟公布机关', '拟用文号', 'YC-草稿', '拟分类', '拟来源', '拟主送', '${BODY}', '["拟附件"]', '0', 'system')`,
];

/** Leaves behind what years of handling do: words in every field that the public never reads, beside what it reads. */
export async function addInnerRows(db: Pick<Database, "run">): Promise<void> {
  for (const row of ROWS) await db.run(sql.raw(row));
}

import { and, eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import type { Database } from "#db/open.ts";
import { commitmentEvents, commitments } from "#db/schema/aftercare.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { documents } from "#db/schema/documents.ts";
import { motions, topics } from "#db/schema/motions.ts";
import { disclosures, editions, followUps, replies, withdrawals } from "#db/schema/replies.ts";
import { units } from "#db/schema/units.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";

/** One thing that somebody does to the rows; `pick` and `word` decide to which and with what. */
export type Edit = { readonly kind: (typeof KINDS)[number]; readonly pick: number; readonly word: string };

const KINDS = [
  "hide",
  "show",
  "withdraw",
  "rewrite",
  "promise",
  "retitle",
  "retopic",
  "key_item",
  "draft",
  "follow_up",
  "joint_state",
  "document",
  "phone",
  "names",
  "unit_name",
  "ground",
] as const;

const WORDS = ["加装电梯先行区", "夜间停车泊位", "校园周边步道", "银发助餐点位", "河岸绿道贯通", "公交末班延时"];

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(1000), word: fc.constantFrom(...WORDS) }),
  { minLength: 1, maxLength: 4 },
);

async function pickReply(db: Database, states: readonly ("published" | "unpublished")[], pick: number) {
  const rows = await db
    .select({ id: replies.assignmentId, edition: replies.liveEdition })
    .from(replies)
    .where(inArray(replies.publication, [...states]))
    .orderBy(replies.assignmentId);
  return rows[pick % Math.max(rows.length, 1)];
}

async function pickMotion(db: Database, pick: number): Promise<string> {
  const rows = await db.select({ id: motions.id }).from(motions).orderBy(motions.id);
  return rows[pick % rows.length]?.id ?? "";
}

type Act = (db: Database, edit: Edit) => Promise<unknown>;

const onReply =
  (
    states: readonly ("published" | "unpublished")[],
    act: (db: Database, id: string, edit: Edit, edition: number) => Promise<unknown>,
  ): Act =>
  async (db, edit) => {
    const reply = await pickReply(db, states, edit.pick);
    if (reply) await act(db, reply.id, edit, reply.edition ?? 1);
  };

const ACTS: Readonly<Record<Edit["kind"], Act>> = {
  hide: onReply(["published"], async (db, id) => {
    await db.update(replies).set({ publication: "unpublished" }).where(eq(replies.assignmentId, id));
  }),
  show: onReply(["unpublished"], async (db, id) => {
    await db.update(replies).set({ publication: "published" }).where(eq(replies.assignmentId, id));
  }),
  withdraw: onReply(["published"], async (db, id, { word }) => {
    const row = { assignmentId: id, seq: 1, kind: "legal" as const, reason: word, withdrawnBy: "system" };
    await db
      .insert(withdrawals)
      .values({ ...row, withdrawnAt: "2026-06-01 10:00" })
      .onConflictDoNothing();
    await db.update(replies).set({ publication: "withdrawn" }).where(eq(replies.assignmentId, id));
  }),
  // The new words name another matter and a document, whether they are there or not.
  rewrite: onReply(["published"], async (db, id, { word, pick }, edition) => {
    const named = `${2025 + (pick % 2)}年第${(pick % 9) + 1}号建议的答复和《关于${word}的通知》`;
    const body = richTextOf(["您提出的建议收悉，现答复如下：", `我单位已按${named}完成${word}，请您监督。`]);
    await db
      .update(editions)
      .set({ body })
      .where(and(eq(editions.assignmentId, id), eq(editions.number, edition)));
  }),
  promise: async (db, { pick, word }) => {
    const all = await db.select({ id: commitments.id }).from(commitments).orderBy(commitments.id);
    const id = all[pick % Math.max(all.length, 1)]?.id ?? "";
    const state = pick % 2 === 0 ? ("kept" as const) : ("open" as const);
    await db
      .update(commitments)
      .set({ state, dueOn: `2026-0${(pick % 9) + 1}-28` })
      .where(eq(commitments.id, id));
    const report = {
      commitmentId: id,
      seq: 7,
      kind: "kept" as const,
      happenedOn: "2026-05-06",
      evidence: `${word}验收意见`,
    };
    const approvedAt = pick % 3 === 0 ? null : "2026-05-07T02:00:00.000Z";
    const by = { note: `${word}已经办结`, reportedBy: "system", reportedAt: "2026-05-06T02:00:00.000Z", approvedAt };
    if (id !== "")
      await db
        .insert(commitmentEvents)
        .values({ ...report, ...by })
        .onConflictDoNothing();
  },
  draft: onReply(["published"], async (db, id, { word }, edition) => {
    await db.run(
      sql`update editions set contact_name = '宫康', findings = '[]', note = coalesce(note, 'x') where assignment_id = ${id} and number = ${edition} and number > 1`,
    );
    await db
      .update(disclosures)
      .set({ groundText: `内部说明：${word}尚未议定` })
      .where(and(eq(disclosures.assignmentId, id), eq(disclosures.edition, edition)));
  }),
  ground: onReply(["published"], async (db, id, { word }, edition) => {
    await db
      .update(disclosures)
      .set({ mode: "summary", ground: "article_15", publicBody: richTextOf([`摘要：${word}正在推进。`]) })
      .where(and(eq(disclosures.assignmentId, id), eq(disclosures.edition, edition)));
  }),
  follow_up: onReply(["published"], async (db, id, { word, pick }) => {
    const number = (pick % 2) + 1;
    await db
      .insert(followUps)
      .values({
        assignmentId: id,
        number,
        dueOn: "2026-12-31",
        body: richTextOf([`续办：${word}已建成。`]),
        classCode: "A",
        repliedOn: "2026-11-01",
        publishedAt: pick % 3 === 0 ? null : "2026-11-02 09:00",
      })
      .onConflictDoNothing();
  }),
  retitle: async (db, { pick, word }) => {
    const id = await pickMotion(db, pick);
    await db
      .update(motions)
      .set({ title: `关于${word}的建议` })
      .where(eq(motions.id, id));
  },
  retopic: async (db, { pick }) => {
    const all = await db.select({ slug: topics.slug }).from(topics).orderBy(topics.slug);
    const slug = all[pick % (all.length + 1)]?.slug ?? null;
    await db
      .update(motions)
      .set({ topicSlug: slug })
      .where(eq(motions.id, await pickMotion(db, pick)));
  },
  key_item: async (db, { pick }) => {
    await db
      .update(motions)
      .set({ keyItem: pick % 2 === 0 })
      .where(eq(motions.id, await pickMotion(db, pick)));
  },
  joint_state: async (db, { pick }) => {
    const id = await pickMotion(db, pick);
    await db.run(sql`update assignments set state = 'signed' where motion_id = ${id} and role = 'joint'`);
  },
  document: async (db, { pick, word }) => {
    const slug = `notice-${pick % 2}`;
    const row = {
      slug,
      kind: "notice" as const,
      title: `关于${word}的通知`,
      issuer: "云川市人民政府办公室",
      indexNumber: `YC-${slug}`,
      body: richTextOf([`${word}请各单位按时办理。`]),
      attachments: [],
      contentHash: "0",
      editedBy: "system",
      state: pick % 3 === 0 ? ("draft" as const) : ("published" as const),
      publishedAt: pick % 3 === 0 ? null : "2026-03-01 09:00",
    };
    await db.insert(documents).values(row).onConflictDoUpdate({ target: documents.slug, set: row });
  },
  phone: async (db, { pick }) => {
    const all = await db.select({ code: units.code }).from(units).orderBy(units.code);
    await db
      .update(units)
      .set({ phone: `0890-62${String(10000 + (pick % 9999))}` })
      .where(eq(units.code, all[pick % all.length]?.code ?? ""));
  },
  names: async (db, { pick }) => {
    await db.update(campaigns).set({ namesPublic: pick % 2 === 0 });
  },
  unit_name: async (db, { pick }) => {
    const all = await db.select({ code: units.code }).from(units).orderBy(units.code);
    const code = all[pick % all.length]?.code ?? "";
    await db
      .update(units)
      .set({ shortName: `市${code}局${pick % 7}` })
      .where(eq(units.code, code));
  },
};

export async function applyEdit(db: Database, edit: Edit): Promise<void> {
  await ACTS[edit.kind](db, edit);
}

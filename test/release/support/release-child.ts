import { eq } from "drizzle-orm";
import { openDatabase } from "#db/open.ts";
import { motions } from "#db/schema/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import { recordAudit } from "#services/audit.ts";
import { requestRelease } from "#services/releases/request.ts";
import { runReleases } from "#services/releases/run.ts";
import { parseKeyring } from "#services/secrets/keyring.ts";

/** Changes something, releases it, and again, until it is killed. */
const [dataFolder = "", motion = ""] = process.argv.slice(2);
const db = openDatabase(`file:${dataFolder}/huiyin.db`);
const ctx: Context = {
  db,
  actor: await ensureSystemActor(db, new Date()),
  now: () => new Date(),
  keyring: parseKeyring(`test:${"A".repeat(43)}`),
};
process.stdout.write("ready\n");
for (let turn = 0; ; turn++) {
  await writeTransaction(db, async (tx) => {
    await tx
      .update(motions)
      .set({ title: `关于第${turn}次修改的建议` })
      .where(eq(motions.id, motion));
    await recordAudit(tx, ctx, { action: "test.edit", object: `motion:${motion}`, beforeHash: null, afterHash: null });
    await requestRelease(tx, ctx, "test.edit");
  });
  process.stdout.write("changed\n");
  await runReleases(ctx, { dataFolder, origin: "", base: "", keep: 2 });
  process.stdout.write("released\n");
}

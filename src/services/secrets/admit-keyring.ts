import { countRowsUnderKey, readKeyChecks } from "#db/reads/secrets.ts";
import { deleteKeyCheck, putKeyCheck } from "#db/writes/secrets.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database } from "#db/open.ts";
import type { Keyring } from "./keyring.ts";
import { KeyringFault, checkValueOf } from "./keyring.ts";

/** Whether rows stand in the database that some key is needed for. */
export async function needsKeyring(db: Database): Promise<boolean> {
  for (const id of (await readKeyChecks(db)).keys()) if ((await countRowsUnderKey(db, id)) > 0) return true;
  return false;
}

/**
 * At the start: throws KeyringFault where a key that rows were made with is not there, or another one bears its id.
 * Remembers of new keys by what to know them; forgets those that no row needs any more.
 */
export async function admitKeyring(db: Database, keyring: Keyring): Promise<void> {
  const known = await readKeyChecks(db);
  const forgotten: string[] = [];
  for (const [id, value] of known) {
    const own = checkValueOf(keyring, id);
    if (own === value) continue;
    if ((await countRowsUnderKey(db, id)) === 0) forgotten.push(id);
    else if (own === undefined) throw new KeyringFault(`其中没有编号为“${id}”的密钥，而数据库中还有内容须用它核对`);
    else throw new KeyringFault(`编号为“${id}”的密钥与数据库不符`);
  }
  const added = [...keyring.keys.keys()].filter((id) => !known.has(id) || forgotten.includes(id));
  if (added.length + forgotten.length === 0) return;
  await writeTransaction(db, async (tx) => {
    for (const id of forgotten) await deleteKeyCheck(tx, id);
    for (const id of added) await putKeyCheck(tx, id, checkValueOf(keyring, id) ?? "");
  });
}

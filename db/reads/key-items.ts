import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { keyItems } from "../schema/handling.ts";

export type KeyItemRow = typeof keyItems.$inferSelect;

export async function findKeyItem(reader: Reader, motionId: string): Promise<KeyItemRow | undefined> {
  return await reader.select().from(keyItems).where(eq(keyItems.motionId, motionId)).get();
}

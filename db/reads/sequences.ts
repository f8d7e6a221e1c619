import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { sequences } from "../schema/operations.ts";

/** The number that the next one to ask will get. */
export async function foreseeInSequence(reader: Reader, name: string): Promise<number> {
  const row = await reader.select({ value: sequences.value }).from(sequences).where(eq(sequences.name, name)).get();
  return (row?.value ?? 0) + 1;
}

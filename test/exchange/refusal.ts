import { expect } from "vitest";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** The refusal that the work ends in; its sentence must be Chinese and end as a sentence. */
export async function refusalOf(work: () => unknown): Promise<UnreadableFile> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.message).toMatch(/^\p{Script=Han}?.*[\p{Script=Han}].*。$/u);
    expect(error.code).toMatch(/^[a-z][a-z0-9_]*$/);
    return error;
  }
  throw new Error("was not refused");
}

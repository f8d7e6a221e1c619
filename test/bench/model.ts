import { openTestApp } from "#test/support/app.ts";
import { runMatterModel } from "#test/support/models/matter-model.ts";
import { runReplyModel } from "#test/support/models/reply-model.ts";

const progress = (words: string) => process.stderr.write(`${words}\n`);

async function timed<T extends object>(
  name: string,
  work: () => Promise<T>,
): Promise<T & { readonly seconds: number }> {
  const start = performance.now();
  const result = await work();
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  progress(`${name}: ${JSON.stringify(result)} in ${seconds} s`);
  return { ...result, seconds };
}

/**
 * The models of the tests with more histories: `runs` of a reply, and a tenth as many of a whole matter, which is ten times as
 * long. Throws with the shortest history that breaks a rule.
 */
export async function benchModel(runs: number) {
  const app = await openTestApp();
  try {
    const reply = await timed("reply", async () => await runReplyModel(app, runs));
    const matter = await timed("matter", async () => await runMatterModel(app, Math.max(1, Math.round(runs / 10))));
    return { reply, matter };
  } finally {
    await app.close();
  }
}

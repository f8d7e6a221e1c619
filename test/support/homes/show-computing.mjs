/** What the limit on computing refuses, as JSON: by a clock of its own, so that no machine is too slow or too fast for it. */
let elapsed = 0;
performance.now = () => elapsed;
// Only now, since it takes the clock that it finds.
const { runLimited } = await import("./limits.mjs");

const compute = (ms) => (elapsed += ms);
/** Input or output of so long: the Worker waits and computes nothing. */
const env = { ASSETS: {}, FILES: {}, PDF_READER: { fetch: async (ms) => await Promise.resolve(compute(ms)) } };
const refused = async (event) =>
  await runLimited(env, event).then(
    ({ busyMs }) => busyMs,
    (error) => error.message,
  );

const shown = {
  most: await refused(async () => compute(30_000)),
  more: await refused(async () => compute(30_001)),
  inParts: await refused(async ({ PDF_READER }) => {
    compute(15_000);
    await PDF_READER.fetch(1);
    compute(15_001);
  }),
  waiting: await refused(async ({ PDF_READER }) => {
    compute(1000);
    await PDF_READER.fetch(100_000);
    await Promise.all([PDF_READER.fetch(100_000), PDF_READER.fetch(100_000)]);
  }),
};
process.stdout.write(JSON.stringify(shown));

import { runLimited } from "./limits.mjs";

/** What the limits refuse, as JSON: run by itself, since they take the clock of the whole process. */
const refused = async (work) =>
  await work().then(
    () => "allowed",
    (error) => error.message,
  );
const derive = async (iterations) => {
  const key = await crypto.subtle.importKey("raw", new Uint8Array(8), "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(8), iterations };
  return await crypto.subtle.deriveBits(algorithm, key, 256);
};
const spin = (times) => {
  let sum = 0;
  for (let at = 0; at < times; at++) sum += at;
  return sum;
};
const nothing = async () => undefined;
const env = { ASSETS: { fetch: nothing }, FILES: { get: nothing }, PDF_READER: { fetch: nothing } };
const inside = async (work) => (await runLimited(env, work)).result;

const shown = await inside(async ({ ASSETS, FILES }) => {
  const before = [Date.now(), new Date().getTime(), performance.now()];
  spin(50_000_000);
  const stands = String(before) === String([Date.now(), new Date().getTime(), performance.now()]);
  await FILES.get("x");
  const moves = performance.now() > before[2];
  const many = async (count) => {
    for (let at = 0; at < count; at++) await ASSETS.fetch();
  };
  return {
    stands,
    moves,
    rounds: [await refused(() => derive(100_000)), await refused(() => derive(100_001))],
    many: await refused(() => many(1000)),
  };
});
const { subrequests } = await runLimited(env, async ({ PDF_READER }) => await PDF_READER.fetch());
process.stdout.write(JSON.stringify({ ...shown, subrequests }));

/**
 * What production refuses and workerd on one's own machine does not (platform reference §6, security reference F7): PBKDF2
 * beyond 100,000 rounds, a clock that runs while no input or output happens, more subrequests or computing than a plan has.
 * Loaded before the Worker, so that whatever it remembers at its start is limited already. Computing is measured as time in which
 * nothing is waited for, so a busy machine only makes it stricter. Not here: memory outside the heap (edge-home.ts limits the heap).
 */
import { AsyncLocalStorage } from "node:async_hooks";

const MOST_ROUNDS = 100_000;
/** Of the paid plan 10,000; what needs a tenth of it has a fault. */
const MOST_SUBREQUESTS = 1000;
/** Of the paid plan, unless wrangler.toml says more. */
const MOST_BUSY_MS = 30_000;

const RealDate = Date;
const realFetch = fetch;
const realNow = () => RealDate.now();
const realPerformanceNow = performance.now.bind(performance);
let date = 0;
let moment = 0;

/** Input or output happened: the clock moves. */
function tick() {
  date = realNow();
  moment = realPerformanceNow();
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [date] : given));
  }
  static now() {
    return date;
  }
};
performance.now = () => moment;

const { subtle } = crypto;
for (const name of ["deriveBits", "deriveKey"]) {
  const real = subtle[name].bind(subtle);
  Object.defineProperty(Object.getPrototypeOf(subtle), name, {
    value: async (algorithm, ...more) => {
      if (algorithm.iterations > MOST_ROUNDS)
        throw new DOMException("iteration counts above 100000", "NotSupportedError");
      return await real(algorithm, ...more);
    },
  });
}

const running = new AsyncLocalStorage();

/** Counts the call, and the time in which the Worker itself does nothing. */
async function count(call) {
  // The rest of a streamed answer is read after its handler has returned.
  const work = running.getStore() ?? { subrequests: 0, waiting: 0, idle: 0, idleFrom: 0 };
  work.subrequests++;
  if (work.subrequests > MOST_SUBREQUESTS) throw new Error("Too many subrequests");
  const from = realPerformanceNow();
  if (work.waiting++ === 0) work.idleFrom = from;
  try {
    return await call();
  } finally {
    if (--work.waiting === 0) work.idle += realPerformanceNow() - work.idleFrom;
    tick();
  }
}

globalThis.fetch = async (...given) => await count(() => realFetch(...given));

const counted = (target) =>
  new Proxy(target, {
    get: (of, name) => {
      const value = of[name];
      return typeof value === "function" ? async (...given) => await count(() => value.apply(of, given)) : value;
    },
  });

/** Runs one event of the Worker within the limits. Gives its result and what it used. */
export async function runLimited(env, event) {
  const work = { subrequests: 0, waiting: 0, idle: 0, idleFrom: 0 };
  const limited = {
    ...env,
    ASSETS: counted(env.ASSETS),
    FILES: counted(env.FILES),
    PDF_READER: counted(env.PDF_READER),
  };
  tick();
  const from = realPerformanceNow();
  const result = await running.run(work, async () => await event(limited));
  const busyMs = realPerformanceNow() - from - work.idle;
  if (busyMs > MOST_BUSY_MS) throw new Error("Exceeded the time for computing");
  return { result, subrequests: work.subrequests, busyMs };
}

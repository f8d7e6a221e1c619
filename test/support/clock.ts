/** A clock that stands until it is moved. */
export type TestClock = {
  readonly now: () => Date;
  readonly set: (instant: string) => void;
  readonly advance: (ms: number) => void;
};

/** Starts at 09:00 on 2026-06-15 in Shanghai: after the first due date of the test city, before the second. */
export function startClock(instant = "2026-06-15T01:00:00.000Z"): TestClock {
  let at = Date.parse(instant);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = Date.parse(next);
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

/** The machine's own, for homes whose clock cannot be moved. */
export function startRealClock(): TestClock {
  const refuse = () => {
    throw new Error("Failed to move the clock: it is the machine's");
  };
  return { now: () => new Date(), set: refuse, advance: refuse };
}

type OnStep = (step: string, done: number, total: number) => Promise<void>;

/** Counts how long each step took, beside telling of it. */
export class Stopwatch {
  readonly #onStep: OnStep;
  readonly #spent = new Map<string, number>();
  #current: string | undefined;
  #since = performance.now();

  constructor(onStep: OnStep) {
    this.#onStep = onStep;
  }

  readonly step: OnStep = async (step, done, total) => {
    if (step !== this.#current) {
      this.#close();
      this.#current = step;
    }
    await this.#onStep(step, done, total);
  };

  #close(): void {
    const now = performance.now();
    if (this.#current !== undefined)
      this.#spent.set(this.#current, (this.#spent.get(this.#current) ?? 0) + now - this.#since);
    this.#since = now;
  }

  /** Seconds of each step so far. */
  get seconds(): Record<string, number> {
    this.#close();
    return Object.fromEntries([...this.#spent].map(([step, ms]) => [step, Math.round(ms) / 1000]));
  }
}

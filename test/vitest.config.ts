import { defineConfig } from "vitest/config";
import { LongFirst } from "./support/long-first.ts";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/return-memory.ts"],
    // Two cores: no more workers than cores.
    pool: "forks",
    maxWorkers: 2,
    // A worker keeps its modules from file to file: loading the house anew 240 times was a third of the time.
    // So a test file leaves nothing behind: no module state, no environment, no open server.
    isolate: false,
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    // A machine at work answers later than an idle one; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});

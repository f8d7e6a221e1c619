import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    // Two cores: one file per worker, no more workers than cores.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    // A machine at work answers later than an idle one; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});

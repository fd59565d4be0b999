import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts", "web/**/*.test.ts"],
    testTimeout: 60_000,
    // Browsers and databases on a busy machine: what is waited for may take its time.
    expect: { poll: { timeout: 15_000 } },
  },
});

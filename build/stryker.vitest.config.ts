import { defineConfig } from 'vitest/config'

/** Only the tests of what is mutated: the others cannot notice a mutant and would run for each of them. */
export default defineConfig({
  test: { include: ['test/shared/{checks,evaluation,accounts,sync-tool}/**/*.test.ts'] },
})

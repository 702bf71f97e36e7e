import { defineConfig } from 'vitest/config'
import { chosenFault, seeded } from './seed.ts'

const fault = chosenFault()

/** Runs tests on a source into which one fault is seeded on its way to them. */
export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  cacheDir: 'node_modules/.cache/vite-seeded',
  plugins: [
    {
      name: 'seeded-fault',
      enforce: 'pre',
      transform: (code, id) => (fault === null ? null : seeded(fault, id.split('?')[0] ?? '', code)),
    },
  ],
  // What was transformed for another fault is none of this one's.
  test: { fsModuleCache: false, include: ['test/**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**'], testTimeout: 60_000 },
})

import { defineConfig } from 'vitest/config'

/** A cold Wine start takes seconds; a hung native call is ended by the collector's own time limit before this. */
const WINE_TIMEOUT_MS = 120_000
/** A cold PowerShell that lists what a server has takes a minute; several of them make one test. */
const WINDOWS_TIMEOUT_MS = 300_000
/** A walk through the whole app by keyboard, while other tests share the machine. */
const BROWSER_TIMEOUT_MS = 180_000
/** Starts of the built command line, a PDF page among them. */
const COMMAND_LINE_TIMEOUT_MS = 60_000

/**
 * Tests without a browser share the machine two at a time; those with one come one file after the other, before those under Wine.
 *
 * Projects of one group run at the same time, so each has its own.
 */
const order = (groupOrder: number) => ({ sequence: { groupOrder } })

const wineTests = ['test/wine/**/*.win32.test.ts']
const windowsTests = ['test/windows/**/*.win32.test.ts']
const browserTests = ['test/end-to-end/**/*.test.ts']
const commandLineTests = ['test/electron/hosts/cli/**/*.test.ts']

export default defineConfig({
  cacheDir: 'node_modules/.cache/vite',
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...order(0),
          maxWorkers: 2,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...wineTests, ...windowsTests, ...browserTests, ...commandLineTests, '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'cli',
          ...order(1),
          maxWorkers: 2,
          include: commandLineTests,
          globalSetup: ['build/test-setup/command-line.ts'],
          testTimeout: COMMAND_LINE_TIMEOUT_MS,
          hookTimeout: COMMAND_LINE_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'browser',
          ...order(2),
          include: browserTests,
          globalSetup: ['build/test-setup/command-line.ts'],
          fileParallelism: false,
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'wine',
          ...order(3),
          include: wineTests,
          globalSetup: ['build/test-setup/command-line.ts'],
          // Each has a Windows of its own, and a program that starts there leaves a core idle for half of its time.
          maxWorkers: 2,
          testTimeout: WINE_TIMEOUT_MS,
          hookTimeout: WINE_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'windows',
          ...order(4),
          include: windowsTests,
          // They change accounts, rights and policy of the machine that they run on.
          fileParallelism: false,
          globalSetup: ['build/test-setup/command-line.ts'],
          testTimeout: WINDOWS_TIMEOUT_MS,
          hookTimeout: WINDOWS_TIMEOUT_MS,
        },
      },
    ],
  },
})

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the command line once before the tests that start it, so that they never judge an old one. */
export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'prepare.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] })
}

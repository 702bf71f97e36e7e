import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { median } from './measure.ts'

const ROUNDS = 7

const commandLine = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

function runMs(command: string, args: readonly string[]): number {
  const begin = performance.now()
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' })
  // 1 is what a checkup with gaps says.
  if (error !== undefined || (status !== 0 && status !== 1)) throw new Error(`${command} ended with ${status}`)
  return performance.now() - begin
}

if (chromium === undefined) {
  console.log('skipped: needs Chromium')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'erp-checkup-bench-'))
  try {
    const page = (format: string): string[] => [
      commandLine,
      'check',
      '--sample',
      'typical',
      '--quiet',
      '--out',
      join(folder, `page.${format}`),
    ]
    const printed = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer']
    runMs(process.execPath, page('html'))
    const rounds = Array.from({ length: ROUNDS }, () => ({
      ours: runMs(process.execPath, page('pdf')),
      chromium: runMs(chromium, [...printed, `--print-to-pdf=${join(folder, 'chromium.pdf')}`, join(folder, 'page.html')]),
    }))
    const ours = median(rounds.map((round) => round.ours))
    const theirs = median(rounds.map((round) => round.chromium))
    console.log(
      `certificate as PDF, whole command ${ours.toFixed(0)} ms, Chromium printing the same page ${theirs.toFixed(0)} ms: ${(ours / theirs).toFixed(2)} x (aim 1.0)`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

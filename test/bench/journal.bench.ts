import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fileHeads } from '../electron/rotation/file-heads.ts'
import { journalsIn, opened, PLAN, step } from '../electron/rotation/journals-under-test.ts'
import { median } from './measure.ts'

/** Far more than any rotation has: a few dozen is usual. */
const ENTRIES = 10_000
const ROUNDS = 5

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
try {
  const journals = journalsIn(folder, fileHeads(folder))
  const journal = opened(await journals.create(PLAN))
  const begin = performance.now()
  for (let count = 0; count < ENTRIES; count += 1) await journal.append(step('windows-password-changed', `windows:ERP01\\erpsync-${count}`))
  const appendMs = (performance.now() - begin) / ENTRIES
  await journal.close()

  const openMs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await opened(await journals.open(journal.name)).close()
    openMs.push(performance.now() - start)
  }
  const megabytes = statSync(join(folder, 'rotation', journal.name)).size / 1e6
  console.log(`${ENTRIES} entries, ${megabytes.toFixed(1)} MB`)
  console.log(`append, flushed      ${appendMs.toFixed(2)} ms each`)
  console.log(`open, whole chain    ${median(openMs).toFixed(0)} ms (aim: below 1,000)`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { worldIn } from '#electron/rotation/rehearsal/world.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import { rotationPlanSchema } from '#shared/rotation/plan.ts'
import { replay } from '#shared/rotation/replay.ts'
import { leftovers } from '../../support/rotation-truth.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const makeFolder = temporaryFolders()
const program = fileURLToPath(new URL('./rehearse-until-killed.ts', import.meta.url))

/** Starts of the program, each killed later than the one before; then it may go on to the end. */
const KILLS = 5
const LIMIT_MS = 120_000

/** What it printed; it is killed after so many dots, and `laterMs` milliseconds. */
async function rehearse(folder: string, dots: number, laterMs: number): Promise<string> {
  const child = spawn(process.execPath, ['--no-warnings', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += String(chunk)
    if (printed.length >= dots) setTimeout(() => child.kill('SIGKILL'), laterMs)
  })
  await ended
  return printed
}

describe('rehearsal of processes that are killed', () => {
  it('goes on at the exact step each time, and ends where every holder agrees', { timeout: LIMIT_MS }, async () => {
    const folder = makeFolder()
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const printed = await rehearse(folder, 1 + (kill % 3), kill % 4)
      expect(printed, `the start before kill ${kill} got on`).toMatch(/^\.+/)
    }
    const [, outcome, run = ''] = /(\w+) (\S+)\n$/.exec(await rehearse(folder, Number.POSITIVE_INFINITY, 0)) ?? []
    expect(outcome).toBe('complete')

    const path = join(folder, 'rotation', run)
    const [opening, ...entries] = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const plan = rotationPlanSchema.parse(opening.event.plan)
    const journal: readonly RotationEvent[] = entries.map(({ event }) => event)
    const world = worldIn(readFileSync(`${path}.world`, 'utf8'))
    if (world === null) throw new Error('the server of the rehearsal is damaged')
    expect(journal.filter(({ type }) => type === 'resumed').length).toBeGreaterThanOrEqual(KILLS - 1)
    const replayed = replay(plan, journal)
    if (!replayed.ok) throw new Error('the journal does not replay')
    expect(leftovers({ plan, world, journal, rotation: replayed.rotation })).toEqual([])
    expect(replayed.state.disagreements).toEqual([])
  })
})

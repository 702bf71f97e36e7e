import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { seededLeaks } from '../../seeded-faults/faults.data.ts'
import { SEED_VARIABLE } from '../../seeded-faults/seed.ts'
import { describeWith } from '../../support/needs.ts'
import { rotationPlans } from '../../support/rotation-plans.ts'
import { filesWithSecret, processesWithSecret, secretPieces } from '../vault/canary.ts'
import { converse, createKeyringHome, type KeyringHome } from '../vault/keyring-session.ts'
import type { ChangeScript } from './programs/whole-change.ts'

/** A bus, a keychain service and a whole change, while other tests share the machine. */
const SESSION_LIMIT_MS = 90_000

const PROGRAM = join(import.meta.dirname, 'programs', 'whole-change.ts')
const SEED = join(import.meta.dirname, '..', '..', 'seeded-faults', 'register.ts')

const canary = (): string => `Kanarie.${randomBytes(20).toString('hex')}`
const { logins } = rotationPlans['three new passwords']

describeWith('secret-service', 'passwords of a whole change', () => {
  let home: KeyringHome

  beforeEach(() => {
    home = createKeyringHome()
  })
  afterEach(() => home.remove())

  /** Everything that was written, printed or given to a process in a change of three passwords, of which one act fails. */
  async function traces(leak = ''): Promise<{ readonly answer: unknown; readonly found: readonly string[] }> {
    const script: ChangeScript = { old: Object.fromEntries(logins.map(({ key }) => [key, canary()])), made: logins.map(canary) }
    const secrets = [...Object.values(script.old), ...script.made].map((each) => each.slice('Kanarie.'.length))
    const found: string[] = []
    const seed = leak === '' ? [] : ['env', `${SEED_VARIABLE}=${leak}`]
    const preload = leak === '' ? [] : ['--import', SEED]
    const { child, end } = home.start('unlocked', [...seed, process.execPath, '--no-warnings', ...preload, PROGRAM])
    try {
      const { answers, stdout, stderr } = await converse(child, script, (session) => {
        for (const secret of secrets) found.push(...processesWithSecret(session, secret, secretPieces))
      })
      end()
      for (const secret of secrets) {
        found.push(...filesWithSecret(home.folder, secret, secretPieces))
        found.push(...secretPieces(stdout, secret).map((form) => `standard output: ${form}`))
        found.push(...secretPieces(stderr, secret).map((form) => `standard error: ${form}`))
      }
      return { answer: answers, found: [...new Set(found)] }
    } finally {
      end()
    }
  }

  it('are nowhere but in the keychain, whatever fails on the way', { timeout: SESSION_LIMIT_MS }, async () => {
    const { answer, found } = await traces()
    expect(answer).toEqual({ outcome: 'complete', kept: logins.map(({ key }) => `${key} current`).toSorted(), taken: true })
    expect(found).toEqual([])
    // What is searched is there: the journal, and the note of the fault.
    expect(filesWithSecret(home.folder, 'password-changed')).toContainEqual(expect.stringMatching(/\.journal: plain$/))
    expect(filesWithSecret(home.folder, 'command rotation')).toContainEqual(expect.stringMatching(/^state\/erp-checkup\/fault-.*: plain$/))
  })

  it.each(seededLeaks)('would be caught on their way out: $id', { timeout: SESSION_LIMIT_MS }, async ({ id, trace }) => {
    const { found } = await traces(id)
    expect(found).toContainEqual(expect.stringMatching(trace))
    expect(found.filter((each) => !trace.test(each))).toEqual([])
  })
})

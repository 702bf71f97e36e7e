import { describe, expect, it } from 'vitest'
import { type Done, done, failed } from '#electron/rotation/hands.ts'
import { createHeldPasswords, type Typed } from '#electron/rotation/held-passwords.ts'
import { createRunSecrets, type RunSecrets, readSecret } from '#electron/rotation/run-secrets.ts'
import { entryOf, type SecretPorts, withSecrets } from '#electron/rotation/secret-hands.ts'
import type { Vault } from '#electron/vault/vault.ts'
import { afterDecision } from '#shared/rotation/effects.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import { type Intent, intentFor } from '#shared/rotation/intent.ts'
import type { ActKind } from '#shared/rotation/keys.ts'
import { ledgerAtFirst } from '#shared/rotation/ledger.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { type MachineKeychain, machineKeychain, vaultOn } from '../../support/rotation-machine.ts'
import { rotationPlan, windowsLogin } from '../../support/rotation-plans.ts'
import { good } from '../vault/made-vault.ts'

const START_MS = Date.parse('2026-03-02T09:00:00.000Z')
const NOBODY = { by: null, session: null }
const signal = new AbortController().signal

interface Kept {
  readonly plan: RotationPlan
  readonly login: string
  readonly vault: Vault
  readonly keychain: MachineKeychain
  readonly clock: { nowMs: number }
  readonly events: RotationEvent[]
  readonly ports: SecretPorts
  /** what the server's own hands answer */
  server: Done
  /** what the person types */
  typed: Typed
  readonly secrets: RunSecrets
  act(act: ActKind, generation?: number): Promise<Done>
  /** the same, with everything that is written down of it */
  doneAct(act: ActKind, generation?: number): Promise<void>
  ask(generation: number): Promise<unknown>
  intentOf(act: ActKind, generation?: number): Intent
  /** state of every entry, by the key of its login */
  states(): Promise<readonly string[]>
}

async function keeping(changes: Partial<PlannedLogin> = {}): Promise<Kept> {
  const keychain = machineKeychain()
  const [clock, chance] = [{ nowMs: START_MS }, { drawn: 0 }]
  const vault = vaultOn({ keychain, clock, chance })
  const oldEntry = await good(vault.stage({ server: 'ERP01', login: windowsLogin().key }, 'old.0'))
  await good(vault.promote(oldEntry))
  const plan = rotationPlan({ logins: [windowsLogin({ oldEntry, ...changes })] })
  const [{ key: login }] = plan.logins as readonly [PlannedLogin]
  const events: RotationEvent[] = []
  let made = 0
  const ports: SecretPorts = {
    plan,
    events: () => events,
    keychain: vault,
    held: createHeldPasswords(),
    typeTwice: async () => kept.typed,
    make: async () => {
      made += 1
      return { password: `new.${made}`, grade: 'best', unique: true }
    },
  }
  const kept: Kept = {
    ...{ plan, login, vault, keychain, clock, events, ports },
    server: done(),
    typed: { kind: 'not-typed', reason: 'cancelled' },
    secrets: createRunSecrets(ports),
    act: async (act, generation) => await hands.act(intentOf(act, generation), NOBODY, signal),
    doneAct: async (act, generation) => {
      const intent = intentOf(act, generation)
      events.push({ ...intent.before, at: nowOf() } as RotationEvent)
      const outcome = await hands.act(intent, NOBODY, signal)
      if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome))
      events.push({ ...intent.after, ...outcome.learned, at: nowOf() } as RotationEvent)
    },
    intentOf: (act, generation) => intentOf(act, generation),
    ask: async (generation) => await hands.ask({ about: 'secret', login, generation }),
    states: async () => (await good(vault.list())).generations.map((each) => `${each.login} ${each.state}`).toSorted(),
  }
  const nowOf = (): string => new Date(clock.nowMs).toISOString()
  const hands = withSecrets(ports, {
    act: async () => kept.server,
    ask: async () => ({ about: 'user', login, exists: null }),
  })
  const intentOf = (act: ActKind, generation?: number): Intent => {
    const ledger = ledgerAtFirst(plan)
    const isBack = act === 'delete-new-generation' || generation === 0
    const owner = plan.logins[0]?.keptIn === 'person' ? 'you' : 'app'
    return intentFor(isBack ? afterDecision(ledger, 'back-chosen', []) : ledger, act, owner, {
      login,
      ...(generation === undefined ? {} : { generation }),
    })
  }
  return kept
}

const OWNER = { server: 'ERP01', login: windowsLogin().key }
const read = async ({ ports, login }: Kept, generation: number): Promise<unknown> => await readSecret(ports, login, generation)
const begun = ({ events, clock, login }: Kept, generation = 1): void => {
  events.push({ type: 'act-started', act: `generate ${login} ${generation}`, at: new Date(clock.nowMs).toISOString() })
}

describe('secret-hands', () => {
  it('stores a password before it is used, and the journal alone says which entry holds it', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} next`])
    expect(await read(kept, 1)).toEqual({ ok: true, value: 'new.1' })
    expect(await read(kept, 0)).toEqual({ ok: true, value: 'old.0' })
    expect(await read(kept, 2)).toEqual({ ok: false, problem: { kind: 'no-such-generation' } })
    expect(JSON.stringify(kept.events)).not.toContain('new.1')
  })

  it('stores one more beside a password that may be in use already', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    await kept.doneAct('generate', 2)
    expect([await read(kept, 1), await read(kept, 2)]).toMatchObject([{ value: 'new.1' }, { value: 'new.2' }])
  })

  it('makes it the login’s own when a sign-in has proven it, and not before', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    kept.server = failed({ type: 'verification-failed', login: kept.login, holder: null, code: '1326', proves: 'wrong-password' })
    expect(await kept.act('verify-login', 1)).toBe(kept.server)
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} next`])
    kept.server = done()
    expect(await kept.act('verify-login', 1)).toBe(kept.server)
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} previous`])
  })

  it('deletes the old ones at the end, and keeps the newest', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    await kept.doneAct('generate', 2)
    await kept.doneAct('verify-login', 2)
    await kept.doneAct('delete-old-generation')
    expect(await kept.states()).toEqual([`${OWNER.login} current`])
    expect(await read(kept, 2)).toEqual({ ok: true, value: 'new.2' })
  })

  it('makes the old one current again on the way back, and deletes the new ones', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    await kept.doneAct('verify-login', 1)
    await kept.doneAct('verify-login', 0)
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} previous`])
    await kept.doneAct('delete-new-generation')
    expect(await kept.states()).toEqual([`${OWNER.login} current`])
    expect(await read(kept, 0)).toEqual({ ok: true, value: 'old.0' })
  })

  it.each([
    { usedByOthers: false, left: ['windows:ERP01/svc-sync current'] },
    { usedByOthers: true, left: ['windows:ERP01/svc-sync current', `${OWNER.login} current`] },
  ])('keeps the passwords of a new user under its own key; others use the old one: $usedByOthers', async ({ usedByOthers, left }) => {
    const change = { kind: 'new-user', newKey: 'windows:ERP01/svc-sync', newName: 'svc-sync', rights: [] } as const
    const kept = await keeping({ change, usedByOthers })
    await kept.doneAct('generate', 1)
    await kept.doneAct('verify-login', 1)
    expect(await kept.states()).toEqual(['windows:ERP01/svc-sync current', `${OWNER.login} current`])
    await kept.doneAct('delete-old-generation')
    expect(await kept.states()).toEqual(left)
  })

  it('says that there is none to keep where the program has none, as in a rehearsal', async () => {
    const { plan, events, login } = await keeping()
    events.push({ type: 'generated', login, generation: 1, storedIn: 'keychain', grade: 'best', entry: null, unique: true, at: '' })
    expect(entryOf(plan, events, login, 1)).toBeNull()
  })
})

describe('secret-hands after an interruption', () => {
  it('finds what the journal names', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    expect(await kept.ask(1)).toEqual({ about: 'secret', login: kept.login, generation: 1, present: true })
    expect(await kept.ask(0)).toMatchObject({ generation: 0, present: true })
    await good(kept.vault.discard(entryOf(kept.plan, kept.events, kept.login, 1) ?? ''))
    expect(await kept.ask(1)).toMatchObject({ generation: 1, present: false })
  })

  it.each([
    { name: 'as the act began', lateMs: 0, isRemoved: true },
    { name: 'before the act began', lateMs: -1, isRemoved: false },
    { name: 'at the end of the time of the act', lateMs: 5 * 60_000, isRemoved: true },
    { name: 'when the act was over', lateMs: 5 * 60_000 + 1, isRemoved: false },
  ])('removes an entry that it does not name: stored $name: $isRemoved', async ({ lateMs, isRemoved }) => {
    const kept = await keeping()
    begun(kept)
    kept.clock.nowMs += lateMs
    await good(kept.vault.stage(OWNER, 'left'))
    expect(await kept.ask(1)).toMatchObject({ present: false })
    expect(await kept.states()).toEqual([`${OWNER.login} current`, ...(isRemoved ? [] : [`${OWNER.login} next`])])
  })

  it.each([
    { name: 'another login', owner: { server: 'ERP01', login: `${OWNER.login}2` } },
    { name: 'another server', owner: { server: 'ERP02', login: OWNER.login } },
  ])('touches nothing of $name', async ({ owner }) => {
    const kept = await keeping()
    begun(kept)
    const other = await good(kept.vault.stage(owner, 'theirs'))
    await kept.ask(1)
    expect(await kept.vault.read(other)).toEqual({ ok: true, value: 'theirs' })
  })

  it('says nothing of a keychain that does not answer', async () => {
    const kept = await keeping()
    await kept.doneAct('generate', 1)
    kept.keychain.locked = true
    await expect(kept.ask(1)).rejects.toThrow('the keychain does not answer: locked')
    begun(kept, 2)
    await expect(kept.ask(2)).rejects.toThrow('the keychain does not answer: locked')
  })
})

describe('secret-hands over a keychain that refuses', () => {
  const refusal = (act: string) => ({ type: 'act-failed', act, code: 'keychain-locked', outcome: 'not-done' })

  it.each([
    { act: 'generate', generation: 1, id: `generate ${OWNER.login} 1` },
    { act: 'verify-login', generation: 0, id: `verify-login ${OWNER.login} 0` },
    { act: 'delete-old-generation', generation: undefined, id: `delete-old-generation ${OWNER.login}` },
  ] as const)('has not done $act', async ({ act, generation, id }) => {
    const kept = await keeping()
    kept.events.push(
      ...[1, 2].map((each) => ({
        ...({ type: 'generated', login: kept.login, generation: each, storedIn: 'keychain', grade: 'best', unique: true } as const),
        ...{ entry: `${each}`.repeat(32), at: '' },
      })),
    )
    kept.keychain.locked = true
    expect(await kept.act(act, generation)).toEqual({ kind: 'failed', failure: refusal(id) })
  })

  it('tries once more where it was locked right after it had taken the password', async () => {
    const kept = await keeping()
    const { write } = kept.keychain
    kept.keychain.write = async (service, account, value) => {
      await write(service, account, value)
      // The last note of a stored password is there, and then nothing answers any more.
      if (value.includes('"storedAt"')) kept.keychain.locked = true
    }
    begun(kept)
    expect(await kept.act('generate', 1)).toMatchObject({ kind: 'failed', failure: { code: 'keychain-locked' } })
    kept.keychain.locked = false
    kept.keychain.write = write
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} next`])
    await kept.doneAct('generate', 1)
    expect(await kept.states()).toEqual([`${OWNER.login} current`, `${OWNER.login} next`])
    expect(await read(kept, 1)).toEqual({ ok: true, value: 'new.2' })
  })
})

describe('secret-hands where a person holds the passwords', () => {
  const typed = (password: string): Typed => ({ kind: 'typed', password })
  const notDone = (code: string) => ({ kind: 'failed', failure: { type: 'act-failed', code, outcome: 'not-done' } })

  it('lets nothing take a password before the person has typed what they were shown', async () => {
    const kept = await keeping({ keptIn: 'person' })
    expect(await kept.act('generate', 1)).toMatchObject(notDone('held-not-shown'))
    const shown = await kept.secrets.handedOverBy(kept.intentOf('generate', 1))
    expect(shown).toEqual({ ok: true, value: 'new.1' })
    expect(await read(kept, 1)).toEqual({ ok: false, problem: { kind: 'not-typed' } })
    for (const [answer, code] of [
      [{ kind: 'not-typed', reason: 'cancelled' }, 'held-cancelled'],
      [{ kind: 'not-typed', reason: 'differently' }, 'held-differently'],
      [{ kind: 'not-typed', reason: 'not-possible' }, 'held-not-possible'],
      [typed('new.2'), 'held-differently'],
    ] as const) {
      kept.typed = answer
      expect(await kept.act('generate', 1)).toMatchObject(notDone(code))
      expect(await read(kept, 1)).toMatchObject({ ok: false })
    }
    kept.typed = typed('new.1')
    expect(await kept.act('generate', 1)).toEqual(done({ grade: 'best', unique: true, entry: null }))
    expect(await read(kept, 1)).toEqual({ ok: true, value: 'new.1' })
  })

  it('shows the same password however often it is asked for', async () => {
    const kept = await keeping({ keptIn: 'person' })
    const intent = kept.intentOf('generate', 1)
    expect(await kept.secrets.handedOverBy(intent)).toEqual(await kept.secrets.handedOverBy(intent))
  })

  it('leaves the keychain as it was', async () => {
    const kept = await keeping({ keptIn: 'person' })
    const before = new Map(kept.keychain.entries)
    await kept.secrets.handedOverBy(kept.intentOf('generate', 1))
    kept.typed = typed('new.1')
    await kept.doneAct('generate', 1)
    await kept.doneAct('verify-login', 1)
    expect(await kept.act('delete-new-generation')).toEqual(done())
    expect(kept.keychain.entries).toEqual(before)
    expect(await read(kept, 1)).toEqual({ ok: false, problem: { kind: 'not-typed' } })
  })

  it.each([
    { name: 'a password that is set with the old one', act: 'change-password', generation: 1, lacks: [0, 1] },
    { name: 'a service', act: 'set-service-account', generation: 1, lacks: [1] },
    { name: 'a task', act: 'update-task', generation: 1, lacks: [1] },
    { name: 'a hand-over', act: 'hand-over', generation: 1, lacks: [1] },
    { name: 'a sign-in', act: 'verify-login', generation: 1, lacks: [1] },
    { name: 'a user with a right', act: 'grant-rights', generation: 1, lacks: [] },
  ] as const)('has to be told what it has forgotten before $name', async ({ act, generation, lacks }) => {
    const change = { kind: 'new-password', how: 'change' } as const
    const kept = await keeping({ keptIn: 'person', change, oldPasswordKnown: true, lockOut: 'none' })
    const intent = { ...kept.intentOf(act, generation), owner: 'app' } as const
    const lacked: number[] = []
    for (let next = kept.secrets.lackedBy(intent); next !== null; next = kept.secrets.lackedBy(intent)) {
      lacked.push(next)
      kept.typed = { kind: 'not-typed', reason: 'cancelled' }
      expect(await kept.secrets.typeIn(kept.login, next)).toBe('cancelled')
      kept.typed = typed(`typed.${next}`)
      expect(await kept.secrets.typeIn(kept.login, next)).toBeNull()
      expect(await read(kept, next)).toEqual({ ok: true, value: `typed.${next}` })
    }
    expect(lacked).toEqual(lacks)
  })

  it('has to be told an old password once more that Windows refused', async () => {
    const change = { kind: 'new-password', how: 'change' } as const
    const kept = await keeping({ keptIn: 'person', change, oldPasswordKnown: true })
    const intent = { ...kept.intentOf('change-password', 1), owner: 'app' } as const
    for (const generation of [0, 1]) {
      kept.typed = typed(`typed.${generation}`)
      await kept.secrets.typeIn(kept.login, generation)
    }
    kept.server = failed({ type: 'act-failed', act: intent.id, code: 'windows-1909', outcome: 'not-done' })
    await kept.act('change-password', 1)
    expect(kept.secrets.lackedBy(intent)).toBeNull()
    kept.server = failed({ type: 'act-failed', act: intent.id, code: 'windows-86', outcome: 'not-done' })
    expect(await kept.act('change-password', 1)).toBe(kept.server)
    expect(kept.secrets.lackedBy(intent)).toBe(0)
  })

  it('has to be told nothing for what a person does, nor for what is read back alone', async () => {
    const kept = await keeping({ keptIn: 'person', lockOut: 'unknown' })
    expect(kept.secrets.lackedBy({ ...kept.intentOf('change-password', 1), owner: 'you' })).toBeNull()
    expect(kept.secrets.lackedBy({ ...kept.intentOf('verify-login', 1), owner: 'app' })).toBeNull()
    const other = await keeping()
    expect(other.secrets.lackedBy({ ...other.intentOf('set-service-account', 1), owner: 'app' })).toBeNull()
  })
})

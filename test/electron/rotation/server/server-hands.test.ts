import { describe, expect, it } from 'vitest'

import type { ByHandQuestion } from '#electron/rotation/server/by-hand.ts'
import type { Seen } from '#electron/rotation/server/by-hand-entries.ts'
import { createServerHands } from '#electron/rotation/server/server-hands.ts'
import type { Fact } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedHolder, PlannedLogin } from '#shared/rotation/plan.ts'
import { view } from '#shared/rotation/replay.ts'
import { rotationPlan, windowsLogin } from '../../../support/rotation-plans.ts'
import { append, completionOf, goOn, nowOf, type RotationSession, rotationSession } from '../../../support/rotation-session.ts'
import { areasOf } from '../../../support/server-areas.ts'

const POOL: PlannedHolder = { key: 'iis-pool:Sage', kind: 'by-hand', name: 'Sage' }
const MOVE: PlannedLogin['change'] = { kind: 'new-user', newKey: 'windows:ERP01\\erpnew', newName: 'erpnew', rights: [] }

interface Change {
  readonly session: RotationSession
  /** what was looked at, in order */
  readonly asked: ByHandQuestion[]
  seen: Seen
  /** the act that comes next */
  next(): Intent | null
  /** a person says that the next act is done; the code of what contradicts them, or null */
  confirm(): Promise<string | null>
}

/** A change whose one holder is changed by a person, up to the first act of a kind that concerns it. */
function changeUntil(act: Intent['act'], login: Partial<PlannedLogin> = {}): Change {
  const plan = rotationPlan({ logins: [windowsLogin({ holders: [POOL], ...login })] })
  const session = rotationSession(plan)
  goOn(session, { until: act })
  const secretOf = async () => ({ ok: false, problem: { kind: 'not-typed' } }) as const
  const { logins, ...parts } = areasOf({ plan, world: session.world }, () => new Date(nowOf(session)))
  const look = async (question: ByHandQuestion): Promise<Seen> => {
    change.asked.push(question)
    return change.seen
  }
  const hands = createServerHands({
    ...parts,
    plan,
    secretOf,
    events: () => session.journal,
    now: () => new Date(nowOf(session)),
    byHand: { look },
    logins: logins(secretOf),
    preflight: async () => [],
  })
  const change: Change = {
    session,
    asked: [],
    seen: 'changed',
    next: () => view(session.rotation).intent,
    confirm: async () => {
      const intent = change.next()
      if (intent?.act !== act) throw new Error(`${intent?.id} comes next`)
      if (intent.before !== null) append(session, intent.before as Fact)
      const done = await hands.act(intent, { by: null, session: null }, new AbortController().signal)
      append(session, done.kind === 'done' ? completionOf(intent) : (done.failure as Fact))
      return done.kind === 'failed' && 'code' in done.failure ? done.failure.code : null
    },
  }
  return change
}

/** Tries again, as a person chooses it; what the machine asks of services is answered. */
function retry({ session }: Change, act: Intent['act']): void {
  append(session, { type: 'retry-chosen' })
  goOn(session, { until: act })
}

const ACTS = ['update-by-hand', 'verify-holder'] as const

describe.each(ACTS)('%s by a person', (act) => {
  it.each<Seen>(['changed', 'not-told'])('is done where it is %s', async (seen) => {
    const change = changeUntil(act)
    change.seen = seen
    expect(await change.confirm()).toBeNull()
    expect(change.session.journal.at(-1)?.type).toBe(act === 'update-by-hand' ? 'holder-updated-by-hand' : 'verified')
  })

  it('is not done where everything is as before, however often it is said, until it is', async () => {
    const change = changeUntil(act)
    change.seen = 'unchanged'
    for (const time of ['first', 'second', 'third']) {
      expect(await change.confirm(), time).toBe('by-hand-unchanged')
      expect(view(change.session.rotation).hands).toBe('deciding')
      retry(change, act)
    }
    change.seen = 'changed'
    expect(await change.confirm()).toBeNull()
  })

  it.each([
    ['gone-elsewhere', 'by-hand-elsewhere'],
    ['not-there', 'by-hand-gone'],
    ['unchanged-or-namesake', 'by-hand-namesake'],
  ] as const)('is told of %s once, and counts when it is said again', async (seen, code) => {
    const change = changeUntil(act)
    change.seen = seen
    expect(await change.confirm()).toBe(code)
    retry(change, act)
    expect(await change.confirm()).toBeNull()
  })

  it('is told of each contradiction by itself', async () => {
    const change = changeUntil(act)
    change.seen = 'not-there'
    expect(await change.confirm()).toBe('by-hand-gone')
    retry(change, act)
    change.seen = 'gone-elsewhere'
    expect(await change.confirm()).toBe('by-hand-elsewhere')
  })

  it('asks about the holder since the login got its password', async () => {
    const change = changeUntil(act)
    await change.confirm()
    const begun = change.session.journal.find(({ type }) => type === 'password-changing')
    expect(change.asked).toEqual([
      {
        login: change.session.plan.logins[0],
        holder: POOL,
        generation: 1,
        moments: { given: new Date(begun?.at ?? Number.NaN), touched: null },
      },
    ])
  })

  it('asks since the new user was made', async () => {
    const change = changeUntil(act, { change: MOVE })
    await change.confirm()
    const begun = change.session.journal.find((event) => event.type === 'act-started' && event.act.startsWith('create-user '))
    expect(change.asked[0]?.moments).toEqual({ given: new Date(begun?.at ?? Number.NaN), touched: null })
  })
})

describe('update-by-hand on the way back', () => {
  const back = (login: Partial<PlannedLogin> = {}): Change => {
    const change = changeUntil('update-by-hand', login)
    const { session } = change
    goOn(session, { until: 'verify-login' })
    append(session, { type: 'back-chosen' })
    goOn(session, { until: 'update-by-hand' })
    return change
  }

  it('asks for the old password, and since when it holds again', async () => {
    const change = back()
    change.seen = 'unchanged'
    expect(await change.confirm()).toBe('by-hand-unchanged')
    const [first, last] = change.session.journal.filter(({ type }) => type === 'password-changing')
    expect(change.asked[0]).toMatchObject({
      generation: 0,
      moments: { given: new Date(last?.at ?? Number.NaN), touched: new Date(first?.at ?? Number.NaN) },
    })
    retry(change, 'update-by-hand')
    change.seen = 'changed'
    expect(await change.confirm()).toBeNull()
  })

  it('asks by the name alone where the old user had its password all the time', async () => {
    const change = back({ change: MOVE })
    expect(await change.confirm()).toBeNull()
    expect(change.asked[0]).toMatchObject({ generation: 0, moments: { given: null, touched: expect.any(Date) } })
  })
})

describe('what the sync tool has in its own window', () => {
  it('is nobody’s to look at but the consultant’s', async () => {
    const change = changeUntil('verify-holder', { holders: [{ key: 'window:x', kind: 'sync-tool-window', name: 'x' }] })
    change.seen = 'unchanged'
    expect(await change.confirm()).toBeNull()
    expect(change.asked).toEqual([])
  })
})

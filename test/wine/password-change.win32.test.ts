import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ActKind } from '#shared/rotation/keys.ts'
import { hasCodeText } from '#shared/texts/rotation-codes.ts'
import { describeWith } from '../support/needs.ts'
import { digestOf, moveTo, openPasswordChanges, planOf, SQL } from './password-changes.ts'
import type { Course, Line } from './programs/change-passwords.ts'

type Kill = NonNullable<Course['kill']>

/** Acts of the program that give passwords, others that change something, and those that only look or wait. */
const GIVING = ['generate', 'change-password', 'set-service-account', 'update-task'] as const satisfies readonly ActKind[]
const CHANGING = [
  'stop-service',
  'disable-service',
  'verify-login',
  'restore-start-mode',
  'start-service',
  'delete-old-generation',
] as const satisfies readonly ActKind[]
const LOOKING = ['preflight', 'confirm-paused', 'hand-over', 'confirm-resumed', 'verify-holder', 'watch', 'finish'] as const

/** Right after what begins an act is written down, and right after the act, before what came of it is written down. */
const bothSides = (act: ActKind): readonly Kill[] => [
  { act, place: 'begun' },
  { act, place: 'done' },
]

/** Where the programs of a change are killed, each in its turn. */
const ENDINGS: readonly { readonly name: string; readonly kills: readonly Kill[] }[] = [
  ...GIVING.flatMap(bothSides).map((kill) => ({ name: `${kill.act}, ${kill.place}`, kills: [kill] })),
  ...CHANGING.map((act) => ({ name: act, kills: bothSides(act) })),
  ...(['before', 'unkept', 'written'] as const).map((place) => ({
    name: `change-password, ${place}`,
    kills: [{ act: 'change-password' as const, place }],
  })),
  { name: 'generate, unkept', kills: [{ act: 'generate', place: 'unkept' }] },
  { name: 'change-password of SQL Server', kills: bothSides('change-password').map((kill) => ({ ...kill, login: SQL })) },
]

type End = Extract<Line, { readonly kind: 'end' }>

describeWith('wine', 'password change with real hands', () => {
  describeWith('mingw-w64', 'on a made server', () => {
    let changes: Awaited<ReturnType<typeof openPasswordChanges>>
    let count = 0
    let user = 'erpsync'
    const nextPlan = (own: Parameters<typeof planOf>[2] = {}): unknown => {
      count += 1
      return planOf(`change-${count}`, user, own)
    }

    const endOf = (lines: readonly Line[]): End => {
      const last = lines.at(-1)
      if (last?.kind !== 'end') throw new Error(`it did not end: ${JSON.stringify(last)}`)
      return last
    }

    /** Account, services, task, SQL Server and keychain have one password each, and the services are as they were; the two digests. */
    function agreed(end: End, account: RegExp, outcome: 'complete' | 'cancelled' = 'complete'): readonly [string, string] {
      const { held, kept, services } = end
      const digest = held[`user ${user}`] ?? ''
      const sqlDigest = digestOf(changes.sqlPassword())
      expect(end).toMatchObject({ outcome, disagreements: 0 })
      expect(held).toMatchObject({ 'service WSPSync': digest, 'service WSPWatch': digest })
      expect(new Set(kept.map(({ state, digest: one }) => `${state} ${one}`))).toEqual(
        new Set([`current ${digest}`, `current ${sqlDigest}`]),
      )
      expect(kept).toHaveLength(2)
      expect(services).toEqual({
        WSPSync: expect.stringMatching(new RegExp(`^${account.source}, auto, running$`)),
        WSPWatch: expect.stringMatching(new RegExp(`^${account.source}, manual, running$`)),
      })
      return [digest, sqlDigest]
    }
    const OWN = /\.\\erpsync/
    let before: readonly [string, string] = ['', '']

    const changed = (end: End, account = OWN): void => {
      const after = agreed(end, account)
      expect(end.held.task).toBe(after[0])
      expect(after[0]).not.toBe(before[0])
      expect(after[1]).not.toBe(before[1])
      before = after
    }

    beforeAll(async () => {
      changes = await openPasswordChanges()
      await changes.prepare()
    })
    afterAll(async () => {
      await changes?.close()
    })

    /** Goes on in a new program. What the server took last is in the keychain, whatever the program before came to. */
    async function goOn(course: Course): Promise<readonly Line[]> {
      const sqlDigest = digestOf(changes.sqlPassword())
      const lines = await changes.change({ do: 'continue', ...course })
      const [opened] = lines
      if (course.kill?.place === 'asking') return lines
      if (opened?.kind !== 'opened' || opened.how !== 'continued') throw new Error(`not continued: ${JSON.stringify(opened)}`)
      expect(opened.kept.map(({ digest }) => digest)).toEqual(expect.arrayContaining([opened.held[`user ${user}`], sqlDigest]))
      return lines
    }

    /** Kills one program after the other in a change, each at its place, and lets the last one go on to the end. */
    async function killedAt(kills: readonly Kill[], plan: unknown, course: Course = {}): Promise<readonly Line[]> {
      for (const [index, kill] of kills.entries()) {
        const lines = index === 0 ? await changes.change({ do: 'begin', plan, ...course, kill }) : await goOn({ ...course, kill })
        const id = kill.place === 'asking' ? expect.anything() : expect.stringMatching(new RegExp(`^${kill.act}( |$)`))
        expect(lines.at(-1)).toEqual({ kind: 'killed', id, place: kill.place })
      }
      return await goOn(course)
    }

    it('is done and checked as a whole', async () => {
      const lines = await changes.change({ do: 'begin', plan: nextPlan() })
      changed(endOf(lines))
      const done = lines.flatMap((line) => (line.kind === 'act' ? [line.id.split(' ')[0]] : []))
      expect(done).toEqual(expect.arrayContaining([...GIVING, ...CHANGING, ...LOOKING]))
      expect(lines.filter(({ kind }) => kind === 'trouble')).toEqual([])
    })

    it.each(ENDINGS)('goes on after the program was killed: $name', async ({ kills }) => {
      changed(endOf(await killedAt(kills, nextPlan())))
    })

    it('goes on after the program was killed at every look, on both of its sides', async () => {
      changed(endOf(await killedAt(LOOKING.flatMap(bothSides), nextPlan())))
    })

    it('goes on after the program was killed while it asked what came of an act', async () => {
      const act = 'change-password'
      const kills: readonly Kill[] = [
        { act, place: 'done' },
        { act, place: 'asking' },
      ]
      changed(endOf(await killedAt(kills, nextPlan())))
    })

    it.each([
      { place: 'begun', told: [0] },
      // Ages are whole seconds: where the old password could have been set in that same second, nothing is said.
      { place: 'done', told: [1, null] },
    ] as const)('knows a password by its age alone where a sign-in could lock the user out: $place', async ({ place, told }) => {
      await changes.age(user, 86_400n)
      const lockOut = { threshold: 3, badPasswords: 2 } as const
      const lines = await killedAt([{ act: 'change-password', place }], nextPlan({ lockOut }))
      const answer = { about: 'password', holds: expect.toBeOneOf([...told]) }
      expect(lines[0]).toMatchObject({ answers: expect.arrayContaining([expect.objectContaining(answer)]) })
      changed(endOf(lines))
    })

    it.each([
      { name: 'Windows', code: 'windows-2245', refuse: () => writeFile(join(changes.folder, 'refuse.txt'), '') },
      { name: 'SQL Server', code: 'sql-15118', refuse: async () => changes.refuseOnce(15_118) },
    ])('explains a refusal by the policy of $name, and sets other passwords', async ({ code, refuse }) => {
      await refuse()
      const lines = await changes.change({ do: 'begin', plan: nextPlan() })
      changed(endOf(lines))
      expect(lines.filter(({ kind }) => kind === 'trouble')).toEqual([
        { kind: 'trouble', reason: 'password-refused', code, decision: 'renewal-chosen' },
      ])
      expect(hasCodeText(code)).toBe(true)
      expect(lines.some((line) => line.kind === 'act' && line.id.startsWith('change-password') && line.id.endsWith(' 2'))).toBe(true)
    })

    it('asks SQL Server what became of a change whose answer was lost, and does it no second time', async () => {
      changes.sql.mishaps.set('ALTER LOGIN', { end: 'hang-up', after: true })
      const lines = await changes.change({ do: 'begin', plan: nextPlan() })
      changes.sql.mishaps.clear()
      changed(endOf(lines))
      expect(lines.filter((line) => line.kind === 'act' && line.id.startsWith(`change-password sql-server`))).toHaveLength(1)
    })

    it('goes back to the old passwords, also where the program is killed on the way', async () => {
      const kills = (['change-password', 'set-service-account', 'delete-new-generation'] as const).flatMap(bothSides)
      const back = kills.map((kill) => ({ ...kill, direction: 'back' as const }))
      const end = endOf(await killedAt(back, nextPlan(), { backAt: 'enter' }))
      expect(agreed(end, OWN, 'cancelled')).toEqual(before)
      expect(end.held.task).toBe(before[0])
    })

    it('goes back from a new user, of whom nothing is left', async () => {
      const kills: readonly Kill[] = [
        { act: 'create-user', place: 'done' },
        { act: 'remove-new-user', place: 'done', direction: 'back' },
      ]
      const end = endOf(await killedAt(kills, nextPlan({ change: moveTo('erpgone') }), { backAt: 'enter' }))
      expect(agreed(end, OWN, 'cancelled')).toEqual(before)
      expect(await changes.userNames()).toEqual(['erpsync'])
    })

    it('moves to a new user, also where the program is killed on the way', async () => {
      const acts = ['create-user', 'grant-rights', 'deny-remote-desktop', 'retire-old-login'] as const
      const lines = await killedAt(acts.flatMap(bothSides), nextPlan({ change: moveTo('erpnew') }))
      user = 'erpnew'
      changed(endOf(lines), /[^\\]+\\erpnew/)
      expect(await changes.userNames()).toEqual(['erpsync', 'erpnew'])
    })

    it('has left no password anywhere but in the keychain and on the server', () => {
      const passwords = changes.passwords()
      expect(passwords.length).toBeGreaterThan(2 * ENDINGS.length)
      const { leaks, searched } = changes.leaks(passwords)
      expect(leaks.filter((leak) => !changes.isOfServer(leak))).toEqual([])
      // What the server keeps is found, and the journals, the keychain and the command lines were searched.
      expect(leaks.some(changes.isOfServer)).toBe(true)
      expect(searched.filter((name) => /Journals/.test(name)).length).toBeGreaterThan(ENDINGS.length)
      expect(searched).toEqual(expect.arrayContaining([expect.stringMatching(/user\.reg$/), expect.stringContaining('change.mjs\0')]))
    })
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { createJournals } from '#electron/rotation/journals.ts'
import { rotationFormat } from '#electron/rotation/rotation-format.ts'
import { secretNamed } from '#electron/rotation/secret-names.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { fakeDisk } from './fake-disk.ts'
import { fakeHeads, ID, NAME } from './journals-under-test.ts'

const plan: RotationPlan = {
  schema: 'erp-sync-checkup/rotation-plan@1',
  id: 'rotation-1',
  server: 'ERP01',
  rehearsal: true,
  pause: 'not-wanted',
  logins: [
    {
      key: 'erp:Sage 100/wspsync',
      kind: 'erp',
      name: 'wspsync',
      change: { kind: 'new-password', how: 'change' },
      oldPasswordKnown: true,
      length: 25,
      usedByOthers: false,
      changedBy: 'you',
      keptIn: 'keychain',
      minimumAgeHours: null,
      historyCount: null,
      lockOut: 'unknown',
      holders: [],
    },
  ],
  services: [],
  folders: [],
  stopOrder: [],
  startOrder: [],
  times: { actMinutes: 5, watchMinutes: 5, graceDays: 7 },
  schedule: { callAt: null, reviewOn: null },
}

const at = '2026-11-20T10:20:00Z'

function journals() {
  const disk = fakeDisk()
  const ready = async () => ({ state: 'ready', folder: '/journals' }) as const
  return createJournals({
    format: rotationFormat,
    place: { examine: ready, prepare: ready },
    files: disk.files,
    locks: { take: async () => ({ release: async () => undefined }) },
    heads: fakeHeads(),
    now: () => new Date('2026-11-20T10:15:00.000Z'),
    makeId: () => ID,
  })
}

/** Names of all fields that hold a text, or a list of texts, wherever they stand in a schema. */
function textFields(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.entries(schema.properties ?? {}) : []
  const texts = own.filter(([, field]) => /"(?:type|const)":"(?!number|integer|boolean|object|null)/.test(JSON.stringify(field)))
  return [...texts.map(([name]) => name), ...Object.values(schema).flatMap(textFields)]
}

describe('rotation-format', () => {
  it.each([
    { name: 'plans', schema: rotationFormat.plan, known: 'server' },
    { name: 'events', schema: rotationFormat.event, known: 'storedIn' },
  ])('has no field in $name that the guard of secrets would refuse', ({ schema, known }) => {
    const names = new Set(textFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
    expect(names).toContain(known)
    expect([...names].filter((name) => secretNamed({ [name]: 'text' }) !== null)).toEqual([])
  })

  it('ends a journal when the machine says that the rotation is over', async () => {
    const all = journals()
    const opening = await all.create(plan)
    if (opening.state !== 'open') throw new Error(JSON.stringify(opening))
    expect(await opening.journal.append({ type: 'scheduled', at })).toMatchObject({ ok: true })
    expect(await all.unfinished()).toMatchObject({ journals: [{ name: NAME, obstacle: null }] })
    expect(await opening.journal.append({ type: 'cancelled', at })).toMatchObject({ ok: true })
    expect(await all.unfinished()).toEqual({ state: 'listed', journals: [] })
  })

  it('keeps a rotation open where an event cannot have happened: somebody has to look at it', () => {
    expect(rotationFormat.isFinal(plan, [{ type: 'finished', at, outcome: 'complete' }])).toBe(false)
  })
})

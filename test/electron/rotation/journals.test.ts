import { describe, expect, it } from 'vitest'

import type { Migration } from '#electron/rotation/journal-format.ts'
import { fakeDisk } from './fake-disk.ts'
import { bytesOf, chainOf, ID, journalsOn, NAME, opened, PLAN, type Step, step, stepFormat } from './journals-under-test.ts'

/** A rotation that was interrupted after these events. */
async function interrupted(...events: readonly Step[]) {
  const test = journalsOn(fakeDisk())
  const journal = opened(await test.journals.create(PLAN))
  for (const event of events) expect(await journal.append(event)).toMatchObject({ ok: true })
  await journal.close()
  return test
}

describe('journals', () => {
  it('begin with the plan and hold each event behind the one before', async () => {
    const { journals, heads } = journalsOn(fakeDisk())
    const journal = opened(await journals.create(PLAN))
    expect(journal).toMatchObject({ name: NAME, proof: { state: 'proven' }, setAside: null, content: { id: ID, plan: PLAN, events: [] } })
    const appended = await Promise.all([journal.append(step('angehalten')), journal.append(step('geändert', 'Größe Ω 😀'))])
    expect(appended).toEqual([1, 2].map((sequence) => ({ ok: true, sequence, head: 'kept' })))
    expect(heads.kept.get(ID)?.sequence).toBe(2)
    await journal.close()
    const again = opened(await journals.open(NAME))
    expect(again.proof).toEqual({ state: 'proven' })
    expect(again.content.events.map(({ sequence, event }) => [sequence, event])).toEqual([
      [1, step('angehalten')],
      [2, step('geändert', 'Größe Ω 😀')],
    ])
  })

  it('keep the entry first and the head of the chain afterwards', async () => {
    const { disk, heads, journals } = journalsOn(fakeDisk())
    const order: string[] = []
    const write = heads.write
    heads.write = async (id, sequence, hash) => {
      order.push(`${disk.calls.filter((call) => call === 'sync').length} syncs, head ${sequence}`)
      return await write(id, sequence, hash)
    }
    const journal = opened(await journals.create(PLAN))
    await journal.append(step('one'))
    await journal.append(step('two'))
    expect(order).toEqual(['2 syncs, head 0', '3 syncs, head 1', '4 syncs, head 2'])
  })

  it.each([
    { name: 'a text under a name of a secret', event: { type: 'set', password: 'hunter2' }, message: '/password is named like one' },
    { name: 'the same deep inside', event: { type: 'set', login: [{ newToken: 'x' }] }, message: '/login/0/newToken is named like one' },
    { name: 'what is no event', event: { type: 7 }, message: 'no event of the format' },
    { name: 'what is no JSON', event: { type: 'set', at: new Date(0) }, message: 'only JSON values' },
    { name: 'what is too large', event: { type: 'set', text: 'x'.repeat(300_000) }, message: 'does not belong into a journal' },
  ])('throw $name at the caller before anything is written, and go on', async ({ event, message }) => {
    const { disk, journals } = journalsOn(fakeDisk())
    const journal = opened(await journals.create(PLAN))
    const before = disk.seen(NAME)
    await expect(journal.append(event as unknown as Step)).rejects.toThrow(message)
    expect(disk.seen(NAME)).toEqual(before)
    expect(await journal.append(step('next'))).toMatchObject({ ok: true, sequence: 1 })
  })

  it('make no file for a plan with a secret', async () => {
    const { disk, journals } = journalsOn(fakeDisk())
    await expect(journals.create({ server: 'ERP01', pwd: 'hunter2' } as never)).rejects.toThrow('/pwd is named like one')
    expect(disk.calls).toEqual([])
  })

  it('see a secret that the schema would have dropped', async () => {
    const { z } = await import('zod')
    const { with: other } = journalsOn(fakeDisk())
    const format = { ...stepFormat, event: z.object({ type: z.string() }) }
    const journal = opened(await other({ format }).create(PLAN))
    await expect(journal.append({ type: 'set', secret: 'x' } as never)).rejects.toThrow('/secret is named like one')
  })

  it('take nothing after the final event, even when it was already waiting', async () => {
    const { journals } = journalsOn(fakeDisk())
    const journal = opened(await journals.create(PLAN))
    const [end, late] = await Promise.allSettled([journal.append(step('over')), journal.append(step('late'))])
    expect([end?.status, late?.status]).toEqual(['fulfilled', 'rejected'])
    await journal.close()
    expect(await journals.open(NAME)).toMatchObject({ state: 'read-only', reason: { kind: 'finished' }, view: { end: { state: 'whole' } } })
  })

  it('ask by all that was written whether the rotation is over, also after they were opened again', async () => {
    const asked: string[] = []
    const { with: other } = journalsOn(fakeDisk())
    const isFinal: (typeof stepFormat)['isFinal'] = ({ server }, events) => {
      asked.push([server, ...events.map(({ type }) => type)].join(' '))
      return events.length === 3
    }
    const journals = other({ format: { ...stepFormat, isFinal } })
    const journal = opened(await journals.create({ server: 'ERP01' }))
    await Promise.all([journal.append(step('one')), journal.append(step('two'))])
    await journal.close()
    const again = opened(await journals.open(NAME))
    await again.append(step('three'))
    await again.close()
    expect(asked).toEqual(['ERP01 one', 'ERP01 one two', 'ERP01 one two three'])
    expect(await journals.unfinished()).toEqual({ state: 'listed', journals: [] })
  })

  it('are open for one at a time, and free again when closed', async () => {
    const { journals } = journalsOn(fakeDisk())
    const journal = opened(await journals.create(PLAN))
    expect(await journals.open(NAME)).toEqual({ state: 'refused', refusal: { kind: 'in-use' } })
    expect(await journals.view(NAME)).toMatchObject({ state: 'viewed', view: { entries: [{ kind: 'plan' }] } })
    await journal.close()
    expect(await journal.append(step('late'))).toEqual({ ok: false, onDisk: 'no', reason: 'closed', code: '' })
    expect(await journals.open(NAME)).toMatchObject({ state: 'open' })
  })

  it.each(['', '..', `../${NAME}`, 'notes.txt', `${NAME}.lock`, NAME])(
    'open no file named "%s" that is no journal of theirs',
    async (name) => {
      const { journals } = journalsOn(fakeDisk())
      expect(await journals.open(name)).toMatchObject({ state: 'refused', refusal: { kind: 'not-there' } })
      expect(await journals.view(name)).toMatchObject({ state: 'refused', refusal: { kind: 'not-there' } })
    },
  )

  it('list what was interrupted, oldest first, and what nobody can tell of', async () => {
    const { disk, with: other, journals } = await interrupted(step('one'))
    const ids = ['1', '2', '3'].map((digit) => digit.repeat(32))
    const times = ['2026-11-18', '2026-11-21', '2026-11-22']
    for (const [index, id] of ids.entries()) {
      const more = other({ makeId: () => id, now: () => new Date(`${times[index]}T08:00:00Z`) })
      const journal = opened(await more.create(PLAN))
      if (index === 1) await journal.append(step('over'))
      await journal.close()
    }
    disk.overwrite(`20261122T080000Z-${ids[2]}.journal`, Buffer.from('anything\n'))
    expect(await journals.unfinished()).toEqual({
      state: 'listed',
      journals: [
        {
          name: `20261118T080000Z-${ids[0]}.journal`,
          startedAt: '2026-11-18T08:00:00.000Z',
          lastAt: '2026-11-18T08:00:00.000Z',
          obstacle: null,
        },
        { name: NAME, startedAt: '2026-11-20T10:15:00.000Z', lastAt: '2026-11-20T10:15:00.000Z', obstacle: null },
        {
          name: `20261122T080000Z-${ids[2]}.journal`,
          startedAt: null,
          lastAt: null,
          obstacle: { kind: 'broken', index: 0, expected: 'form' },
        },
      ],
    })
  })
})

describe('head of a journal', () => {
  it('may be one entry behind, and is made good', async () => {
    const { heads, journals } = await interrupted(step('one'), step('two'))
    const entries = chainOf([['event', step('one')]])
    heads.kept.set(ID, { sequence: 1, hash: entries[1]?.hash ?? '' })
    expect(opened(await journals.open(NAME)).proof).toEqual({ state: 'proven' })
    expect(heads.kept.get(ID)?.sequence).toBe(2)
  })

  it.each([
    { name: 'cut off', entries: chainOf([['event', step('one')]]), reason: 'truncated', lastSequence: 1 },
    {
      name: 'written anew',
      entries: chainOf([
        ['event', step('one')],
        ['event', step('other')],
      ]),
      reason: 'replaced',
      lastSequence: 2,
    },
    {
      name: 'written anew and longer',
      entries: chainOf([
        ['event', step('x')],
        ['event', step('y')],
        ['event', step('z')],
      ]),
      reason: 'replaced',
      lastSequence: 3,
    },
    { name: 'finished by another hand', entries: chainOf([['end', step('over')]]), reason: 'truncated', lastSequence: 1 },
  ])('shows that a file was $name, which may then be looked at only', async ({ entries, reason, lastSequence }) => {
    const { disk, journals } = await interrupted(step('one'), step('two'))
    disk.overwrite(NAME, bytesOf(entries))
    const opening = await journals.open(NAME)
    expect(opening).toMatchObject({ state: 'read-only', reason: { kind: 'disproven', reason, keptSequence: 2, lastSequence } })
    expect(opening).toMatchObject({ view: { entries: entries.map(({ hash }) => ({ hash })) } })
    expect(disk.seen(NAME)).toEqual(bytesOf(entries))
  })

  it('shows that an entry which it knows was torn off', async () => {
    const { disk, journals } = await interrupted(step('one'), step('two'))
    disk.overwrite(NAME, disk.seen(NAME).subarray(0, -1))
    expect(await journals.open(NAME)).toMatchObject({ state: 'read-only', reason: { kind: 'disproven', reason: 'truncated' } })
    expect(disk.listing()).toHaveLength(1)
  })

  it('is missed where there is no keychain: stated, and the journal goes on without', async () => {
    const { heads, journals } = await interrupted(step('one'))
    heads.problem = { kind: 'absent' }
    const journal = opened(await journals.open(NAME))
    expect(journal.proof).toEqual({ state: 'unproven', reason: 'keychain', problem: { kind: 'absent' } })
    expect(await journal.append(step('two'))).toEqual({ ok: true, sequence: 2, head: 'without' })
    expect(await journal.append(step('three'))).toMatchObject({ ok: true, sequence: 3 })
    await journal.close()
    heads.problem = null
    expect(opened(await journals.open(NAME)).proof).toEqual({ state: 'unproven', reason: 'goes-on', entriesAhead: 2 })
  })

  it('is not there in the keychain of another administrator: stated, and kept from the first entry of his own', async () => {
    const { with: other } = await interrupted(step('one'))
    const { heads } = journalsOn(fakeDisk())
    const journals = other({ heads })
    const journal = opened(await journals.open(NAME))
    expect(journal.proof).toEqual({ state: 'unproven', reason: 'no-head' })
    await journal.close()
    // Nobody did anything yet: the next time it is just as unproven.
    const next = opened(await journals.open(NAME))
    expect(next.proof).toEqual({ state: 'unproven', reason: 'no-head' })
    await next.append(step('two'))
    await next.close()
    expect(opened(await journals.open(NAME)).proof).toEqual({ state: 'proven' })
  })

  it('holds up the next entry where it could not be kept, so that the file is never two ahead', async () => {
    const { heads, journals } = journalsOn(fakeDisk())
    const journal = opened(await journals.create(PLAN))
    heads.problem = { kind: 'locked' }
    expect(await journal.append(step('one'))).toEqual({ ok: true, sequence: 1, head: { problem: { kind: 'locked' } } })
    expect(await journal.append(step('two'))).toEqual({ ok: false, onDisk: 'no', reason: 'head-not-kept', problem: { kind: 'locked' } })
    heads.problem = null
    expect(await journal.append(step('two'))).toEqual({ ok: true, sequence: 2, head: 'kept' })
  })
})

describe('versions of a journal', () => {
  const two: Migration = {
    plan: (old) => ({ ...(old as object), from: 1 }),
    event: (old) => ({ ...(old as object), text: 'of the first version' }),
  }
  const formatTwo = { ...stepFormat, version: 2, migrations: new Map([[1, two]]) }

  it('are led to ours event by event, and what is new says so in the file', async () => {
    const { with: other, journals } = await interrupted(step('one'))
    const journal = opened(await other({ format: formatTwo }).open(NAME))
    expect(journal.content).toMatchObject({ plan: { from: 1 }, events: [{ event: { type: 'one', text: 'of the first version' } }] })
    const appended = await Promise.all([journal.append(step('two')), journal.append(step('three'))])
    expect(appended).toMatchObject([{ sequence: 3 }, { sequence: 4 }])
    await journal.close()
    const again = opened(await other({ format: formatTwo }).open(NAME))
    expect(again.content.events.map(({ event }) => event)).toEqual([step('one', 'of the first version'), step('two'), step('three')])
    await again.close()
    // The older program sees that it is too old.
    expect(await journals.open(NAME)).toEqual({
      state: 'refused',
      refusal: { kind: 'newer', format: 'erp-sync-checkup/rotation-journal@2' },
    })
  })

  it.each([
    { name: 'of a newer version', version: 2, refusal: { kind: 'newer', format: 'erp-sync-checkup/rotation-journal@2' } },
    { name: 'of a much newer one', version: 12, refusal: { kind: 'newer', format: 'erp-sync-checkup/rotation-journal@12' } },
  ])('are refused by name when $name, even where the entries have another form', async ({ version, refusal }) => {
    const { disk, journals } = await interrupted()
    for (const bytes of [
      bytesOf(chainOf([], version)),
      Buffer.from(`{"format":"erp-sync-checkup/rotation-journal@${version}","other":true}\n{"more":1}\n`),
    ]) {
      disk.overwrite(NAME, bytes)
      expect(await journals.open(NAME)).toEqual({ state: 'refused', refusal })
      expect(await journals.unfinished()).toMatchObject({ journals: [{ name: NAME, obstacle: refusal }] })
      expect(disk.seen(NAME)).toEqual(bytes)
    }
  })

  it('may be looked at only where nothing leads from theirs to ours', async () => {
    const { with: other } = await interrupted(step('one'))
    const format = { ...formatTwo, version: 3 }
    const reason = { kind: 'older', format: 'erp-sync-checkup/rotation-journal@1' }
    expect(await other({ format }).open(NAME)).toMatchObject({
      state: 'read-only',
      reason,
      view: { entries: [{ kind: 'plan' }, { kind: 'event' }] },
    })
  })

  it.each([
    {
      name: 'an event that is none of its version',
      chain: chainOf([
        ['event', step('one')],
        ['event', { type: 7 }],
      ]),
      reason: { kind: 'not-understood', index: 2 },
    },
    {
      name: 'a version that goes back',
      chain: chainOf([['version', { format: 'erp-sync-checkup/rotation-journal@1' }]]),
      reason: { kind: 'not-understood', index: 1 },
    },
    { name: 'a version that is none', chain: chainOf([['version', { format: 'other@2' }]]), reason: { kind: 'not-understood', index: 1 } },
  ])('may be looked at only with $name', async ({ chain, reason }) => {
    const { disk, heads, journals } = await interrupted()
    heads.kept.clear()
    disk.overwrite(NAME, bytesOf(chain))
    expect(await journals.open(NAME)).toMatchObject({ state: 'read-only', reason })
  })

  it('may be looked at only under the name of another journal', async () => {
    const { disk, journals } = await interrupted()
    const other = NAME.replace(ID, 'f'.repeat(32))
    await disk.files.rename(NAME, other)
    expect(await journals.open(other)).toMatchObject({ state: 'read-only', reason: { kind: 'name' } })
  })
})

import { describe, expect, it } from 'vitest'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import { press, pressUntil, viewOf } from '../../rotation/press.ts'
import { good } from '../../vault/made-vault.ts'
import { calm, changeable, deskThatKeeps, everythingIn, language, OLD, prepared, scanned, storedOld, WINDOWS } from './changeable-server.ts'
import { apps, refusal } from './client.ts'

const open = apps()

describe('a change of this server', () => {
  it('sets what the keychain holds everywhere, writes no password down, and the checkup knows of it after the call', async () => {
    const { worlds, vault, start } = changeable(open)
    await storedOld(vault)
    const { app, client, clock } = start()
    const id = await scanned(client)
    const choices = await prepared(client, id)
    expect(choices.logins.map(({ key, oldPasswordAtHand }) => [key, oldPasswordAtHand])).toEqual([
      [WINDOWS, true],
      ['sql-server:ERP01/erp_sync', false],
    ])
    const begun = viewOf(await client.rotation.begin({ id, choices, real: true, typed: 'erpsync', language }))
    expect(begun).toMatchObject({ rehearsal: false, place: 'generate' })
    const waits = await pressUntil(client, begun, ({ act }) => act?.kind === 'delete-old-generation')
    expect(waits.recorded.at(-1)).toBe('The password items of this server’s checkup know of it.')
    const { generations } = await good(vault.list())
    expect(generations.map(({ login, state }) => `${login} ${state}`).toSorted()).toEqual([
      'sql-server:ERP01/erp_sync current',
      `${WINDOWS} current`,
      `${WINDOWS} previous`,
    ])
    const [world] = worlds.values()
    for (const { generation, login, state } of generations) {
      const password = await good(vault.read(generation))
      if (state === 'current') expect(world?.accounts.get(login)).toBe(password)
      expect(everythingIn(app.dataFolder)).not.toContain(password)
      expect(JSON.stringify(waits)).not.toContain(password)
    }
    const view = await client.cases.view({ id, language })
    expect(view.credentials.map(({ login, grade, storedIn }) => [login, grade, storedIn])).toEqual(
      expect.arrayContaining([['ERP01\\erpsync', 'best', 'keychain']]),
    )
    await client.rotation.leave({ run: waits.run, language })
    const { runs } = await client.rotation.list({ language })
    expect(runs).toMatchObject([{ rehearsal: false, waitsUntil: waits.act?.notBefore }])
    clock.now = '2026-12-20T10:00:00.000Z'
    const end = await pressUntil(
      client,
      viewOf(await client.rotation.open({ run: waits.run, language })),
      ({ outcome }) => outcome === 'complete',
    )
    expect(end.disagreements).toEqual([])
    expect((await good(vault.list())).generations.map(({ state }) => state)).toEqual(['current', 'current'])
    expect(await refusal(client.rotation.discard({ run: end.run, language }))).toMatch(/^REFUSED: Only a rehearsal/)
  })

  it('hands over exactly the password of the act that is next, to the desk alone', async () => {
    const { vault, start } = changeable(open)
    const given: string[] = []
    const { client } = start({ handOverDesk: async () => deskThatKeeps(given) })
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const begun = viewOf(await client.rotation.begin({ id, choices, real: true, typed: 'erpsync', language }))
    const byHand = await pressUntil(client, begun, ({ act }) => act?.kind === 'update-by-hand')
    const handing = await pressUntil(client, byHand, ({ act }) => act?.kind === 'hand-over')
    expect([byHand.act?.handsOver, handing.act?.handsOver]).toEqual([true, true])
    const { run } = handing
    const secret = (act: string) => ({ kind: 'run', run, act }) as const
    const give = async (act: string): Promise<string> => {
      let last = ''
      for await (const event of await client.handOver.give({ language, secret: secret(act), way: 'clipboard', sharePaused: false }))
        last = event.line
      return last
    }
    expect(await refusal(give('generate'))).toMatch(/^REFUSED: There is no password to hand over/)
    await give(handing.act?.id ?? '')
    const { generations } = await good(vault.list())
    const sql = generations.find(({ login }) => login.startsWith('sql-server:'))
    expect(given).toEqual([await good(vault.read(sql?.generation ?? ''))])
    await client.rotation.leave({ run, language })
  })

  it('stops where the server refuses by now what it did not refuse before, and says what', async () => {
    const { start } = changeable(open)
    let keychain: PreflightReadings['keychain'] = { status: 'read', value: true, gaps: [] }
    const { client, clock } = start({ readServer: async () => ({ ...calm, keychain }) })
    const id = await scanned(client)
    const choices = await prepared(client, id)
    // Asked a moment ago, it is not asked again before the journal begins.
    clock.now = '2026-11-20T10:00:30.000Z'
    keychain = { status: 'failed', reason: 'locked' }
    const begun = viewOf(await client.rotation.begin({ id, choices, real: true, typed: 'erpsync', language }))
    expect(begun).toMatchObject({ place: 'choose', act: { kind: 'choose-again' } })
    expect(begun.preflight.map(({ line }) => line)).toEqual([expect.stringMatching(/^The keychain takes no passwords/)])
    keychain = { status: 'read', value: true, gaps: [] }
    const again = await press(client, begun)
    expect(again.act?.kind).toBe('preflight')
    expect((await press(client, again)).place).toBe('generate')
    await client.rotation.leave({ run: begun.run, language })
  })

  it('resets a password of Windows only when the name of its account was typed', async () => {
    const { start } = changeable(open)
    const { client } = start()
    const id = await scanned(client)
    const choices = await prepared(client, id)
    expect(await client.rotation.prepare({ id, choices, real: true, language })).toMatchObject({ typeToConfirm: 'erpsync' })
    const begin = (typed: string | null) => client.rotation.begin({ id, choices, real: true, typed, language })
    expect(await refusal(begin(null))).toMatch(/^REFUSED: Nothing was begun\. Type erpsync to confirm/)
    expect(await refusal(begin('erp'))).toMatch(/^REFUSED: Nothing was begun/)
    const begun = viewOf(await begin(' ERPSYNC '))
    await client.rotation.leave({ run: begun.run, language })
  })

  it('goes back to the old passwords as long as that is open, and leaves nothing new in the keychain', async () => {
    const { worlds, vault, start } = changeable(open)
    await storedOld(vault)
    const { client } = start()
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const logins = choices.logins.filter(({ key }) => key === WINDOWS)
    const begun = viewOf(await client.rotation.begin({ id, choices: { ...choices, logins }, real: true, language }))
    const changed = await pressUntil(client, begun, ({ place }) => place === 'resume')
    const [world] = worlds.values()
    expect(world?.accounts.get(WINDOWS)).not.toBe(OLD)
    const way = changed.ways.back
    if (way.open) {
      const back = viewOf(await client.rotation.decide({ run: changed.run, decision: 'back-chosen', language }))
      const end = await pressUntil(client, back, ({ outcome }) => outcome === 'cancelled')
      expect(end.logins.every(({ agree, takes }) => agree && takes === 'old')).toBe(true)
      expect(world?.accounts.get(WINDOWS)).toBe(OLD)
      expect((await good(vault.list())).generations.map(({ state }) => state)).toEqual(['current'])
    } else {
      expect(way.closed.map(({ line }) => line).join()).toMatch(/minimum age|history/)
      await client.rotation.leave({ run: changed.run, language })
    }
  })

  it.each([
    { name: 'in a browser', more: { host: 'loopback' as const, changeServer: null }, line: /In the browser/ },
    { name: 'without administrator rights', more: { elevated: async () => false }, line: /Without administrator rights/ },
    { name: 'on another machine', more: { machine: 'OFFICE7' }, line: /not the server that was read/ },
    {
      name: 'where policy forbids stored passwords',
      more: { vault: async () => openHeldVault(() => new Date(0)) },
      line: /A policy forbids/,
    },
    { name: 'without hands', more: { changeServer: null }, line: /not the server that was read/ },
  ])('is only rehearsed $name', async ({ more, line }) => {
    const { start } = changeable(open)
    const { client } = start({ ...more })
    const id = await scanned(client)
    const view = await client.rotation.prepare({ id, choices: null, real: true, language })
    if (view.kind !== 'preparation') throw new Error('no login')
    expect(view).toMatchObject({ rehearsal: true, onlyRehearsal: expect.stringMatching(line) })
    expect(await refusal(client.rotation.begin({ id, choices: view.choices, real: true, typed: 'erpsync', language }))).toMatch(
      /can only be rehearsed here/,
    )
  })
})

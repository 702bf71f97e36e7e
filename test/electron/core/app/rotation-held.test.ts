import { describe, expect, it } from 'vitest'
import type { AskPassword } from '#electron/core/rotation/type-twice.ts'
import type { SqlSignIn } from '#electron/sql/sign-in.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { RotationChoices, RunView } from '#shared/contract/index.ts'
import type { SqlServerReading } from '#shared/rotation/preflight/readings.ts'
import { press, pressUntil, viewOf } from '../../rotation/press.ts'
import { good } from '../../vault/made-vault.ts'
import {
  type Client,
  calm,
  changeable,
  deskThatKeeps,
  everythingIn,
  language,
  OLD,
  prepared,
  scanned,
  storedOld,
  WINDOWS,
} from './changeable-server.ts'
import { apps, refusal } from './client.ts'

const open = apps()
const USER = 'ERP01\\erpsync'
const SQL = 'sql-server:ERP01/erp_sync'

/** A person at a window of the system, who types what `types` gives; null: they close it. */
function personWho(types: (user: string) => string | null) {
  const asked: string[] = []
  const askPassword: AskPassword = async ({ line, user }) => {
    asked.push(line)
    const password = types(user ?? '')
    return password === null ? null : { user: user ?? '', password }
  }
  return { asked, askPassword }
}

/** Has the password of the next act shown, as a person does who writes it down. */
async function shown(client: Client, { run, act }: RunView): Promise<void> {
  const secret = { kind: 'run', run, act: act?.id ?? '' } as const
  for await (const event of await client.handOver.give({ language, secret, way: 'clipboard', sharePaused: false }))
    expect(event.line).not.toBe('')
}

describe('a password that a person holds', () => {
  async function begun(keys: readonly string[] = [WINDOWS]) {
    const here = changeable(open)
    const given: string[] = []
    const noted = new Map<string, string>()
    const person = personWho((user) => noted.get(user) ?? null)
    const parts = {
      vault: async () => openHeldVault(() => new Date(0)),
      handOverDesk: async () => deskThatKeeps(given),
      askPassword: person.askPassword,
    }
    const { app, client } = here.start(parts)
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const logins: RotationChoices['logins'] = choices.logins
      .filter(({ key }) => keys.includes(key))
      .map((login) => ({ ...login, oldPasswordAtHand: false }))
    const view = viewOf(await client.rotation.begin({ id, choices: { ...choices, logins }, real: true, typed: 'erpsync', language }))
    return { ...here, app, client, id, view, given, noted, person, parts }
  }

  it('is taken by nothing before the person has typed it twice, and is written nowhere', async () => {
    const { client, app, view, given, noted, person, worlds, id } = await begun()
    expect(view).toMatchObject({ place: 'generate', act: { kind: 'generate', owner: 'you', handsOver: true } })
    expect(view.act).toMatchObject({ line: expect.stringMatching(/^Have the new password of ERP01\\erpsync/), check: 'you type it twice' })
    expect(view.act?.instructions).toHaveLength(2)
    const unseen = await press(client, view)
    expect(unseen.trouble?.detail).toMatch(/^Nobody has seen the new password yet/)
    const again = viewOf(await client.rotation.decide({ run: view.run, decision: 'retry-chosen', language }))
    await shown(client, again)
    noted.set(USER, `${given.at(-1)}x`)
    const mistyped = await press(client, again)
    expect(mistyped.trouble?.detail).toMatch(/^What was typed is not the password/)
    expect(person.asked).toEqual([
      'Type the new password of ERP01\\erpsync, as you wrote it down.',
      'Type the new password of ERP01\\erpsync once more.',
    ])
    noted.set(USER, given.at(-1) ?? '')
    const retried = viewOf(await client.rotation.decide({ run: view.run, decision: 'retry-chosen', language }))
    const joined = await press(client, retried)
    expect(joined.place).toBe('join')
    const end = await pressUntil(client, joined, ({ outcome }) => outcome !== 'open')
    expect(end).toMatchObject({ outcome: 'complete', disagreements: [] })
    const password = given.at(-1) ?? ''
    const [world] = worlds.values()
    expect(world?.accounts.get(WINDOWS)).toBe(password)
    expect(everythingIn(app.dataFolder)).not.toContain(password)
    const { credentials } = await client.cases.view({ id, language })
    expect(credentials.map(({ login, storedIn }) => [login, storedIn])).toEqual([['ERP01\\erpsync', 'elsewhere']])
  })

  it('is typed in again where the program was started anew, before the act that needs it', async () => {
    const { client, app, view, given, noted, parts, start, worlds } = await begun()
    await shown(client, view)
    noted.set(USER, given.at(-1) ?? '')
    const change = await pressUntil(client, view, ({ act }) => act?.kind === 'change-password')
    await client.rotation.leave({ run: view.run, language })
    const later = start({ ...parts, dataFolder: app.dataFolder }).client
    const asked = viewOf(await later.rotation.open({ run: view.run, language }))
    expect(asked.question?.line).toMatch(/Do you still have the new password/)
    const lacking = viewOf(await later.rotation.answer({ run: view.run, option: 'yes', language }))
    expect(lacking).toMatchObject({ act: { id: change.act?.id }, typeIn: { possible: true } })
    noted.delete(USER)
    expect(await later.rotation.typeIn({ run: view.run, language })).toEqual({
      kind: 'problem',
      line: 'The window was closed before the password was typed twice. Try again.',
      next: null,
    })
    noted.set(USER, given.at(-1) ?? '')
    const told = viewOf(await later.rotation.typeIn({ run: view.run, language }))
    expect(told).toMatchObject({ act: { id: change.act?.id }, typeIn: null })
    const end = await pressUntil(later, told, ({ outcome }) => outcome !== 'open')
    expect(end.outcome).toBe('complete')
    expect([...worlds.values()][0]?.accounts.get(WINDOWS)).toBe(given.at(-1))
  })

  it('is asked for before its act, also where the program goes on by itself', async () => {
    const { client, app, view, given, noted, parts, start } = await begun([WINDOWS, SQL])
    await shown(client, view)
    noted.set(USER, given.at(-1) ?? '')
    const second = await press(client, view)
    await shown(client, second)
    noted.set('erp_sync', given.at(-1) ?? '')
    await pressUntil(client, second, ({ act }) => act?.kind === 'change-password')
    await client.rotation.leave({ run: view.run, language })
    const later = start({ ...parts, dataFolder: app.dataFolder }).client
    let now = viewOf(await later.rotation.open({ run: view.run, language }))
    while (now.question !== null) now = viewOf(await later.rotation.answer({ run: view.run, option: 'yes', language }))
    const told = viewOf(await later.rotation.typeIn({ run: view.run, language }))
    const lacking = await pressUntil(later, told, ({ typeIn, trouble }) => typeIn !== null || trouble !== null)
    expect(lacking).toMatchObject({ trouble: null, act: { id: `change-password ${SQL} 1` } })
    await later.rotation.leave({ run: view.run, language })
  })

  it('stands in the way of an act that is pressed all the same', async () => {
    const { client, app, view, given, noted, parts, start } = await begun()
    await shown(client, view)
    noted.set(USER, given.at(-1) ?? '')
    await pressUntil(client, view, ({ act }) => act?.kind === 'change-password')
    await client.rotation.leave({ run: view.run, language })
    const later = start({ ...parts, dataFolder: app.dataFolder, askPassword: null }).client
    viewOf(await later.rotation.open({ run: view.run, language }))
    const lacking = viewOf(await later.rotation.answer({ run: view.run, option: 'yes', language }))
    expect(lacking.typeIn?.possible).toBe(false)
    const pressed = await press(later, lacking)
    expect(pressed.trouble?.detail).toMatch(/^A person holds this password, and the program does not have it any more/)
    await later.rotation.leave({ run: view.run, language })
  })

  it('can be chosen where the keychain works, too', async () => {
    const here = changeable(open)
    const { client } = here.start({ askPassword: personWho(() => null).askPassword })
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const logins = choices.logins.map((login) => ({ ...login, keptIn: 'person' as const, oldPasswordAtHand: true }))
    const view = await client.rotation.prepare({ id, choices: { ...choices, logins }, real: true, language })
    expect(view).toMatchObject({ keeping: 'either', canEnterOld: true })
    expect(view.kind === 'preparation' && view.choices.logins.map(({ keptIn }) => keptIn)).toEqual(['person', 'person'])
    // With the old one at hand nothing is reset.
    expect(view).toMatchObject({ typeToConfirm: null })
  })
})

describe('the present password of a login', () => {
  async function entering(types: string | null, more: Parameters<ReturnType<typeof changeable>['start']>[0] = {}) {
    const here = changeable(open)
    const { asked, askPassword } = personWho(() => types)
    const { app, client } = here.start({ askPassword, ...more })
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const entered = await client.rotation.enterOld({ id, login: WINDOWS, choices, language })
    const view = await client.rotation.prepare({ id, choices, real: true, language })
    if (view.kind !== 'preparation') throw new Error('no login')
    return { ...here, app, client, id, entered, asked, view, login: view.logins.find(({ key }) => key === WINDOWS) }
  }

  it('is kept once a sign-in has proven it, and then the change needs no reset', async () => {
    const { entered, vault, login, view, app } = await entering(OLD)
    expect(entered).toEqual({ done: true, line: 'A sign-in has proven the password. The keychain has it now.' })
    expect(login).toMatchObject({ oldPasswordAtHand: true })
    expect(view.typeToConfirm).toBeNull()
    const { generations } = await good(vault.list())
    expect(generations.map(({ login: key, state }) => [key, state])).toEqual([[WINDOWS, 'current']])
    expect(await good(vault.read(generations[0]?.generation ?? ''))).toBe(OLD)
    expect(everythingIn(app.dataFolder)).not.toContain(OLD)
  })

  it('takes the place of one that the keychain had', async () => {
    const { vault, start } = changeable(open)
    await storedOld(vault)
    const { client } = start({ askPassword: personWho(() => OLD).askPassword })
    const id = await scanned(client)
    const choices = await prepared(client, id)
    expect(await client.rotation.enterOld({ id, login: WINDOWS, choices, language })).toMatchObject({ done: true })
    expect((await good(vault.list())).generations.map(({ state }) => state).toSorted()).toEqual(['current', 'previous'])
  })

  it.each([
    { name: 'that a sign-in proves wrong', types: 'practice-wrong', line: /^This is not the password that the login takes now/ },
    { name: 'whose window is closed', types: null, line: /^The window was closed/ },
  ])('is not kept $name', async ({ types, line }) => {
    const { entered, vault, login } = await entering(types)
    expect(entered).toEqual({ done: false, line: expect.stringMatching(line) })
    expect(login?.oldPasswordAtHand).toBe(false)
    expect((await good(vault.list())).generations).toEqual([])
  })

  it('says so where Windows cannot show its window', async () => {
    const refuses: AskPassword = async () => {
      throw new Error('CredUIPromptForCredentialsW failed: error 1312')
    }
    const { entered } = await entering(null, { askPassword: refuses })
    expect(entered).toEqual({ done: false, line: expect.stringMatching(/^Windows could not show the window/) })
  })

  it.each([
    { name: 'a host without such a window', more: { askPassword: null } },
    { name: 'a change that is only rehearsed', more: { elevated: async () => false } },
  ])('is asked for by nobody: $name', async ({ more }) => {
    const { start } = changeable(open)
    const { client } = start({ askPassword: personWho(() => OLD).askPassword, ...more })
    const id = await scanned(client)
    expect(await refusal(client.rotation.enterOld({ id, login: WINDOWS, choices: null, language }))).toMatch(/^REFUSED/)
  })
})

describe('an instance of SQL Server whose logins whoever runs this may not change', () => {
  /** SQL Server lets in `sa` with this password, who may change logins, and `guest`, who may not. */
  async function signingIn(types: { readonly user: string; readonly password: string } | null, more: { readonly elevated?: false } = {}) {
    const signIns: SqlSignIn[] = []
    const rightsOf = (signIn: SqlSignIn): SqlServerReading['rights'] => {
      const read = (alterAnyLogin: boolean) => ({ status: 'read', value: { controlServer: false, alterAnyLogin }, gaps: [] }) as const
      if (signIn.kind !== 'sql-login') return read(false)
      if (signIn.password !== 'practice-sa') return { status: 'failed', reason: 'wrong-password' }
      return read(signIn.login === 'sa')
    }
    const opened = changeable(open).start({
      askPassword: async () => types,
      readServer: async ({ administratorOf, sqlServers }) => ({
        ...calm,
        keychain: { status: 'read', value: true, gaps: [] },
        journalSpace: { status: 'read', value: 1e9, gaps: [] },
        sqlServers: sqlServers.map(({ instance }) => {
          const signIn = administratorOf(instance)
          signIns.push(signIn)
          const unknown = { status: 'failed', reason: 'not asked' } as const
          return { instance, windowsOnly: unknown, rights: rightsOf(signIn), highAvailability: unknown, uses: unknown, logins: [] }
        }),
      }),
      ...(more.elevated === false ? { elevated: async () => false } : {}),
    })
    const { client } = opened
    const id = await scanned(client)
    const choices = await prepared(client, id)
    const signInTo = async () => {
      const view = await client.rotation.prepare({ id, choices, real: true, language })
      return view.kind === 'preparation' ? view.logins.find(({ kind }) => kind === 'sql-server')?.signInTo : undefined
    }
    const signIn = () => client.rotation.signInToSql({ id, instance: 'ERP01', language })
    return { ...opened, signInTo, signIn, signIns }
  }

  it('is signed in to as another, which counts until the program ends', async () => {
    const { signInTo, signIn, signIns, app } = await signingIn({ user: 'sa', password: 'practice-sa' })
    expect(await signInTo()).toBe('ERP01')
    expect(await signIn()).toEqual({ done: true, line: 'sa is signed in to SQL Server ERP01 until this program ends.' })
    expect(await signInTo()).toBeNull()
    expect(signIns.at(-1)).toEqual({ kind: 'sql-login', login: 'sa', password: 'practice-sa' })
    expect(everythingIn(app.dataFolder)).not.toContain('practice-sa')
  })

  it('takes a Windows account by its domain', async () => {
    const { signIn, signIns } = await signingIn({ user: 'CORP\\dba', password: 'practice-dba' })
    expect(await signIn()).toMatchObject({ done: false, line: expect.stringMatching(/^CORP\\dba may not change logins/) })
    expect(signIns.at(-1)).toEqual({ kind: 'windows-account', domain: 'CORP', user: 'dba', password: 'practice-dba' })
  })

  it.each([
    { name: 'is refused', types: { user: 'sa', password: 'wrong' }, line: /^SQL Server ERP01 did not let sa in\. \S/ },
    { name: 'may not either', types: { user: 'guest', password: 'practice-sa' }, line: /^guest may not change logins/ },
    { name: 'is nobody', types: null, line: /^The window was closed/ },
  ])('stays as it is where the other $name', async ({ types, line }) => {
    const { signInTo, signIn, signIns } = await signingIn(types)
    expect(await signIn()).toEqual({ done: false, line: expect.stringMatching(line) })
    expect(await signInTo()).toBe('ERP01')
    expect(signIns.at(-1)).toEqual({ kind: 'integrated' })
  })

  it('is signed in to by nobody where the change is only rehearsed', async () => {
    const { signIn, signInTo } = await signingIn({ user: 'sa', password: 'practice-sa' }, { elevated: false })
    expect(await refusal(signIn())).toMatch(/^REFUSED/)
    expect(await signInTo()).toBeNull()
  })
})

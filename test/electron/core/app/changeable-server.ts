import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChangeServer } from '#electron/core/rotation/server-site.ts'
import type { HandOverDesk } from '#electron/rotation/hand-over/desk.ts'
import { userPlace } from '#electron/rotation/journal-place.ts'
import { type RotationWorld, rotationWorld } from '#electron/rotation/rehearsal/world.ts'
import type { Vault } from '#electron/vault/vault.ts'
import type { RotationChoices } from '#shared/contract/index.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { areasOf } from '../../../support/server-areas.ts'
import { good, madeVault } from '../../vault/made-vault.ts'
import type { apps } from './client.ts'

export const language = 'en'
export const WINDOWS = 'windows:ERP01\\erpsync'
export const OLD = `practice-old-${WINDOWS}`

/** A server on which everything can be read and nothing but the sync tool uses its logins. */
export const calm: PreflightReadings = Object.fromEntries(
  [
    'webServer',
    'distributedComponents',
    'componentApplications',
    'storedCredentials',
    'mappedDrives',
    'serviceDependencies',
    'policyRights',
  ].map((name) => [name, { status: 'read', value: [], gaps: [] }]),
)

/** This machine as a server that can be changed; what is changed outlives a program, as its keychain does. */
export function changeable(open: OpenApp) {
  const worlds = new Map<string, RotationWorld>()
  const { vault } = madeVault()
  const server = fakeServer()
  const start = (more: Parameters<typeof open>[0] = {}) => {
    const opened = open({
      platform: 'win32',
      machine: 'ERP01',
      elevated: async () => true,
      rotationTimes: { actMs: 0, watchMs: 0, realWatchMs: 0 },
      collect: server.collect,
      readServer: async () => ({
        ...calm,
        keychain: { status: 'read', value: true, gaps: [] },
        journalSpace: { status: 'read', value: 1e9, gaps: [] },
      }),
      vault: async () => vault,
      changeServer: async () => changesIn(worlds, more.dataFolder ?? opened.app.dataFolder, () => new Date(opened.clock.now)),
      ...more,
    })
    return opened
  }
  return { worlds, vault, start }
}

function changesIn(worlds: Map<string, RotationWorld>, folder: string, now: () => Date): ChangeServer {
  return {
    place: () => userPlace(join(folder, 'all-administrators')),
    parts: (plan) => {
      const world = worlds.get(plan.id) ?? rotationWorld(plan)
      worlds.set(plan.id, world)
      return areasOf({ plan, world }, now)
    },
  }
}

type OpenApp = ReturnType<typeof apps>
export type Client = ReturnType<OpenApp>['client']

export async function scanned(client: Client): Promise<string> {
  let id = ''
  for await (const event of await client.scan.run({ id: null, probes: null, language })) if (event.kind === 'case') id = event.id
  const { profile } = await client.cases.view({ id, language })
  const syncTools = [{ name: 'Sync', windowsAccount: 'erpsync', sqlLogin: 'erp_sync', erpUser: 'admin' }]
  await client.cases.saveProfile({ id, profile: { ...profile, syncTools }, language })
  return id
}

/** The change of Windows and SQL Server for real, with what stands in the way taken onto the list. */
export async function prepared(client: Client, id: string): Promise<RotationChoices> {
  const first = await client.rotation.prepare({ id, choices: null, real: true, language })
  if (first.kind !== 'preparation') throw new Error('no login')
  const takenByHand = first.findings.flatMap(({ dependant }) => dependant ?? [])
  const logins = first.choices.logins.filter(({ key }) => !key.startsWith('erp:'))
  return { ...first.choices, logins, takenByHand, reviewOn: '2027-02-01' }
}

/** A desk that takes what it is given, as a field would. */
export function deskThatKeeps(given: string[]): HandOverDesk {
  const choice = { way: 'clipboard', refused: [], advice: null } as const
  return {
    choose: () => choice,
    open: (utf8) => {
      given.push(Buffer.from(utf8).toString())
      utf8.fill(0)
      return {
        choose: () => choice,
        intoField: async () => ({ kind: 'typed', length: 1, verified: true }),
        ontoClipboard: (onEnd) => {
          onEnd({ kind: 'emptied' })
          return { kind: 'given', clearsAfterMs: 1 }
        },
        draw: async () => ({ kind: 'drawn' }),
        end: () => undefined,
      }
    },
    close: () => undefined,
  }
}

/** Every file below a folder, as one text. */
export function everythingIn(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

export async function storedOld(vault: Vault): Promise<void> {
  await good(vault.promote(await good(vault.stage({ server: 'ERP01', login: WINDOWS }, OLD))))
}

import { type Conductor, createConductor } from '#electron/rotation/conductor.ts'
import { type Done, done, failed, type Hands, type Learned } from '#electron/rotation/hands.ts'
import { createHeldPasswords, type Typed } from '#electron/rotation/held-passwords.ts'
import type { Journal } from '#electron/rotation/journal.ts'
import type { JournalEntry } from '#electron/rotation/journal-entry.ts'
import { createJournals } from '#electron/rotation/journals.ts'
import { answerFrom, applyIntent, copyOfWorld, type RotationWorld, rotationWorld } from '#electron/rotation/rehearsal/world.ts'
import { rotationFormat } from '#electron/rotation/rotation-format.ts'
import { createRunSecrets, readSecret } from '#electron/rotation/run-secrets.ts'
import { entryOf, type SecretPorts, withSecrets } from '#electron/rotation/secret-hands.ts'
import { passwordService } from '#electron/vault/entry-names.ts'
import type { SecretStore } from '#electron/vault/secret-store.ts'
import { createVault, type Vault } from '#electron/vault/vault.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { type RotationPlan, rotationPlanSchema } from '#shared/rotation/plan.ts'
import { type FakeDisk, fakeDisk } from '../electron/rotation/fake-disk.ts'
import { handsOnMemory } from './server-areas.ts'

/** A keychain that outlives programs; a locked one reads as an empty one, as on Linux. */
export interface MachineKeychain extends SecretStore {
  /** value by service and account, each followed by a line end */
  readonly entries: Map<string, string>
  locked: boolean
  /** the machine is off, or the program is gone */
  down: boolean
}

/** A server with its disk and its keychain, and the person at it; everything here outlives the program. */
export interface Machine {
  readonly plan: RotationPlan
  readonly disk: FakeDisk
  readonly keychain: MachineKeychain
  /** `stored` is what can be found again: in the keychain under a name of the journal, or with the person */
  readonly world: RotationWorld
  /** what the person wrote down, by login and generation */
  readonly person: Map<string, string>
  readonly clock: { nowMs: number }
  readonly chance: { drawn: number }
  journal: string
  /** the product's own hands act on what stands for Windows and SQL Server; else the rehearsal's do */
  readonly throughServer: boolean
}

const KEY_END = '\n'
const slot = (login: string, generation: number): string => `${login}|${generation}`

export function machineKeychain(from: ReadonlyMap<string, string> = new Map()): MachineKeychain {
  const entries = new Map(from)
  const keyOf = (service: string, account: string): string => `${service}${KEY_END}${account}`
  const running = (): void => {
    if (keychain.down) throw new Error('the machine is off')
  }
  const open = (): void => {
    running()
    if (keychain.locked) throw new Error('locked')
  }
  const keychain: MachineKeychain = {
    entries,
    locked: false,
    down: false,
    read: async (service, account) => {
      running()
      return keychain.locked ? null : (entries.get(keyOf(service, account)) ?? null)
    },
    write: async (service, account, value) => {
      open()
      entries.set(keyOf(service, account), value)
    },
    remove: async (service, account) => {
      open()
      return entries.delete(keyOf(service, account))
    },
    search: async (service) => {
      open()
      return [...entries].flatMap(([key, value]) => {
        const [of = '', account = ''] = key.split(KEY_END)
        return of.startsWith(service) ? [{ account, value }] : []
      })
    },
  }
  return keychain
}

const START = '2026-03-02T09:00:00.000Z'

/** A machine on which a change can begin: the old passwords that are known are in the keychain, under the names that the plan gives. */
export async function machineFor(planned: RotationPlan, throughServer = false): Promise<Machine> {
  const keychain = machineKeychain()
  const [clock, chance] = [{ nowMs: Date.parse(START) }, { drawn: 0 }]
  const vault = vaultOn({ keychain, clock, chance })
  const logins: RotationPlan['logins'][number][] = []
  for (const login of planned.logins) {
    if (!login.oldPasswordKnown || login.keptIn === 'person') {
      logins.push(login)
      continue
    }
    const staged = await vault.stage({ server: planned.server, login: login.key }, `practice-old-${login.key}`)
    if (!staged.ok || !(await vault.promote(staged.value)).ok) throw new Error('the keychain does not work')
    logins.push({ ...login, oldEntry: staged.value })
  }
  const plan = rotationPlanSchema.parse({ ...planned, logins })
  const machine = {
    plan,
    disk: fakeDisk(),
    keychain,
    world: rotationWorld(plan),
    person: new Map(),
    clock,
    chance,
    journal: '',
    throughServer,
  }
  const begun = await journalsOf(machine, vault).create(plan)
  if (begun.state !== 'open') throw new Error(`no journal: ${JSON.stringify(begun)}`)
  await begun.journal.close()
  return { ...machine, journal: begun.journal.name }
}

/** The same machine once more. */
export const copyOfMachine = (machine: Machine): Machine => ({
  ...machine,
  disk: fakeDisk(machine.disk.contents()),
  keychain: machineKeychain(machine.keychain.entries),
  world: copyOfWorld(machine.world),
  person: new Map(machine.person),
  clock: { ...machine.clock },
  chance: { ...machine.chance },
})

/** Never twice the same, and the same in every run. */
function bytesFrom(chance: Machine['chance'], count: number): Uint8Array {
  chance.drawn += 1
  const bytes = new Uint8Array(count)
  new DataView(bytes.buffer).setUint32(0, chance.drawn)
  return bytes
}

type VaultParts = Pick<Machine, 'keychain' | 'clock' | 'chance'>

export function vaultOn({ keychain, clock, chance }: VaultParts): Vault {
  return createVault({
    store: keychain,
    storedIn: 'keychain',
    check: async () => (keychain.locked ? { kind: 'locked' } : null),
    now: () => new Date(clock.nowMs),
    randomBytes: (count) => bytesFrom(chance, count),
  })
}

function journalsOf({ disk, clock, chance }: Machine, vault: Vault) {
  const ready = async () => ({ state: 'ready', folder: '/journals' }) as const
  return createJournals({
    format: rotationFormat,
    place: { examine: ready, prepare: ready },
    files: disk.files,
    // What is held is let go as the program ends.
    locks: { take: async () => ({ release: async () => undefined }) },
    heads: vault.heads,
    now: () => new Date(clock.nowMs),
    makeId: () => Buffer.from(bytesFrom(chance, 16)).toString('hex'),
  })
}

/** One start of the program on a machine. */
export interface Program {
  readonly conductor: Conductor
  readonly journal: Journal<RotationPlan, RotationEvent>
  readonly secrets: SecretPorts
  /** what was thrown at the conductor */
  readonly faults: unknown[]
}

export interface ProgramPorts {
  /** around the hands that touch the server and the keychain */
  readonly around?: (hands: Hands) => Hands
  /** called with how the time that an act has can be over; otherwise time is always enough */
  readonly onLimit?: (isOver: () => void) => void
}

/** There is nothing to go on with. */
export class Finished extends Error {
  readonly events: readonly RotationEvent[]

  constructor(entries: readonly JournalEntry[]) {
    super('finished')
    this.events = entries.slice(1).map(({ event }) => event as RotationEvent)
  }
}

const MINUTE_MS = 60_000

export async function startProgram(machine: Machine, { around = (hands) => hands, onLimit }: ProgramPorts = {}): Promise<Program> {
  const { clock, plan } = machine
  const vault = vaultOn(machine)
  const opening = await journalsOf(machine, vault).open(machine.journal)
  if (opening.state === 'read-only' && opening.reason.kind === 'finished') throw new Finished(opening.view.entries)
  if (opening.state !== 'open') throw new Error(`the journal is not opened: ${JSON.stringify(opening).slice(0, 200)}`)
  const { journal } = opening
  const faults: unknown[] = []
  const secrets: SecretPorts = {
    plan,
    events: () => conductor.events(),
    keychain: vault,
    held: createHeldPasswords(),
    typeTwice: async ({ key }, generation) => typedBy(machine, key, generation),
    make: async () => ({
      password: `practice-${Buffer.from(bytesFrom(machine.chance, 12)).toString('base64')}`,
      grade: 'best',
      unique: true,
    }),
  }
  const hands = rememberedBy(machine, secrets, withSecrets(secrets, serverHands(machine, secrets)))
  const limits = [plan.times.actMinutes, plan.times.actMinutes + plan.times.watchMinutes].map((minutes) => minutes * MINUTE_MS)
  const conductor = createConductor({
    journal,
    hands: around(hands),
    now: () => new Date(clock.nowMs),
    wait: async (durationMs, signal) => {
      if (!limits.includes(durationMs)) clock.nowMs += durationMs
      else
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve())
          onLimit?.(resolve)
        })
    },
    noteFault: (error) => faults.push(error),
  })
  return { conductor, journal, secrets, faults }
}

/** Hands on the server itself, which get each password at the moment in which they use it. */
function serverHands(machine: Machine, secrets: SecretPorts): Hands {
  const { world, plan } = machine
  if (machine.throughServer) return handsOnServer(machine, secrets)
  return {
    act: async (intent): Promise<Done> => {
      const code = await refusedSecret(machine, secrets, intent)
      if (code !== null) return failed({ type: 'act-failed', act: intent.id, code, outcome: 'not-done' })
      findStored(machine, secrets.events())
      applyIntent(world, plan, intent)
      return done(learnedBy(intent))
    },
    ask: async (question) => {
      findStored(machine, secrets.events())
      return answerFrom(world, plan, question)
    },
  }
}

function handsOnServer(machine: Machine, secrets: SecretPorts): Hands {
  const hands = handsOnMemory(machine, secrets, () => new Date(machine.clock.nowMs))
  return {
    act: async (intent, said, signal) => {
      findStored(machine, secrets.events())
      return await hands.act(intent, said, signal)
    },
    ask: async (question) => {
      findStored(machine, secrets.events())
      return await hands.ask(question)
    },
  }
}

/** Acts that use a password. */
const USING: ReadonlySet<Intent['act']> = new Set([
  'create-user',
  'change-password',
  'set-service-account',
  'update-task',
  'update-by-hand',
  'hand-over',
  'verify-login',
])

async function refusedSecret({ plan, person }: Machine, secrets: SecretPorts, intent: Intent): Promise<string | null> {
  const { act, check, login = '', generation = 0 } = intent
  // What is only read back needs no password.
  if (!USING.has(act) || (act === 'verify-login' && check !== 'sign-in')) return null
  const kept = plan.logins.find(({ key }) => key === login)?.keptIn
  // What a person does with a password of theirs, the program has no part in.
  if (kept === 'person' && intent.owner !== 'app') return person.has(slot(login, generation)) ? null : 'forgotten'
  const read = await readSecret(secrets, login, generation)
  return read.ok ? null : `keychain-${read.problem.kind}`
}

/** The person writes down what the program shows to them, types in what it has forgotten, and crosses out what is of no use any more. */
function rememberedBy(machine: Machine, secrets: SecretPorts, hands: Hands): Hands {
  const { plan, person } = machine
  const shown = createRunSecrets(secrets)
  return {
    ...hands,
    act: async (intent, said, signal) => {
      const { act, login = '', generation = 0 } = intent
      const isHeld = plan.logins.some(({ key, keptIn }) => key === login && keptIn === 'person')
      if (isHeld && act === 'generate') {
        const offered = await shown.handedOverBy(intent)
        if (offered.ok) person.set(slot(login, generation), offered.value)
      }
      const lacked = shown.lackedBy(intent)
      if (lacked !== null) await shown.typeIn(login, lacked)
      const outcome = await hands.act(intent, said, signal)
      if (act === 'delete-new-generation') for (const key of person.keys()) if (key !== slot(login, 0)) person.delete(key)
      return outcome
    },
  }
}

function typedBy({ person }: Machine, login: string, generation: number): Typed {
  const password = person.get(slot(login, generation))
  return password === undefined ? { kind: 'not-typed', reason: 'cancelled' } : { kind: 'typed', password }
}

function learnedBy({ act }: Intent): Learned {
  if (act === 'vendor-confirm') return { by: 'Robin Vale' }
  return act === 'end-call' ? { session: 'gone' } : {}
}

/** Looks which passwords could be found again by what is written down. */
export function findStored({ plan, world, keychain, person }: Machine, events: readonly RotationEvent[]): void {
  world.stored.clear()
  for (const { key, keptIn, change } of plan.logins) {
    const newest = Math.max(0, ...events.flatMap((event) => (event.type === 'generated' && event.login === key ? [event.generation] : [])))
    for (let generation = 0; generation <= newest; generation += 1) {
      const login = change.kind === 'new-user' && generation > 0 ? change.newKey : key
      const service = passwordService({ server: plan.server, login })
      const value =
        keptIn === 'person'
          ? person.get(slot(key, generation))
          : keychain.entries.get(`${service}${KEY_END}${entryOf(plan, events, key, generation)}`)
      if (value?.startsWith('practice-')) world.stored.set(slot(key, generation), value as `practice-${string}`)
    }
  }
}

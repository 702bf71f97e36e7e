import { assertNever } from '#shared/assert-never.ts'
import type { Answer, EventOf, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import type { Owner } from '../vault/entry-names.ts'
import type { VaultProblem, VaultResult } from '../vault/problem.ts'
import type { StoredGeneration } from '../vault/register.ts'
import type { Vault } from '../vault/vault.ts'
import { type Done, done, failed, type Hands } from './hands.ts'

/** A password that was just made. */
export interface MadePassword {
  readonly password: string
  readonly grade: EventOf<'generated'>['grade']
  readonly unique: boolean
}

export type Keeper = Pick<Vault, 'stage' | 'promote' | 'discard' | 'list' | 'read'>

export interface SecretPorts {
  readonly plan: RotationPlan
  /** what was written down until now */
  readonly events: () => readonly RotationEvent[]
  /** the keychain, or the memory of the program for logins whose passwords a person holds */
  readonly keeperOf: (login: PlannedLogin) => Keeper
  readonly make: (login: PlannedLogin) => Promise<MadePassword>
}

type SecretQuestion = Extract<Question, { readonly about: 'secret' }>

/** The entry that holds a generation of a login, as the journal names it; null: none does. */
export function entryOf(plan: RotationPlan, events: readonly RotationEvent[], login: string, generation: number): string | null {
  if (generation === 0) return plan.logins.find(({ key }) => key === login)?.oldEntry ?? null
  const made = events.findLast((event) => event.type === 'generated' && event.login === login && event.generation === generation)
  return made?.type === 'generated' ? made.entry : null
}

/**
 * Hands that keep passwords, around those that touch the server.
 *
 * A new password is stored before it is used, becomes the login's own when a sign-in has proven it, and is removed when the journal says
 * so. Which entry holds which generation stands in the journal alone: an entry that it does not name was never used.
 */
export function withSecrets(ports: SecretPorts, server: Hands): Hands {
  return {
    act: async (intent, said, signal) => {
      switch (intent.act) {
        case 'generate':
          return await generate(ports, intent)
        case 'delete-old-generation':
          return await remove(ports, intent, (known, planned) => known.entry !== known.newest && !isStillUsed(known, planned))
        case 'delete-new-generation':
          return await remove(ports, intent, ({ generation }) => generation > 0)
        case 'verify-login': {
          const outcome = await server.act(intent, said, signal)
          return outcome.kind === 'failed' ? outcome : ((await promote(ports, intent)) ?? outcome)
        }
        default:
          return await server.act(intent, said, signal)
      }
    },
    ask: async (question) => (question.about === 'secret' ? await lookFor(ports, question) : await server.ask(question)),
  }
}

/** Reads a password for the one who uses it at once. */
export async function readSecret(ports: SecretPorts, login: string, generation: number): ReturnType<Vault['read']> {
  const planned = plannedOf(ports.plan, login)
  const entry = entryOf(ports.plan, ports.events(), login, generation)
  return entry === null ? { ok: false, problem: { kind: 'no-such-generation' } } : await ports.keeperOf(planned).read(entry)
}

async function generate(ports: SecretPorts, { id, login = '', generation = 0 }: Intent): Promise<Done> {
  const planned = plannedOf(ports.plan, login)
  const keeper = ports.keeperOf(planned)
  const owner = ownerOf(ports.plan, planned, generation)
  // A keychain that refused the last try may have kept its entry all the same.
  const left = await unnamedEntries(ports, keeper, planned, generation)
  for (const entry of left.ok ? left.value : []) {
    const removed = await keeper.discard(entry)
    if (!removed.ok) return refusedBy(id, removed.problem)
  }
  const { password, grade, unique } = await ports.make(planned)
  const known = generationsOf(ports, planned).flatMap(({ entry }) => entry ?? [])
  const staged = await keeper.stage(owner, password, [...known, ...(await forgottenSoon(keeper, owner, planned))])
  return staged.ok ? done({ grade, unique, entry: staged.value }) : refusedBy(id, staged.problem)
}

/** What a person did not get to see in an interrupted try: the memory of the program loses it by itself, and only this change uses it. */
async function forgottenSoon(keeper: Keeper, owner: Owner, { keptIn }: PlannedLogin): Promise<readonly string[]> {
  const listed = keptIn === 'person' ? await keeper.list() : null
  return listed?.ok === true ? listed.value.generations.filter((each) => isNextOf(owner, each)).map(({ generation }) => generation) : []
}

interface KnownGeneration {
  readonly generation: number
  readonly entry: string | null
  /** entry of the newest one */
  readonly newest: string | null
}

/** Every generation that the journal names, the old one first. */
function generationsOf({ plan, events }: SecretPorts, { key }: PlannedLogin): readonly KnownGeneration[] {
  const written = events()
  const made = written.flatMap((event) => (event.type === 'generated' && event.login === key ? [event.generation] : []))
  const newest = entryOf(plan, written, key, Math.max(0, ...made))
  return [0, ...new Set(made)].map((generation) => ({ generation, entry: entryOf(plan, written, key, generation), newest }))
}

/** Others go on with the old login. */
const isStillUsed = ({ generation }: KnownGeneration, { change, usedByOthers }: PlannedLogin): boolean =>
  generation === 0 && change.kind === 'new-user' && usedByOthers

async function remove(
  ports: SecretPorts,
  { id, login = '' }: Intent,
  isGone: (known: KnownGeneration, planned: PlannedLogin) => boolean,
): Promise<Done> {
  const planned = plannedOf(ports.plan, login)
  for (const known of generationsOf(ports, planned).filter((each) => isGone(each, planned))) {
    if (known.entry === null) continue
    const removed = await ports.keeperOf(planned).discard(known.entry)
    if (!removed.ok) return refusedBy(id, removed.problem)
  }
  return done()
}

/** The login takes this password now. Null: that is noted, or there is no entry to note it on. */
async function promote(ports: SecretPorts, { id, login = '', generation = 0 }: Intent): Promise<Done | null> {
  const entry = entryOf(ports.plan, ports.events(), login, generation)
  if (entry === null) return null
  const planned = plannedOf(ports.plan, login)
  const promoted = await ports.keeperOf(planned).promote(entry)
  // A program that was started again has nothing of what a person keeps, and nothing to note.
  const isGone = !promoted.ok && planned.keptIn === 'person' && promoted.problem.kind === 'no-such-generation'
  return promoted.ok || isGone ? null : refusedBy(id, promoted.problem)
}

async function lookFor(ports: SecretPorts, { login, generation }: SecretQuestion): Promise<Answer> {
  const planned = plannedOf(ports.plan, login)
  const keeper = ports.keeperOf(planned)
  const entry = entryOf(ports.plan, ports.events(), login, generation)
  if (entry === null) {
    await removeUnnamed(ports, keeper, planned, generation)
    return { about: 'secret', login, generation, present: false }
  }
  const read = await keeper.read(entry)
  if (!read.ok && read.problem.kind !== 'lost' && read.problem.kind !== 'no-such-generation') throw new KeeperFailed(read.problem)
  return { about: 'secret', login, generation, present: read.ok }
}

/** The keychain does not answer: nothing can be said of what it holds. */
export class KeeperFailed extends Error {
  readonly problem: VaultProblem

  constructor(problem: VaultProblem) {
    super(`the keychain does not answer: ${problem.kind}`)
    this.problem = problem
  }
}

/** What was stored in the moment of the interruption: no act can have used it. */
async function removeUnnamed(ports: SecretPorts, keeper: Keeper, planned: PlannedLogin, generation: number): Promise<void> {
  const left = await unnamedEntries(ports, keeper, planned, generation)
  if (!left.ok) throw new KeeperFailed(left.problem)
  for (const entry of left.value) {
    const removed = await keeper.discard(entry)
    if (!removed.ok) throw new KeeperFailed(removed.problem)
  }
}

const MINUTE_MS = 60_000

/**
 * Entries of this generation that the journal does not name.
 *
 * Only what was stored while the act itself may have gone on: any other is of another change, and may be what the login takes.
 */
async function unnamedEntries(
  ports: SecretPorts,
  keeper: Keeper,
  planned: PlannedLogin,
  generation: number,
): Promise<VaultResult<readonly string[]>> {
  const { plan, events } = ports
  const act = `generate ${planned.key} ${generation}`
  const tries = events().flatMap((event) => (event.type === 'act-started' && event.act === act ? [event.at] : []))
  if (tries.length === 0) return { ok: true, value: [] }
  const listed = await keeper.list()
  if (!listed.ok) return listed
  const owner = ownerOf(plan, planned, generation)
  const named = new Set(generationsOf(ports, planned).map(({ entry }) => entry))
  const isOurs = (each: StoredGeneration): boolean => {
    const storedMs = Date.parse(each.storedAt ?? '')
    const isOfTry = (at: string): boolean => storedMs >= Date.parse(at) && storedMs <= Date.parse(at) + plan.times.actMinutes * MINUTE_MS
    return isNextOf(owner, each) && !named.has(each.generation) && tries.some(isOfTry)
  }
  return { ok: true, value: listed.value.generations.filter(isOurs).map((each) => each.generation) }
}

const isNextOf = ({ server, login }: Owner, each: StoredGeneration): boolean =>
  each.state === 'next' && each.server === server && each.login === login

/** Of a move to a new user every generation but the old one is the new user's. */
function ownerOf({ server }: RotationPlan, { key, change }: PlannedLogin, generation: number): Owner {
  switch (change.kind) {
    case 'new-password':
      return { server, login: key }
    case 'new-user':
      return { server, login: generation === 0 ? key : change.newKey }
    default:
      return assertNever(change)
  }
}

function plannedOf(plan: RotationPlan, login: string): PlannedLogin {
  const planned = plan.logins.find(({ key }) => key === login)
  if (planned === undefined) throw new Error(`no login ${login} in the plan`)
  return planned
}

/** A keychain that refuses has not done it; its entries are settled anew each time. */
function refusedBy(act: string, { kind }: VaultProblem): Done {
  return failed({ type: 'act-failed', act, code: `keychain-${kind}`, outcome: 'not-done' })
}

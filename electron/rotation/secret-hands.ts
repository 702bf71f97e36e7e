import { assertNever } from '#shared/assert-never.ts'
import type { Answer, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { WRONG_OLD_PASSWORD } from '#shared/rotation/sign-ins.ts'
import type { Owner } from '../vault/entry-names.ts'
import type { VaultProblem, VaultResult } from '../vault/problem.ts'
import type { StoredGeneration } from '../vault/register.ts'
import type { Vault } from '../vault/vault.ts'
import { type Done, done, failed, type Hands } from './hands.ts'
import type { HeldPasswords, MadePassword, NotTyped, TypeTwice } from './held-passwords.ts'

export type Keeper = Pick<Vault, 'stage' | 'promote' | 'discard' | 'list' | 'read'>

export interface SecretPorts {
  readonly plan: RotationPlan
  /** what was written down until now */
  readonly events: () => readonly RotationEvent[]
  readonly keychain: Keeper
  /** of the logins whose passwords a person holds, which the keychain never sees */
  readonly held: HeldPasswords
  readonly typeTwice: TypeTwice
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
      const isHeld = intent.login !== undefined && plannedOf(ports.plan, intent.login).keptIn === 'person'
      if (isHeld) return await actOnHeld(ports, intent, () => server.act(intent, said, signal))
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

/** The keychain has no part in it; what a person was to note or to cross out, they say themselves. */
async function actOnHeld(ports: SecretPorts, intent: Intent, onServer: () => Promise<Done>): Promise<Done> {
  switch (intent.act) {
    case 'generate':
      return await confirmHeld(ports, intent)
    case 'delete-new-generation':
      ports.held.forgetNew(intent.login ?? '')
      return done()
    default: {
      const outcome = await onServer()
      // Tried again, it would count against the lock-out once more.
      if (intent.how === 'change' && isOldRefused(outcome)) ports.held.forget(intent.login ?? '', 0)
      return outcome
    }
  }
}

const isOldRefused = (outcome: Done): boolean =>
  outcome.kind === 'failed' && outcome.failure.type === 'act-failed' && outcome.failure.code === WRONG_OLD_PASSWORD

/** Nothing takes a password that only the program has: the person types what they were shown, twice. */
async function confirmHeld({ plan, held, typeTwice }: SecretPorts, { id, login = '', generation = 0 }: Intent): Promise<Done> {
  const notYet = (code: NotTyped | 'not-shown'): Done => failed({ type: 'act-failed', act: id, code: `held-${code}`, outcome: 'not-done' })
  const offered = held.offered(login, generation)
  if (offered === null) return notYet('not-shown')
  const typed = await typeTwice(plannedOf(plan, login), generation)
  if (typed.kind === 'not-typed') return notYet(typed.reason)
  if (typed.password !== offered.password) return notYet('differently')
  held.keep(login, generation, offered.password)
  const { grade, unique } = offered
  return done({ grade, unique, entry: null })
}

async function generate(ports: SecretPorts, { id, login = '', generation = 0 }: Intent): Promise<Done> {
  const planned = plannedOf(ports.plan, login)
  const { keychain } = ports
  // A keychain that refused the last try may have kept its entry all the same.
  const left = await unnamedEntries(ports, planned, generation)
  for (const entry of left.ok ? left.value : []) {
    const removed = await keychain.discard(entry)
    if (!removed.ok) return refusedBy(id, removed.problem)
  }
  const { password, grade, unique } = await ports.make(planned)
  const known = generationsOf(ports, planned).flatMap(({ entry }) => entry ?? [])
  const staged = await keychain.stage(ownerOf(ports.plan, planned, generation), password, known)
  return staged.ok ? done({ grade, unique, entry: staged.value }) : refusedBy(id, staged.problem)
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
    const removed = await ports.keychain.discard(known.entry)
    if (!removed.ok) return refusedBy(id, removed.problem)
  }
  return done()
}

/** The login takes this password now. Null: that is noted, or there is no entry to note it on. */
async function promote(ports: SecretPorts, { id, login = '', generation = 0 }: Intent): Promise<Done | null> {
  const entry = entryOf(ports.plan, ports.events(), login, generation)
  if (entry === null) return null
  const promoted = await ports.keychain.promote(entry)
  return promoted.ok ? null : refusedBy(id, promoted.problem)
}

async function lookFor(ports: SecretPorts, { login, generation }: SecretQuestion): Promise<Answer> {
  const planned = plannedOf(ports.plan, login)
  // Whether a person still has theirs, that person is asked.
  if (planned.keptIn === 'person') return { about: 'secret', login, generation, present: ports.held.read(login, generation) !== null }
  const entry = entryOf(ports.plan, ports.events(), login, generation)
  if (entry === null) {
    await removeUnnamed(ports, planned, generation)
    return { about: 'secret', login, generation, present: false }
  }
  const read = await ports.keychain.read(entry)
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
async function removeUnnamed(ports: SecretPorts, planned: PlannedLogin, generation: number): Promise<void> {
  const left = await unnamedEntries(ports, planned, generation)
  if (!left.ok) throw new KeeperFailed(left.problem)
  for (const entry of left.value) {
    const removed = await ports.keychain.discard(entry)
    if (!removed.ok) throw new KeeperFailed(removed.problem)
  }
}

const MINUTE_MS = 60_000

/**
 * Entries of this generation that the journal does not name.
 *
 * Only what was stored while the act itself may have gone on: any other is of another change, and may be what the login takes.
 */
async function unnamedEntries(ports: SecretPorts, planned: PlannedLogin, generation: number): Promise<VaultResult<readonly string[]>> {
  const { plan, events, keychain } = ports
  const act = `generate ${planned.key} ${generation}`
  const tries = events().flatMap((event) => (event.type === 'act-started' && event.act === act ? [event.at] : []))
  if (tries.length === 0) return { ok: true, value: [] }
  const listed = await keychain.list()
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

/** The plan of a login; that it is missing is a bug. */
export function plannedOf(plan: RotationPlan, login: string): PlannedLogin {
  const planned = plan.logins.find(({ key }) => key === login)
  if (planned === undefined) throw new Error(`no login ${login} in the plan`)
  return planned
}

/** A keychain that refuses has not done it; its entries are settled anew each time. */
function refusedBy(act: string, { kind }: VaultProblem): Done {
  return failed({ type: 'act-failed', act, code: `keychain-${kind}`, outcome: 'not-done' })
}

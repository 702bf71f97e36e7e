import { assertNever } from '#shared/assert-never.ts'
import type { Answer, EventOf, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import type { Owner } from '../vault/entry-names.ts'
import type { VaultProblem } from '../vault/problem.ts'
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
          return await remove(ports, intent, ({ entry, newest }) => entry !== newest)
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
  const { password, grade, unique } = await ports.make(planned)
  const known = generationsOf(ports, planned).flatMap(({ entry }) => entry ?? [])
  const staged = await ports.keeperOf(planned).stage(ownerOf(ports.plan, planned, generation), password, known)
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

async function remove(ports: SecretPorts, { id, login = '' }: Intent, isGone: (known: KnownGeneration) => boolean): Promise<Done> {
  const planned = plannedOf(ports.plan, login)
  for (const known of generationsOf(ports, planned).filter(isGone)) {
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
  const promoted = await ports.keeperOf(plannedOf(ports.plan, login)).promote(entry)
  return promoted.ok ? null : refusedBy(id, promoted.problem)
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

/**
 * What was stored in the moment of the interruption: no act can have used it.
 *
 * Only what is as young as the act itself: an older one is of another change, and may be what the login takes.
 */
async function removeUnnamed(ports: SecretPorts, keeper: Keeper, planned: PlannedLogin, generation: number): Promise<void> {
  const act = `generate ${planned.key} ${generation}`
  const begunAt = ports.events().findLast((event) => event.type === 'act-started' && event.act === act)?.at
  if (begunAt === undefined) return
  const listed = await keeper.list()
  if (!listed.ok) throw new KeeperFailed(listed.problem)
  const owner = ownerOf(ports.plan, planned, generation)
  const named = new Set(generationsOf(ports, planned).map(({ entry }) => entry))
  for (const each of listed.value.generations) {
    if (each.server !== owner.server || each.login !== owner.login || each.state !== 'next' || named.has(each.generation)) continue
    if (each.storedAt === null || each.storedAt < begunAt) continue
    const removed = await keeper.discard(each.generation)
    if (!removed.ok) throw new KeeperFailed(removed.problem)
  }
}

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

import { z } from 'zod'

import type { Answer } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'

/** Stands for a password in a rehearsal, and opens nothing; like a real one it is never written into a journal. */
type Secret = `practice-${string}`

/** A server as a rotation sees it: who takes which password, who has which, and every password that is stored. */
export interface RotationWorld {
  /** by account: the old one under the key of the login, the new one under its own */
  readonly accounts: Map<string, Secret>
  /** by login and holder */
  readonly holders: Map<string, Secret>
  readonly services: Map<string, { readonly state: 'running' | 'stopped'; readonly startMode: 'auto' | 'manual' | 'disabled' }>
  /** by login and generation: the keychain, or what a person remembers */
  readonly stored: Map<string, Secret>
  made: number
}

const slot = (login: string, part: string | number): string => `${login}|${part}`

export function rotationWorld(plan: RotationPlan): RotationWorld {
  const old = (key: string): Secret => `practice-old-${key}`
  const known = plan.logins.filter(({ oldPasswordKnown }) => oldPasswordKnown)
  return {
    accounts: new Map(plan.logins.map(({ key }) => [key, old(key)])),
    holders: new Map(plan.logins.flatMap(({ key, holders }) => holders.map((holder) => [slot(key, holder.key), old(key)] as const))),
    services: new Map(plan.services.map(({ name, state, startMode }) => [name, { state, startMode }])),
    stored: new Map(known.map(({ key }) => [slot(key, 0), old(key)])),
    made: 0,
  }
}

const secret = z.templateLiteral(['practice-', z.string()])

/** A world as it is kept between two starts of the program. */
const storedWorld = z.object({
  schema: z.literal('erp-sync-checkup/rehearsal-world@1'),
  accounts: z.record(z.string(), secret),
  holders: z.record(z.string(), secret),
  services: z.record(z.string(), z.object({ state: z.enum(['running', 'stopped']), startMode: z.enum(['auto', 'manual', 'disabled']) })),
  stored: z.record(z.string(), secret),
  made: z.int().nonnegative(),
})

export function textOfWorld({ accounts, holders, services, stored, made }: RotationWorld): string {
  const world: z.infer<typeof storedWorld> = {
    schema: 'erp-sync-checkup/rehearsal-world@1',
    accounts: Object.fromEntries(accounts),
    holders: Object.fromEntries(holders),
    services: Object.fromEntries(services),
    stored: Object.fromEntries(stored),
    made,
  }
  return `${JSON.stringify(world)}\n`
}

/** Null: it is none of ours, or damaged. */
export function worldIn(text: string): RotationWorld | null {
  try {
    const { accounts, holders, services, stored, made } = storedWorld.parse(JSON.parse(text))
    const entries = <Value>(record: Readonly<Record<string, Value>>): Map<string, Value> => new Map(Object.entries(record))
    return { accounts: entries(accounts), holders: entries(holders), services: entries(services), stored: entries(stored), made }
  } catch {
    // Cut short, or not JSON: nothing in it can be relied on.
    return null
  }
}

export const copyOfWorld = (world: RotationWorld): RotationWorld => ({
  accounts: new Map(world.accounts),
  holders: new Map(world.holders),
  services: new Map(world.services),
  stored: new Map(world.stored),
  made: world.made,
})

const loginOf = (plan: RotationPlan, key: string): PlannedLogin => {
  const login = plan.logins.find((planned) => planned.key === key)
  if (login === undefined) throw new Error(`no login ${key}`)
  return login
}

const newKeyOf = ({ key, change }: PlannedLogin): string => (change.kind === 'new-user' ? change.newKey : key)

/** What the holders have to have for a generation to work. */
export const accountFor = (login: PlannedLogin, generation: number): string => (generation === 0 ? login.key : newKeyOf(login))

export const secretOf = (world: RotationWorld, login: string, generation: number): Secret | undefined =>
  world.stored.get(slot(login, generation))

export const heldBy = (world: RotationWorld, login: string, holder: string): Secret | undefined => world.holders.get(slot(login, holder))

/** A refusal of the server or of our own hands, which a rotation that keeps its order never meets. */
export class WrongOrder extends Error {}

function needed(world: RotationWorld, login: string, generation: number): Secret {
  const secret = secretOf(world, login, generation)
  if (secret === undefined) throw new WrongOrder(`generation ${generation} of ${login} is not stored`)
  return secret
}

function onService(world: RotationWorld, plan: RotationPlan, act: Intent['act'], name: string): void {
  const planned = plan.services.find((service) => service.name === name)
  const now = world.services.get(name)
  if (planned === undefined || now === undefined) throw new WrongOrder(`no service ${name}`)
  if (act === 'start-service') {
    const runsAs = plan.logins.flatMap(({ key, holders }) =>
      holders.filter(({ kind, name: of }) => kind === 'service' && of === name).map((holder) => [key, holder.key] as const),
    )
    for (const [login, holder] of runsAs) if (!works(world, plan, login, holder)) throw new WrongOrder(`1069: ${name} cannot sign in`)
    if (now.startMode === 'disabled') throw new WrongOrder(`1058: ${name} is disabled`)
  }
  const changes = {
    'stop-service': { state: 'stopped' },
    'start-service': { state: 'running' },
    'disable-service': { startMode: 'disabled' },
    'restore-start-mode': { startMode: planned.startMode },
  } as const
  if (!(act in changes)) return
  world.services.set(name, { ...now, ...changes[act as keyof typeof changes] })
}

/** Whether what a holder has opens the account that it belongs to. */
export function works(world: RotationWorld, plan: RotationPlan, login: string, holder: string): boolean {
  const secret = heldBy(world, login, holder)
  const planned = loginOf(plan, login)
  return secret !== undefined && [planned.key, newKeyOf(planned)].some((account) => world.accounts.get(account) === secret)
}

/** Does on the world what an intent says; a mistake in the order of the acts throws. */
export function applyIntent(world: RotationWorld, plan: RotationPlan, intent: Intent): void {
  const { act, login, holder, service, generation } = intent
  if (service !== undefined) onService(world, plan, act, service)
  if (login === undefined) return
  const planned = loginOf(plan, login)
  switch (act) {
    case 'generate': {
      world.made += 1
      const secret: Secret = `practice-${world.made}-${login}`
      world.stored.set(slot(login, generation ?? 0), secret)
      return
    }
    case 'create-user':
    case 'change-password':
      world.accounts.set(newKeyOf(planned), needed(world, login, generation ?? 0))
      return
    case 'remove-new-user':
      world.accounts.delete(newKeyOf(planned))
      return
    case 'retire-old-login':
      world.accounts.delete(planned.key)
      return
    case 'set-service-account':
    case 'update-task':
    case 'update-by-hand':
    case 'hand-over':
      world.holders.set(slot(login, holder ?? ''), needed(world, login, generation ?? 0))
      return
    case 'verify-holder':
    case 'confirm-entered':
      if (!works(world, plan, login, holder ?? '')) throw new WrongOrder(`${holder} of ${login} cannot sign in`)
      return
    case 'verify-login':
      if (world.accounts.get(accountFor(planned, generation ?? 0)) !== needed(world, login, generation ?? 0))
        throw new WrongOrder(`1326: ${login}`)
      return
    case 'delete-old-generation':
    case 'delete-new-generation':
      forget(world, planned, act === 'delete-new-generation')
      return
    default:
      return
  }
}

function forget(world: RotationWorld, login: PlannedLogin, back: boolean): void {
  const inUse = new Set([...world.accounts.values(), ...world.holders.values()])
  for (const [key, secret] of [...world.stored]) {
    const generation = key.startsWith(slot(login.key, '')) ? Number(key.slice(slot(login.key, '').length)) : null
    if (generation === null || (back ? generation === 0 : secret === world.accounts.get(newKeyOf(login)))) continue
    // Others go on with the old login.
    if (generation === 0 && login.change.kind === 'new-user' && login.usedByOthers) continue
    if (inUse.has(secret)) throw new WrongOrder(`${key} is deleted while it is used`)
    world.stored.delete(key)
  }
}

/** What whoever looks at the world finds. */
export function answerFrom(world: RotationWorld, plan: RotationPlan, question: Question): Answer {
  if (question.about === 'service') {
    const { state = 'stopped', startMode = 'disabled' } = world.services.get(question.service) ?? {}
    return { about: 'service', service: question.service, state, startMode }
  }
  const { login } = question
  const account = world.accounts.get(newKeyOf(loginOf(plan, login)))
  if (question.about === 'secret') {
    const { generation } = question
    return { about: 'secret', login, generation, present: secretOf(world, login, generation) !== undefined }
  }
  if (question.about === 'user') return { about: 'user', login, exists: account !== undefined }
  const holds = [...world.stored].find(([key, secret]) => key.startsWith(slot(login, '')) && secret === account)?.[0]
  const isOld = account === `practice-old-${login}`
  return { about: 'password', login, holds: isOld ? 0 : holds === undefined ? null : Number(holds.slice(slot(login, '').length)) }
}

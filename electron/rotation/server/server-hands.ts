import { assertNever } from '#shared/assert-never.ts'
import type { Answer, EventOf, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedHolder, PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { type Done, done, failed, type Hands, type Said } from '../hands.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { ByHandHands } from './by-hand.ts'
import { lookByHand } from './by-hand-acts.ts'
import { accountOf, holderAccountOf, type LoginHands } from './login-hands.ts'
import { outcomeOf, type SecretOf, withSecret } from './outcome.ts'
import { grantOnce, type RightsHands, SERVICE_RIGHT } from './rights-once.ts'
import type { ServiceHands } from './services.ts'
import type { TaskHands } from './tasks.ts'
import type { WatchHands } from './watch.ts'

export interface ServerPorts {
  readonly plan: RotationPlan
  readonly events: () => readonly RotationEvent[]
  readonly now: () => Date
  /** ERP logins are changed by a person alone */
  readonly logins: { readonly windows: LoginHands; readonly 'sql-server': LoginHands }
  readonly services: ServiceHands
  readonly rights: RightsHands
  readonly tasks: TaskHands
  readonly watch: WatchHands
  /** looks at what a person brings a password to */
  readonly byHand: ByHandHands
  readonly secretOf: SecretOf
  /** keys of what stands in the way now */
  readonly preflight: () => Promise<readonly string[]>
  /** whether a remote session of the vendor is still there; null: it could not be told */
  readonly session: () => Promise<EventOf<'call-ended'>['session'] | null>
}

/** Hands on this server; what the plan leaves to a person is only looked at. */
export function createServerHands(ports: ServerPorts): Hands {
  return {
    act: async (intent, said, signal) => {
      switch (intent.act) {
        case 'preflight': {
          const problems = await ports.preflight()
          return problems.length === 0 ? done() : failed({ type: 'preflight-failed', problems: [...problems] })
        }
        case 'watch':
          return await watch(ports, intent, signal)
        case 'vendor-confirm':
          return done({ by: said.by ?? '' })
        case 'end-call':
          return done({ session: await sessionAfter(ports, said) })
        default:
          return outcomeOf(ports.plan, intent, await actOn(ports, intent, signal))
      }
    },
    ask: (question) => ask(ports, question),
  }
}

/** What a person says counts only as far as nothing else is seen. */
async function sessionAfter(ports: ServerPorts, { session }: Said): Promise<EventOf<'call-ended'>['session']> {
  const seen = await ports.session()
  return session === 'remains' || seen === 'remains' ? 'remains' : 'gone'
}

function actOn(ports: ServerPorts, intent: Intent, signal: AbortSignal): Promise<Acted> {
  if (intent.service !== undefined) return onService(ports, intent, intent.service, signal)
  if (intent.login !== undefined && intent.owner === 'app') return onLogin(ports, intent)
  if (intent.act === 'update-by-hand' || intent.act === 'verify-holder') return onWorkOfPerson(ports, intent)
  if (intent.act === 'confirm-paused') return confirmPaused(ports)
  return intent.act === 'confirm-resumed' ? confirmResumed(ports) : Promise.resolve(acted)
}

/** A person does it and says so; nothing of it is done a second time here, and what can be seen of it is looked at. */
function onWorkOfPerson({ plan, events, byHand }: ServerPorts, intent: Intent): Promise<Acted> {
  const login = plannedOf(plan, intent)
  const holder = holderOf(login, intent)
  if (holder.kind !== 'by-hand') return Promise.resolve(acted)
  return lookByHand({ byHand, events: events(), actMinutes: plan.times.actMinutes }, login, holder, intent)
}

function onService({ services, plan }: ServerPorts, { act }: Intent, name: string, signal: AbortSignal): Promise<Acted> {
  switch (act) {
    case 'stop-service':
      return services.stop(name, signal)
    case 'start-service':
      return services.start(name, signal)
    case 'disable-service':
      return services.disable(name)
    case 'restore-start-mode': {
      const planned = plan.services.find((service) => service.name === name)
      if (planned === undefined) throw new Error(`no service ${name} in the plan`)
      return services.restoreStartMode(name, planned.startMode, planned.delayedStart)
    }
    default:
      throw new Error(`${act} is no act on a service`)
  }
}

async function confirmPaused({ plan, services }: ServerPorts): Promise<Acted> {
  const left = await services.processesLeft(
    plan.services.map(({ name }) => name),
    plan.folders,
  )
  if (left === null) return notDone('processes-not-read')
  return left.length === 0 ? acted : notDone('processes-left')
}

async function confirmResumed({ plan, services }: ServerPorts): Promise<Acted> {
  for (const { name, startMode, state } of plan.services) {
    const now = await services.look(name)
    if (now.state === 'unknown' || now.startMode === 'unknown') return notDone('service-not-read')
    if (now.startMode !== startMode || (state === 'running' && now.state !== 'running')) return notDone('service-not-as-before')
  }
  return acted
}

function onLogin(ports: ServerPorts, intent: Intent): Promise<Acted> {
  const login = plannedOf(ports.plan, intent)
  const hands = login.kind === 'erp' ? null : ports.logins[login.kind]
  switch (intent.act) {
    case 'set-service-account':
    case 'update-task':
    case 'verify-holder':
      return onHolder(ports, login, intent)
    // It was handed over at the desk before; whether the field took it, the consultant says.
    case 'hand-over':
      return Promise.resolve(acted)
    default:
      return hands === null ? Promise.resolve(acted) : onOwnLogin(hands, login, intent)
  }
}

function onOwnLogin(hands: LoginHands, login: PlannedLogin, intent: Intent): Promise<Acted> {
  switch (intent.act) {
    case 'change-password':
      return hands.setPassword(login, intent)
    case 'create-user':
      return hands.create(login, intent)
    case 'grant-rights':
      return hands.grantRights(login)
    case 'deny-remote-desktop':
      return hands.denyRemoteDesktop(login)
    case 'verify-login':
      return hands.verify(login, intent)
    case 'retire-old-login':
      return hands.retire(login)
    case 'remove-new-user':
      return hands.remove(login)
    default:
      throw new Error(`${intent.act} is no act on a login`)
  }
}

async function onHolder({ rights, services, tasks, secretOf }: ServerPorts, login: PlannedLogin, intent: Intent): Promise<Acted> {
  const holder = holderOf(login, intent)
  const account = accountOf(login, intent.generation)
  switch (intent.act) {
    case 'set-service-account':
      return await withSecret(secretOf, intent, async (secret) => {
        // Without it the service would not start any more, and that is seen only when it is too late.
        const granted = await grantOnce(rights, account, SERVICE_RIGHT)
        return granted.kind === 'done'
          ? await services.setAccount(holder.name, holderAccountOf(login, holder, intent.generation), secret)
          : granted
      })
    case 'update-task':
      return await withSecret(secretOf, intent, (secret) => tasks.updateTask(holder.name, account, secret))
    default:
      return await verifyHolder(services, tasks, holder, intent)
  }
}

/** A service that runs has signed in; what stands still is known by its account alone. */
async function verifyHolder(services: ServiceHands, tasks: TaskHands, { kind, name }: PlannedHolder, { check }: Intent): Promise<Acted> {
  if (kind === 'scheduled-task') return (await tasks.accountOf(name)) === null ? notDone('task-not-read') : acted
  if (kind !== 'service') return acted
  if ((await services.accountOf(name)) === null) return notDone('service-not-read')
  if (check === 'service-account-read-back') return acted
  const { state, startMode } = await services.look(name)
  const mustRun = startMode === 'auto'
  return state === 'running' || !mustRun ? acted : { kind: 'no-sign-in', code: 'service-not-running', proves: 'nothing' }
}

async function watch({ plan, events, now, watch: watcher }: ServerPorts, intent: Intent, signal: AbortSignal): Promise<Done> {
  const running = plan.services.filter(({ state }) => state === 'running').map(({ name }) => name)
  const resumed = events().findLast(({ type }) => type === 'service-started' || type === 'sync-resumed')
  const until = intent.notBefore === null ? now() : new Date(intent.notBefore)
  const seen = await watcher.watch(running, until, new Date(resumed?.at ?? now()), signal)
  return seen.kind === 'done'
    ? done(seen.unread.length === 0 ? {} : { unread: [...seen.unread] })
    : failed({ type: 'watch-failed', code: seen.code, login: seen.login })
}

async function ask(ports: ServerPorts, question: Question): Promise<Answer> {
  switch (question.about) {
    case 'service':
      return { about: 'service', service: question.service, ...(await ports.services.look(question.service)) }
    case 'secret':
      throw new Error('the keychain answers for secrets')
    case 'user': {
      const login = plannedOf(ports.plan, question)
      return { about: 'user', login: login.key, exists: login.kind === 'erp' ? null : await ports.logins[login.kind].exists(login) }
    }
    case 'password': {
      const login = plannedOf(ports.plan, question)
      if (login.kind === 'erp') return { about: 'password', login: login.key, holds: null }
      return await ports.logins[login.kind].whichPassword(login, question)
    }
    default:
      return assertNever(question)
  }
}

function plannedOf({ logins }: RotationPlan, { login: key }: { readonly login?: string }): PlannedLogin {
  const login = logins.find((planned) => planned.key === key)
  if (login === undefined) throw new Error(`no login ${key} in the plan`)
  return login
}

function holderOf({ holders }: PlannedLogin, { holder: key }: Intent): PlannedHolder {
  const holder = holders.find((planned) => planned.key === key)
  if (holder === undefined) throw new Error(`no holder ${key} in the plan`)
  return holder
}

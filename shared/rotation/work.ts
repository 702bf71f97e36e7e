import { type Intent, intentFor } from './intent.ts'
import { type ActKind, type Owner, type Step, steps } from './keys.ts'
import { isNewUser, isTouched, type Ledger, type LoginLedger, loginOf, loginsInOrder, openOnesFirst } from './ledger.ts'
import type { PlannedHolder, PlannedLogin } from './plan.ts'

type Work = (ledger: Ledger) => Intent | null

/** The first answer that is not null. */
export function firstOf<Item>(items: readonly Item[], find: (item: Item) => Intent | null): Intent | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

const scheduleWork: Work = (ledger) => (ledger.scheduled ? null : intentFor(ledger, 'schedule', 'you'))

function chooseWork(ledger: Ledger): Intent | null {
  if (!ledger.chosen) return intentFor(ledger, 'choose', 'you')
  if (ledger.preflight === 'failed') return intentFor(ledger, 'choose-again', 'you')
  return ledger.preflight === 'open' ? intentFor(ledger, 'preflight', 'app') : null
}

const generateWork: Work = (ledger) =>
  firstOf(loginsInOrder(ledger), ([planned, { wanted, generated }]) =>
    generated >= wanted
      ? null
      : intentFor(ledger, 'generate', planned.keptIn === 'person' ? 'you' : 'app', { login: planned.key, generation: generated + 1 }),
  )

const joinWork: Work = (ledger) => (ledger.session === 'none' ? intentFor(ledger, 'join-call', 'you') : null)

/** Stops and disables the services of the sync tool, one after the other. */
export function pauseWork(ledger: Ledger): Intent | null {
  const { plan, services, syncPaused } = ledger
  if (plan.pause === 'not-wanted') return null
  if (plan.pause === 'by-hand') return syncPaused ? null : intentFor(ledger, 'pause-by-hand', 'you')
  const left = firstOf(plan.stopOrder, (service) => {
    if (services[service]?.state !== 'stopped') return intentFor(ledger, 'stop-service', 'app', { service })
    return services[service].startMode === 'disabled' ? null : intentFor(ledger, 'disable-service', 'app', { service })
  })
  return left ?? (syncPaused ? null : intentFor(ledger, 'confirm-paused', 'app'))
}

const holderActs = {
  service: ['set-service-account', 'app'],
  'scheduled-task': ['update-task', 'app'],
  'by-hand': ['update-by-hand', 'you'],
} as const satisfies Readonly<Record<string, readonly [ActKind, Owner]>>

/** Gives the wanted generation to one holder; null: it has it, or it gets it in the sync tool's own window. */
export function holderWork(ledger: Ledger, login: string, { key, kind }: PlannedHolder): Intent | null {
  const { holders, wanted } = loginOf(ledger, login)
  if (kind === 'sync-tool-window' || holders[key] === wanted) return null
  const [act, owner] = holderActs[kind]
  return intentFor(ledger, act, owner, { login, holder: key, generation: wanted })
}

function ownWork(ledger: Ledger, planned: PlannedLogin, login: LoginLedger): Intent | null {
  const { key, changedBy } = planned
  const { wanted } = login
  if (isNewUser(planned) && !login.created) return intentFor(ledger, 'create-user', changedBy, { login: key, generation: wanted })
  if (login.held !== wanted) return intentFor(ledger, 'change-password', changedBy, { login: key, generation: wanted })
  if (!isNewUser(planned)) return null
  if (!login.rightsGranted) return intentFor(ledger, 'grant-rights', changedBy, { login: key })
  const mayDeny = planned.kind === 'windows' && !login.remoteDesktopDenied
  return mayDeny ? intentFor(ledger, 'deny-remote-desktop', changedBy, { login: key }) : null
}

/** A sign-in proves an ERP login only in the program itself, so a person does that. */
export function verifyLoginWork(ledger: Ledger, { key, kind }: PlannedLogin): Intent | null {
  const { verified, wanted } = loginOf(ledger, key)
  return verified === wanted ? null : intentFor(ledger, 'verify-login', kind === 'erp' ? 'you' : 'app', { login: key, generation: wanted })
}

const changeWork: Work = (ledger) =>
  firstOf(
    openOnesFirst(loginsInOrder(ledger)),
    ([planned, login]) =>
      ownWork(ledger, planned, login) ??
      firstOf(planned.holders, (holder) => holderWork(ledger, planned.key, holder)) ??
      verifyLoginWork(ledger, planned),
  )

/** Hands one secret after the other over to the sync tool's own window. */
export function windowWork(ledger: Ledger, { key: login, holders }: PlannedLogin): Intent | null {
  const { wanted, handedOver, holders: held } = loginOf(ledger, login)
  return firstOf(holders, ({ key: holder, kind }) => {
    if (kind !== 'sync-tool-window' || held[holder] === wanted) return null
    const subject = { login, holder, generation: wanted }
    return handedOver[holder] === wanted
      ? intentFor(ledger, 'confirm-entered', 'consultant', subject)
      : intentFor(ledger, 'hand-over', 'app', subject)
  })
}

const enterWork: Work = (ledger) => firstOf(loginsInOrder(ledger), ([planned]) => windowWork(ledger, planned))

/** Gives the services their start modes back and starts those that ran. */
export function resumeWork(ledger: Ledger): Intent | null {
  const { plan, services, syncPaused } = ledger
  if (plan.pause === 'by-hand') return syncPaused ? intentFor(ledger, 'resume-by-hand', 'you') : null
  if (plan.pause === 'not-wanted') return null
  const left = firstOf(plan.startOrder, (service) => {
    const before = plan.services.find(({ name }) => name === service)
    const now = services[service]
    if (before?.startMode !== now?.startMode) return intentFor(ledger, 'restore-start-mode', 'app', { service })
    return before?.state === 'running' && now?.state !== 'running' ? intentFor(ledger, 'start-service', 'app', { service }) : null
  })
  return left ?? (syncPaused ? intentFor(ledger, 'confirm-resumed', 'app') : null)
}

const holderVerifiers = { service: 'app', 'scheduled-task': 'app', 'sync-tool-window': 'consultant', 'by-hand': 'you' } as const

function verifyWork(ledger: Ledger): Intent | null {
  const holders = firstOf(loginsInOrder(ledger), ([{ key: login, holders }, { holdersVerified, wanted }]) =>
    firstOf(holders, ({ key: holder, kind }) =>
      holdersVerified[holder] === wanted
        ? null
        : intentFor(ledger, 'verify-holder', holderVerifiers[kind], { login, holder, generation: wanted }),
    ),
  )
  if (holders !== null) return holders
  if (!ledger.watched) return intentFor(ledger, 'watch', 'app')
  return ledger.vendorConfirmedBy === null ? intentFor(ledger, 'vendor-confirm', 'consultant') : null
}

/** Whether the keychain still has passwords of the login that no longer hold; an old login that others use still takes its own. */
function hasOldGenerations(planned: PlannedLogin, login: LoginLedger): boolean {
  const oldHolds = isNewUser(planned) && planned.usedByOthers
  return planned.keptIn === 'keychain' && !login.oldDeleted && ((login.oldAvailable && !oldHolds) || login.generated > 1)
}

function endWork(ledger: Ledger): Intent | null {
  if (ledger.session !== 'gone') return intentFor(ledger, 'end-call', 'you')
  const logins = loginsInOrder(ledger)
  const retire = firstOf(logins, ([planned, { retired }]) =>
    isNewUser(planned) && !planned.usedByOthers && !retired
      ? intentFor(ledger, 'retire-old-login', planned.changedBy, { login: planned.key })
      : null,
  )
  const remove = (): Intent | null =>
    firstOf(logins, ([planned, login]) =>
      hasOldGenerations(planned, login) ? intentFor(ledger, 'delete-old-generation', 'app', { login: planned.key }) : null,
    )
  return retire ?? remove() ?? intentFor(ledger, 'finish', 'app')
}

const stepWork: { readonly [step in Step]: Work } = {
  schedule: scheduleWork,
  choose: chooseWork,
  generate: generateWork,
  join: joinWork,
  // A sync that runs again is not paused once more when everything has its password.
  pause: (ledger) => ((changeWork(ledger) ?? enterWork(ledger)) ? pauseWork(ledger) : null),
  change: changeWork,
  enter: enterWork,
  resume: resumeWork,
  verify: verifyWork,
  end: endWork,
}

/** Whether no act of the rotation has to be undone. */
export const isUntouched = (ledger: Ledger): boolean =>
  !ledger.syncPaused &&
  ledger.pending === null &&
  loginsInOrder(ledger).every(([planned, login]) => !isTouched(planned, login) && (login.generated === 0 || login.newDeleted)) &&
  ledger.plan.services.every(({ name, startMode, state }) => {
    const now = ledger.services[name]
    return now?.startMode === startMode && (now.state === state || ledger.plan.pause !== 'app')
  })

/** The first act of the way forward that is not done; null: the rotation is over. */
export const nextForward: Work = (ledger) => firstOf(steps, (step) => stepWork[step](ledger))

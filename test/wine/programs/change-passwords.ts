// Changes passwords of this machine as the app does, in its real composition, and can end itself by force at a place in the middle.
// Arguments: a JSON file with the steps, where `$HOST` stands for the name of this machine, and a JSON file with how to reach it. Writes a
// line of JSON for everything that happens; no password is ever in one.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { createRuns, type OpenedRun, type OpenRun, type Runs } from '#electron/core/rotation/runs.ts'
import { serverSite } from '#electron/core/rotation/server-site.ts'
import type { Site } from '#electron/core/rotation/site.ts'
import { thisServer } from '#electron/core/rotation/this-server.ts'
import { waitFor } from '#electron/core/rotation/wait-for.ts'
import type { TypeTwice } from '#electron/rotation/held-passwords.ts'
import { userPlace } from '#electron/rotation/journal-place.ts'
import { openAccountHands } from '#electron/rotation/server/accounts.ts'
import { type Acted, acted } from '#electron/rotation/server/acted.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { openServiceArea } from '#electron/rotation/server/services-open.ts'
import { createSqlPorts } from '#electron/rotation/server/sql-ports.ts'
import { openVault } from '#electron/vault/open-vault.ts'
import type { VaultResult } from '#electron/vault/problem.ts'
import { createSystemInformation } from '#electron/win32/system-information.ts'
import type { Answer } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { ActKind, Decision, Direction, Place } from '#shared/rotation/keys.ts'
import { type RotationPlan, rotationPlanSchema } from '#shared/rotation/plan.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

/** `unkept`: the entry that begins the act is on disk, and the keychain does not know of it yet. `asking`: as the world is asked. */
export type KillPlace = 'before' | 'unkept' | 'begun' | 'done' | 'written' | 'asking'

export interface Course {
  readonly kill?: { readonly act: ActKind; readonly place: KillPlace; readonly login?: string; readonly direction?: Direction }
  /** goes back to the old passwords there */
  readonly backAt?: Place
}

/** A password that is in the keychain is that of the login's old generation. */
export type Step =
  | { readonly do: 'make'; readonly server: string; readonly user: string; readonly login: string; readonly services: readonly string[] }
  | { readonly do: 'store'; readonly server: string; readonly login: string; readonly password: string }
  | ({ readonly do: 'begin'; readonly plan: unknown } & Course)
  | ({ readonly do: 'continue' } & Course)

export interface Reach {
  /** libraries of this folder by the system library whose functions they replace */
  readonly libraries?: Readonly<Record<string, string>>
  /** folder of the journals in place of that of all administrators */
  readonly journals?: string
  /** how many times faster than the clock it waits */
  readonly haste?: number
  readonly sql?: { readonly port: number; readonly login: string; readonly password: string }
}

/** A line that this program writes. Digests are SHA-256 of passwords in UTF-8. */
export type Line =
  | { readonly kind: 'opened'; readonly how: 'begun' }
  | ({ readonly kind: 'opened'; readonly how: 'continued'; readonly answers: readonly Answer[] } & Held)
  | { readonly kind: 'act'; readonly id: string; readonly place: string }
  | { readonly kind: 'trouble'; readonly reason: string; readonly code: string | null; readonly decision: Decision }
  | { readonly kind: 'killed'; readonly id: string; readonly place: KillPlace }
  | ({ readonly kind: 'end'; readonly outcome: string; readonly disagreements: number } & Held)

interface Held {
  readonly kept: readonly { readonly login: string; readonly state: string; readonly digest: string }[]
  /** by the made server, of each that holds one; empty on a real one */
  readonly held: Readonly<Record<string, string>>
  /** how each service of the plan stands: account, start mode and state */
  readonly services: Readonly<Record<string, string>>
}

const [stepsFile = '', reachFile = ''] = process.argv.slice(2)
const reach: Reach = JSON.parse(readFileSync(reachFile, 'utf8'))
const { native, windows } = openReplacedWindows(reach.libraries ?? {})
const now = (): Date => new Date()
const wait: typeof waitFor = (durationMs, signal) => waitFor(durationMs / (reach.haste ?? 1), signal)
const vault = openVault({ platform: process.platform, environment: process.env, now })
const host = good(createSystemInformation(native).computerName())
const area = openServiceArea(native, {
  policyRights: async () => ({ status: 'read', value: [], gaps: [] }),
  logins: [],
  now,
  wait,
})
const SAID = { by: 'Robin Vale', session: 'gone' } as const

const tell = (line: Line): unknown => writeSync(1, `${JSON.stringify(line)}\n`)
const digestOf = (password: string): string => createHash('sha256').update(password).digest('hex')

function good<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result.value
}
const kept = async <Value>(result: Promise<VaultResult<Value>>): Promise<Value> => good(await result)

function must(result: Acted): void {
  if (result.kind !== acted.kind) throw new Error(`not done: ${JSON.stringify(result)}`)
}

/** Where this program ends itself, and the act that goes on. */
const fate: { course: Course; current: { readonly intent: Intent; readonly direction: Direction } | null } = { course: {}, current: null }

async function endAt(place: KillPlace): Promise<void> {
  const { current, course } = fate
  const { kill } = course
  if (current === null || kill?.act !== current.intent.act || kill.place !== place) return
  if ((kill.direction ?? 'forward') !== current.direction || (kill.login ?? current.intent.login) !== current.intent.login) return
  await end(current.intent.id, place)
}

async function end(id: string, place: KillPlace): Promise<void> {
  tell({ kind: 'killed', id, place })
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => undefined)
}

/** The keychain holds every password of these changes. */
const typeTwice: TypeTwice = async () => ({ kind: 'not-typed', reason: 'not-possible' })

function openSite(): Site {
  const { sql, journals } = reach
  const here = thisServer({
    native,
    environment: process.env,
    administratorOf: () => ({ kind: 'integrated' }),
    now,
    wait,
    ...(sql === undefined ? {} : { sql: ({ id }) => sqlPorts(sql, id) }),
  })
  const place = journals === undefined ? here.place : () => userPlace(journals)
  const site = serverSite({ server: { ...here, place }, vault, typeTwice, now, preflight: async () => [] })
  return {
    ...site,
    heads: {
      read: site.heads.read,
      write: async (...head) => {
        await endAt('unkept')
        return await site.heads.write(...head)
      },
    },
    handsOf: async (run) => {
      const made = await site.handsOf(run)
      if ('kind' in made) return made
      const { ask, act } = made.hands
      return {
        ...made,
        hands: {
          ask: async (question) => {
            const answer = await ask(question)
            if (fate.course.kill?.place === 'asking') await end(question.about, 'asking')
            return answer
          },
          act: async (...acting) => {
            await endAt('begun')
            const outcome = await act(...acting)
            await endAt('done')
            return outcome
          },
        },
      }
    },
  }
}

function sqlPorts({ port, login, password }: NonNullable<Reach['sql']>, run: string) {
  return createSqlPorts({
    odbc: windows.odbc,
    addressOf: () => ({ host: '127.0.0.1', instance: null, port }),
    administratorOf: () => ({ kind: 'sql-login', login, password }),
    trustCertificate: true,
    now,
    run,
  })
}

/** Meets what is refused with a new password, and everything else with another try. */
function decisionFor({ hands, trouble, decisions, place, direction }: RotationState, { backAt }: Course): Decision | null {
  if (backAt === place && direction === 'forward' && decisions.includes('back-chosen')) return 'back-chosen'
  if (hands !== 'deciding') return null
  const decision = trouble?.reason === 'password-refused' ? 'renewal-chosen' : 'retry-chosen'
  if (!decisions.includes(decision)) throw new Error(`stuck: ${JSON.stringify(trouble)}`)
  tell({ kind: 'trouble', reason: trouble?.reason ?? '', code: trouble?.code ?? null, decision })
  return decision
}

/** More than any change here takes. */
const MOST_TURNS = 120
const RETRY_MS = 300

async function goOn({ conductor, run }: OpenRun, course: Course, runs: Runs): Promise<void> {
  fate.course = course
  for (let turns = 0; ; turns += 1) {
    const state = conductor.state()
    if (state.outcome === 'complete' || state.outcome === 'cancelled') {
      await runs.close(run)
      tell({ kind: 'end', outcome: state.outcome, disagreements: state.disagreements.length, ...(await heldNow(conductor.plan)) })
      return
    }
    const decision = decisionFor(state, course)
    const { intent } = state
    if (turns > MOST_TURNS || (decision === null && intent === null)) throw new Error(`stuck: ${JSON.stringify(state)}`)
    // Whoever tries again does so after a look at what is wrong.
    if (decision === 'retry-chosen') await delay(RETRY_MS)
    const turn = decision !== null ? await conductor.decide(decision) : await press(intent, state.direction, conductor)
    if (turn.kind !== 'moved') throw new Error(`${intent?.id} came to ${JSON.stringify(turn)}`)
  }
}

async function press(intent: Intent | null, direction: Direction, conductor: OpenRun['conductor']) {
  if (intent === null) throw new Error('there is nothing to do')
  const { id, place } = intent
  fate.current = { intent, direction }
  tell({ kind: 'act', id, place })
  await endAt('before')
  const turn = await conductor.act(id, SAID)
  await endAt('written')
  fate.current = null
  return turn
}

async function heldNow(plan: RotationPlan): Promise<Held> {
  const { generations } = await kept(vault.list())
  const finished = generations.filter(({ state }) => state !== 'unfinished')
  const digests = finished.map(async ({ generation, login, state }) => ({
    login,
    state,
    digest: digestOf(await kept(vault.read(generation))),
  }))
  const services: Record<string, string> = {}
  for (const { name } of plan.services) {
    const { startMode, state } = await area.services.look(name)
    services[name] = `${await area.services.accountOf(name)}, ${startMode}, ${state}`
  }
  return { kept: await Promise.all(digests), held: heldByServer(), services }
}

/** The last password of each that the made server was given one for. */
function heldByServer(): Readonly<Record<string, string>> {
  const given = existsSync('given.txt') ? readFileSync('given.txt', 'utf8').trim().split('\n') : []
  const ofTask = existsSync('calls.txt') ? readFileSync('calls.txt', 'utf8').trim().split('\n').at(-1) : undefined
  const lines = given.map((line) => line.split(' '))
  const task = / password \d+ \d+ (.+)$/.exec(ofTask ?? '')?.[1]
  return Object.fromEntries([
    ...lines.map(([kind, name, password = '']) => [`${kind} ${name}`, digestOf(password)]),
    ...(task === undefined ? [] : [['task', digestOf(task)]]),
  ])
}

function taken(opened: OpenedRun): OpenRun {
  if (opened.kind !== 'open') throw new Error(`not open: ${JSON.stringify(opened)}`)
  if (opened.turn !== null && opened.turn.kind !== 'moved' && opened.turn.kind !== 'stale') throw new Error(JSON.stringify(opened.turn))
  return opened.run
}

/** With the entries that hold the old passwords, as they are now. */
async function planned(given: unknown): Promise<RotationPlan> {
  const plan = rotationPlanSchema.parse(given)
  const { generations } = await kept(vault.list())
  const logins = plan.logins.map((login) => {
    const old = generations.find((each) => each.login === login.key && each.state === 'current')
    return old === undefined ? login : { ...login, oldEntry: old.generation }
  })
  return rotationPlanSchema.parse({ ...plan, logins })
}

async function continueRun(runs: Runs, course: Course): Promise<void> {
  const { journals, refusal } = await runs.list()
  const [journal, ...others] = journals
  if (journal === undefined || others.length > 0) throw new Error(`not one journal: ${JSON.stringify({ journals, refusal })}`)
  fate.course = course
  const run = taken(await runs.open(journal.name))
  const events = run.conductor.events()
  const resumed = events.findLastIndex(({ type }) => type === 'resumed')
  const answers = events.flatMap((event, index) => (event.type === 'world-asked' && index > resumed ? [event.answer] : []))
  tell({ kind: 'opened', how: 'continued', answers, ...(await heldNow(run.conductor.plan)) })
  await goOn(run, course, runs)
}

async function store(server: string, login: string, password: string): Promise<void> {
  await kept(vault.promote(await kept(vault.stage({ server, login }, password))))
}

/** A user with a password that nobody has seen, which the keychain keeps and services sign in with. */
async function make({ server, user, login, services }: Extract<Step, { readonly do: 'make' }>): Promise<void> {
  const password = `Aa1!${randomBytes(15).toString('base64url')}`
  must(await openAccountHands(native).createUser(user, secretText(password), 'test'))
  await store(server, login, password)
  if (services.length > 0) must(await area.rights.grant(`.\\${user}`, 'SeServiceLogonRight'))
  for (const name of services) {
    must(await area.services.setAccount(name, `.\\${user}`, secretText(password)))
    must(await area.services.start(name, AbortSignal.timeout(60_000)))
  }
}

async function act(step: Step): Promise<void> {
  const runs = createRuns({ platform: process.platform, now, noteFault: (error) => console.error(error), sites: [openSite()] })
  switch (step.do) {
    case 'make':
      return await make(step)
    case 'store':
      return await store(step.server, step.login, step.password)
    case 'continue':
      return await continueRun(runs, step)
    default: {
      const run = taken(await runs.begin(await planned(step.plan)))
      tell({ kind: 'opened', how: 'begun' })
      return await goOn(run, step, runs)
    }
  }
}

const steps: readonly Step[] = JSON.parse(readFileSync(stepsFile, 'utf8').replaceAll('$HOST', host))
// What a change waits for keeps no program alive: the app has a window for that.
const alive = setInterval(() => undefined, 60_000)
for (const step of steps) await act(step)
clearInterval(alive)

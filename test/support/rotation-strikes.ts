import type { Turn } from '#electron/rotation/conductor.ts'
import { type Done, type Failure, failed, type Hands } from '#electron/rotation/hands.ts'
import { answerFrom } from '#electron/rotation/rehearsal/world.ts'
import { passwordService } from '#electron/vault/entry-names.ts'
import { assertNever } from '#shared/assert-never.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Ledger } from '#shared/rotation/ledger.ts'
import { replay } from '#shared/rotation/replay.ts'
import { PowerCut, type Remains } from '../electron/rotation/fake-disk.ts'
import { decideOn, type FaultCourse } from './rotation-faults.ts'
import { copyOfMachine, Finished, findStored, type Machine, type Program, startProgram, vaultOn } from './rotation-machine.ts'
import { rotationPlans } from './rotation-plans.ts'
import { type Fault, faultPlaces, refusalOf } from './rotation-session.ts'
import { leftovers, untruths } from './rotation-truth.ts'

/** What can happen to a real program: the kinds of every rotation, and a machine that goes off. */
export type StrikeKind = Fault['kind'] | 'power cut'

export interface Strike {
  readonly act: string
  readonly place: Fault['place']
  readonly kind: StrikeKind
  /** which of the moments that a place has: within the calls of the disk, or how much a power cut leaves */
  readonly variant: number
}

export interface StrikeCase extends Strike {
  readonly course: FaultCourse
  /** where the act is offered for the first time */
  readonly machine: Machine
}

/** Where each kind can strike; a refusal comes from whoever was asked to act. */
const placesOf: { readonly [kind in StrikeKind]: readonly Fault['place'][] } = {
  killed: faultPlaces,
  'power cut': faultPlaces,
  exception: ['once it is begun', 'once it is done'],
  'time-out': ['once it is begun', 'once it is done'],
  refusal: ['once it is begun'],
  'keyring locked': faultPlaces,
  'disk full': ['before it is begun', 'once it is begun', 'once it is done'],
}

/** Around which call of the disk a power cut comes, counted from the first of an entry, and what is found afterwards. */
const CUTS: readonly { readonly call: number; readonly at: 'before' | 'after'; readonly remains: Remains }[] = [
  { call: 2, at: 'before', remains: { share: 0, zeros: false, names: false } },
  { call: 2, at: 'after', remains: { share: 0, zeros: false, names: false } },
  { call: 2, at: 'after', remains: { share: 0.5, zeros: true, names: true } },
  { call: 2, at: 'after', remains: { share: 0.7, zeros: false, names: true } },
  { call: 3, at: 'before', remains: { share: 1, zeros: false, names: true } },
  { call: 3, at: 'after', remains: { share: 0, zeros: false, names: false } },
]
const cutOf = ({ variant }: Strike): (typeof CUTS)[number] => CUTS[variant % CUTS.length] as (typeof CUTS)[number]

/** Far more turns than a change takes. */
const MOST_TURNS = 600
const SAID = { by: 'Robin Vale', session: 'gone' } as const

/** Every act that the machine offers on a course, at every place, with every kind of fault. */
export async function strikeCases(course: FaultCourse, start: Machine): Promise<readonly StrikeCase[]> {
  const before = new Map<string, { readonly at: Machine; readonly owner: Intent['owner'] }>()
  const machine = copyOfMachine(start)
  const program = await startProgram(machine)
  for (let turn = 0; ; turn += 1) {
    const { intent, hands, direction } = program.conductor.state()
    // What comes before a person turns back is met on the way forward of the same plan.
    const isOwn = course.backBefore === null || direction === 'back'
    if (intent !== null && hands === 'idle' && isOwn && !before.has(intent.id)) {
      const at = copyOfMachine(machine)
      at.clock.nowMs = Math.max(at.clock.nowMs, intent.notBefore === null ? 0 : Date.parse(intent.notBefore))
      before.set(intent.id, { at, owner: intent.owner })
    }
    if (!(await oneTurn(machine, program, course)).goesOn) break
    if (turn > MOST_TURNS) throw new Error('the course has no end')
  }
  const kinds = Object.keys(placesOf) as StrikeKind[]
  const all = [...before].flatMap(([act, { at, owner }]) =>
    kinds
      // A person takes the time that they take.
      .filter((kind) => kind !== 'time-out' || owner === 'app')
      .flatMap((kind) => placesOf[kind].map((place) => ({ course, act, machine: at, place, kind, variant: 0 }))),
  )
  return all.map((each, index) => ({ ...each, variant: index }))
}

interface OneTurn {
  /** false: it is over */
  readonly goesOn: boolean
  readonly turn: Turn | null
}

/** What a person does next, and what the program does of it. */
async function oneTurn(machine: Machine, { conductor }: Program, course: FaultCourse): Promise<OneTurn> {
  const state = conductor.state()
  if (state.outcome === 'complete' || state.outcome === 'cancelled') return { goesOn: false, turn: null }
  const done = async (turn: Promise<Turn>): Promise<OneTurn> => ({ goesOn: true, turn: await turn })
  const [question] = state.questions
  if (question !== undefined) {
    findStored(machine, conductor.events())
    return await done(conductor.answer(answerFrom(machine.world, machine.plan, question)))
  }
  const decision = decideOn(course)(state) ?? (state.hands === 'deciding' ? 'retry-chosen' : undefined)
  if (decision !== undefined) return await done(conductor.decide(decision))
  if (state.intent === null) throw new Error(`nothing to do: ${state.place}, ${state.hands}`)
  const result = await done(conductor.act(state.intent.id, SAID))
  if (result.turn?.kind === 'waits') machine.clock.nowMs = Date.parse(result.turn.until)
  return result
}

/** Hands that meet the fault once, on its act. */
function struckHands(machine: Machine, strike: Strike, timesOut: () => void): (hands: Hands) => Hands {
  let struck = false
  const hit = async (intent: Intent): Promise<Done | null> => {
    switch (strike.kind) {
      case 'killed':
        machine.keychain.down = true
        machine.disk.cutAt = { count: machine.disk.calls.length, at: 'before' }
        throw new PowerCut()
      case 'power cut':
        cutNext(machine, strike)
        return null
      case 'exception':
        throw new Error('an exception')
      case 'time-out':
        timesOut()
        return await new Promise(() => undefined)
      case 'refusal': {
        const { at: _at, ...failure } = { at: '', ...refusalOf(intent) }
        return failed(failure as Failure)
      }
      case 'keyring locked':
      case 'disk full':
        refuse(machine, strike)
        return null
      default:
        return assertNever(strike.kind)
    }
  }
  return (hands) => ({
    ...hands,
    act: async (intent, said, signal) => {
      const isMet = !struck && intent.id === strike.act
      if (isMet && strike.place === 'once it is begun') {
        struck = true
        const outcome = await hit(intent)
        if (outcome !== null) return outcome
      }
      const outcome = await hands.act(intent, said, signal)
      if (!isMet || strike.place !== 'once it is done') return outcome
      struck = true
      return (await hit(intent)) ?? outcome
    },
  })
}

function cutNext({ disk }: Machine, strike: Strike): void {
  const { call, at } = cutOf(strike)
  disk.cutAt = { count: disk.calls.length + call, at }
}

function refuse({ disk, keychain }: Machine, { kind, variant }: Strike): void {
  if (kind === 'keyring locked') keychain.locked = true
  else disk.fault = (call) => (call === 'write' ? { code: 'ENOSPC', at: variant % 2 === 0 ? 'before' : 'half' } : null)
}

/** What is wrong on the way from a fault to the end, and at the end; empty: nothing. */
export async function wrongAfter(strike: StrikeCase): Promise<readonly string[]> {
  const machine = copyOfMachine(strike.machine)
  const wrong: string[] = []
  try {
    const program = await afterStrike(machine, strike, wrong)
    wrong.push(...(await wrongUntilTheEnd(machine, program, strike.course, (now) => wrong.push(...now))))
  } catch (error) {
    if (error instanceof Finished) wrong.push(...(await wrongAtTheEnd(machine, error.events, ledgerAfter(machine, error.events))))
    else wrong.push(error instanceof Error ? `${error.stack?.split('\n').slice(0, 3).join(' ')}` : String(error))
  }
  return [...new Set(wrong)]
}

/** What is wrong at the end where the keychain lost the newest password of a login, and the program is started again. */
export async function wrongAfterLoss({ course, machine: before }: StrikeCase, login: string): Promise<readonly string[]> {
  const machine = copyOfMachine(before)
  const lost = [...machine.keychain.entries.keys()].findLast((key) => key.includes(passwordService({ server: machine.plan.server, login })))
  if (lost === undefined) throw new Error(`the keychain has no password of ${login}`)
  machine.keychain.entries.delete(lost)
  const program = await startProgram(machine)
  await program.conductor.takeUp()
  return await wrongUntilTheEnd(machine, program, course)
}

async function wrongUntilTheEnd(
  machine: Machine,
  program: Program,
  course: FaultCourse,
  look?: (wrong: readonly string[]) => void,
): Promise<readonly string[]> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    look?.(told(machine, program))
    const { goesOn, turn } = await oneTurn(machine, program, course)
    if (turn !== null && turn.kind !== 'moved' && turn.kind !== 'waits') return [`a turn came to ${JSON.stringify(turn)}`]
    if (!goesOn) return await wrongAtTheEnd(machine, program.conductor.events(), program.conductor.ledger())
  }
  return ['there is no end']
}

/** Lets the fault strike and pass, and starts the program again where that is what a person would have to do. */
async function afterStrike(machine: Machine, strike: StrikeCase, wrong: string[]): Promise<Program> {
  const { disk, keychain } = machine
  let timesOut: () => void = () => undefined
  const program = await startProgram(machine, {
    around: struckHands(machine, strike, () => timesOut()),
    onLimit: (isOver) => {
      timesOut = isOver
    },
  })
  const isFirst = strike.place === 'before it is begun'
  if (isFirst && strike.kind === 'power cut') cutNext(machine, strike)
  if (isFirst && (strike.kind === 'keyring locked' || strike.kind === 'disk full')) refuse(machine, strike)
  const wasKilled = strike.kind === 'killed' && isFirst
  const turn = wasKilled ? null : await struckTurn(program.conductor.act(strike.act, SAID), strike, wrong)
  if (strike.place === 'once it is written down' && strike.kind === 'keyring locked') keychain.locked = true
  const isOff = strike.kind === 'killed' || strike.kind === 'power cut'
  if (!isOff && turn !== null && !(turn.kind === 'unwritten' && turn.interrupted)) {
    lift(machine)
    return program
  }
  if (strike.kind === 'power cut') disk.restart(cutOf(strike).remains)
  else disk.nextProcess()
  disk.fault = null
  keychain.down = false
  return await startAgain(machine, strike)
}

function lift({ disk, keychain }: Machine): void {
  disk.fault = null
  keychain.locked = false
}

/** Null: the program did not live to tell, or could not. */
async function struckTurn(answered: Promise<Turn>, { kind, place, act }: Strike, wrong: string[]): Promise<Turn | null> {
  try {
    const turn = await answered
    if (turn.kind === 'stale' || turn.kind === 'waits') wrong.push(`${act} was not offered: ${turn.kind}`)
    return turn
  } catch (error) {
    const isFated = kind === 'killed' || kind === 'power cut'
    if (!isFated) wrong.push(`${kind} ${place} threw ${error}`)
    return null
  }
}

/** How many entries of what is asked at a start are there when the power goes once more, at most. */
const MOST_ANSWERED = 4
/** Calls of the disk that an entry takes. */
const CALLS_OF_ENTRY = 6

/**
 * Starts the program once more.
 *
 * One that was killed in an act is stopped again while it asks the world. A keychain that was locked still is at the first start; the
 * person unlocks it when nothing goes on.
 */
async function startAgain(machine: Machine, strike: Strike): Promise<Program> {
  const { kind, place, variant } = strike
  const { disk } = machine
  if (kind === 'killed' && place === 'once it is begun') {
    const { call, at, remains } = cutOf(strike)
    const asking = await startProgram(machine)
    disk.cutAt = { count: disk.calls.length + (variant % MOST_ANSWERED) * CALLS_OF_ENTRY + call, at }
    await asking.conductor.takeUp().catch(() => undefined)
    disk.restart(remains)
  }
  const program = await startProgram(machine)
  if (kind === 'keyring locked') {
    await program.conductor.takeUp()
    lift(machine)
  }
  await program.conductor.takeUp()
  return program
}

function told(machine: Machine, { conductor }: Program): readonly string[] {
  findStored(machine, conductor.events())
  const { plan, world } = machine
  return untruths(conductor.state(), { plan, world, journal: conductor.events(), rotation: { ledger: conductor.ledger() } })
}

function ledgerAfter({ plan }: Machine, journal: readonly RotationEvent[]): Ledger {
  const replayed = replay(plan, journal)
  if (!replayed.ok) throw new Error(`entry ${replayed.fault.index} cannot have happened`)
  return replayed.rotation.ledger
}

async function wrongAtTheEnd(machine: Machine, journal: readonly RotationEvent[], ledger: Ledger): Promise<readonly string[]> {
  const { plan, world } = machine
  findStored(machine, journal)
  return [...leftovers({ plan, world, journal, rotation: { ledger } }), ...(await leftInKeychain(machine, ledger.outcome))]
}

/** Every password that is in the keychain at the end and should not be, or is not and should. */
async function leftInKeychain(machine: Machine, outcome: Ledger['outcome']): Promise<readonly string[]> {
  const { plan, world, keychain } = machine
  const listed = await vaultOn(machine).list()
  if (!listed.ok) return [`the keychain says ${listed.problem.kind}`]
  const inUse = new Set<string>(world.accounts.values())
  const passwords = [...keychain.entries].filter(([key]) => key.includes('/password/'))
  const unused = passwords.filter(([, value]) => !inUse.has(value)).map(([key]) => `${key.trim()} is in the keychain, and nothing takes it`)
  const states = listed.value.generations.map(({ login, state }) => `${login} ${state}`)
  const expected = plan.logins.flatMap(({ key, keptIn, change, usedByOthers, oldEntry }) => {
    const isBack = outcome === 'cancelled'
    const old = oldEntry === undefined ? [] : [`${key} current`]
    if (isBack || keptIn === 'person') return old
    return change.kind === 'new-user' ? [`${change.newKey} current`, ...(usedByOthers ? old : [])] : [`${key} current`]
  })
  const same = states.toSorted().join('; ') === expected.toSorted().join('; ')
  return [...unused, ...(same ? [] : [`the keychain has ${states.join('; ')} in place of ${expected.join('; ')}`])]
}

export const planOf = ({ plan }: FaultCourse) => rotationPlans[plan]

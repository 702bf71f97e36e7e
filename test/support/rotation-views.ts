import type { RotationPreparation, RunAnswer, RunLine, RunView } from '#shared/contract/index.ts'

type Act = NonNullable<RunView['act']>
type Finding = RunView['preflight'][number]

const windowsKey = 'windows:ERP01\\erpsync'
const sqlKey = 'sql-server:ERP01/wsp_sync'

const titles = {
  schedule: 'Make an appointment',
  choose: 'Choose the logins',
  generate: 'Generate the passwords',
  join: 'Join the call',
  pause: 'Pause the sync',
  change: 'Change the passwords',
  enter: 'Enter them in the sync tool',
  resume: 'Resume the sync',
  verify: 'Verify together',
  end: 'End the call',
} as const
const stepIds = Object.keys(titles) as (keyof typeof titles)[]

/** A finding of the preflight that stands in nobody's way. */
export const findingView = (more: Partial<Finding> = {}): Finding => ({
  level: 'ok',
  levelWord: 'In order',
  login: null,
  line: 'The program runs with administrator rights.',
  advice: null,
  dependant: null,
  ...more,
})

const steps: RotationPreparation['steps'] = stepIds.map((id) => ({
  id,
  title: titles[id],
  acts:
    id === 'pause'
      ? [{ line: 'Stop service WSPSync.', owner: 'app' }]
      : id === 'enter'
        ? [{ line: 'Confirm that the sync tool has taken the password.', owner: 'consultant' }]
        : [],
}))

/** A change of two logins that could begin. */
export function preparation(more: Partial<RotationPreparation> = {}): RotationPreparation {
  return {
    kind: 'preparation',
    onlyRehearsal: null,
    keeping: 'keychain',
    canEnterOld: false,
    typeToConfirm: null,
    server: 'ERP01',
    rehearsal: false,
    choices: {
      logins: [
        { key: windowsKey, newUser: null, length: 25, keptIn: 'keychain', oldPasswordAtHand: false },
        { key: sqlKey, newUser: null, length: 25, keptIn: 'keychain', oldPasswordAtHand: false },
      ],
      takenByHand: [],
      pause: 'app',
      callAt: null,
      reviewOn: null,
    },
    logins: [
      {
        key: windowsKey,
        kind: 'windows',
        kindWord: 'Windows account',
        name: 'ERP01\\erpsync',
        chosen: true,
        newUser: null,
        suggestedUser: 'svc-sync',
        length: 25,
        longest: 127,
        keptIn: 'keychain',
        oldPasswordAtHand: false,
        how: 'The program sets the new password as an administrator.',
        goesTo: ['service WSPSync'],
        signInTo: null,
      },
      {
        key: sqlKey,
        kind: 'sql-server',
        kindWord: 'SQL Server login',
        name: 'wsp_sync',
        chosen: true,
        newUser: null,
        suggestedUser: 'wsp_sync_2',
        length: 25,
        longest: 128,
        keptIn: 'keychain',
        oldPasswordAtHand: false,
        how: 'The program sets it over an encrypted connection.',
        goesTo: ['the window of ERP Driver'],
        signInTo: null,
      },
    ],
    throughWindows: null,
    standing: 'could-start',
    standingLine: 'Nothing stands in the way.',
    canBegin: true,
    findings: [findingView(), findingView({ login: sqlKey, line: 'The login wsp_sync exists.' })],
    notRead: null,
    graph: {
      nodes: [
        { id: windowsKey, kind: 'login', name: 'ERP01\\erpsync', kindWord: 'Windows account' },
        { id: sqlKey, kind: 'login', name: 'wsp_sync', kindWord: 'SQL Server login' },
        { id: 'service:WSPSync', kind: 'dependant', name: 'WSPSync', kindWord: 'service' },
      ],
      edges: [{ from: 'service:WSPSync', to: windowsKey, handledBy: 'app', handledWord: 'the program' }],
    },
    steps,
    pausedAtLeastMinutes: 3.2,
    restarts: ['WSPSync'],
    ...more,
  }
}

/** An act that the program does when it is told to. */
export function actView(more: Partial<Act> = {}): Act {
  return {
    id: 'stop-service WSPSync',
    kind: 'stop-service',
    line: 'Stop service WSPSync.',
    owner: 'app',
    ownerWord: 'Program',
    check: 'Windows is asked for the state of the service',
    undo: 'start it again',
    action: 'run',
    asks: 'nothing',
    notBefore: null,
    handsOver: false,
    instructions: [],
    ...more,
  }
}

/** An act that a person does and says so. */
export const personAct = (more: Partial<Act> = {}): Act =>
  actView({
    id: 'pause-by-hand',
    kind: 'pause-by-hand',
    line: 'Pause the sync in the sync tool’s own window.',
    owner: 'you',
    ownerWord: 'You',
    check: 'you confirm it',
    action: 'confirm',
    ...more,
  })

/** The steps of a run that is at this one; null: at none any more. */
export const stepsAt = (place: keyof typeof titles | null): RunView['steps'] => {
  const at = place === null ? stepIds.length : stepIds.indexOf(place)
  return stepIds.map((id, index) => ({ id, title: titles[id], state: index < at ? 'done' : index === at ? 'current' : 'open' }))
}

/** A real change that is about to pause the sync. */
export function runView(more: Partial<RunView> = {}): RunView {
  return {
    run: 'run-1',
    caseId: 'case-1',
    server: 'ERP01',
    rehearsal: false,
    startedAt: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:10:00.000Z',
    place: 'pause',
    steps: stepsAt('pause'),
    title: titles.pause,
    owner: 'app',
    ownerWord: 'Program',
    running: false,
    act: actView(),
    acts: [
      { id: 'stop-service WSPSync', line: 'Stop service WSPSync.', owner: 'app', state: 'current' },
      { id: 'confirm-paused', line: 'Make sure that no process of the sync tool is left.', owner: 'app', state: 'open' },
    ],
    typeIn: null,
    question: null,
    trouble: null,
    decisions: [],
    ways: {
      back: { open: false, closed: [{ line: 'nothing has been done that could be undone', until: null }] },
      forward: { open: true, closed: [] },
    },
    clock: { pausedSince: null, pausedBeforeMs: 0 },
    logins: [
      {
        key: windowsKey,
        kind: 'windows',
        kindWord: 'Windows account',
        name: 'ERP01\\erpsync',
        takes: 'old',
        takesWord: 'the old one',
        agree: true,
        holders: [{ name: 'WSPSync', kindWord: 'service', holds: 'old', holdsWord: 'the old one' }],
      },
    ],
    disagreements: [],
    preflight: [],
    outcome: 'open',
    recorded: [],
    remains: [],
    timeline: [{ at: '2026-03-02T09:00:00.000Z', line: 'The change was begun.' }],
    ...more,
  }
}

/** What the core answers with a view. */
export const asRun = (more: Partial<RunView> = {}): RunAnswer => ({ kind: 'run', view: runView(more) })

/** What a person can decide once something went wrong. */
export const decisionViews: RunView['decisions'] = [
  { id: 'retry-chosen', label: 'Try again', explanation: 'The same act is done once more.' },
  { id: 'back-chosen', label: 'Go back to the old passwords', explanation: 'Everything that was changed gets its old password again.' },
]

/** A change that was interrupted and can be gone on with. */
export function runLine(more: Partial<RunLine> = {}): RunLine {
  return {
    run: 'run-1',
    caseId: 'case-1',
    server: 'ERP01',
    rehearsal: false,
    startedAt: '2026-03-02T09:00:00.000Z',
    lastAt: '2026-03-02T09:30:00.000Z',
    line: 'It stands at “Change the passwords”.',
    obstacle: null,
    waitsUntil: null,
    ...more,
  }
}

import type { RotationEvent } from '#shared/rotation/events.ts'
import { acts, type Place, steps } from '#shared/rotation/keys.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { whereIs } from '#shared/rotation/replay.ts'
import { walk } from './rotation-walk.ts'

const service = { key: 'service:WSPSync', kind: 'service', name: 'WSPSync' } as const
const common = {
  oldPasswordKnown: true,
  length: 25,
  usedByOthers: false,
  changedBy: 'app',
  keptIn: 'keychain',
  minimumAgeHours: 0,
  historyCount: 0,
  lockOut: 'none',
} as const

/** The smallest plan that passes through every phase: new users for the services and for the sync tool's own window. */
export const picturedPlan: RotationPlan = {
  schema: 'erp-sync-checkup/rotation-plan@1',
  id: 'picture',
  server: 'ERP01',
  rehearsal: true,
  pause: 'app',
  logins: [
    {
      ...common,
      key: 'windows:ERP01\\erpsync',
      kind: 'windows',
      name: 'erpsync',
      account: 'local',
      change: { kind: 'new-user', newKey: 'windows:ERP01\\svc-sync', newName: 'svc-sync', rights: ['SeServiceLogonRight'] },
      holders: [service],
    },
    {
      ...common,
      key: 'sql-server:ERP01\\SAGE/wsp_sync',
      kind: 'sql-server',
      name: 'wsp_sync',
      change: { kind: 'new-user', newKey: 'sql-server:ERP01\\SAGE/svc_sync', newName: 'svc_sync', rights: ['db_datareader'] },
      holders: [{ key: 'field:SQL password', kind: 'sync-tool-window', name: 'SQL password' }],
    },
  ],
  services: [{ name: 'WSPSync', startMode: 'auto', delayedStart: false, state: 'running' }],
  folders: [],
  stopOrder: ['WSPSync'],
  startOrder: ['WSPSync'],
  times: { actMinutes: 5, watchMinutes: 10, graceDays: 14 },
  schedule: { callAt: null, reviewOn: null },
}

/** Lines from one state to another, with the events that lead there. */
type Edges = Map<string, Set<RotationEvent['type']>>

interface Picture {
  readonly betweenSteps: Edges
  readonly betweenPhases: Map<Place, Edges>
  readonly betweenHands: Edges
}

function note(edges: Edges, from: string, to: string, type: RotationEvent['type']): void {
  const line = `${from} --> ${to}`
  edges.set(line, (edges.get(line) ?? new Set()).add(type))
}

/** After these the place is found anew from all that is known, which may lead anywhere. */
const ANYWHERE: ReadonlySet<RotationEvent['type']> = new Set(['resumed', 'world-asked', 'retry-chosen', 'renewal-chosen', 'forward-chosen'])

function pictureOf(plan: RotationPlan): Picture {
  const picture: Picture = { betweenSteps: new Map(), betweenPhases: new Map(), betweenHands: new Map() }
  for (const { from, event, to } of walk(plan, 1)) {
    const [before, after] = [whereIs(from), whereIs(to)]
    if (before.hands !== after.hands) note(picture.betweenHands, before.hands, after.hands, event.type)
    if (ANYWHERE.has(event.type)) continue
    if (before.place !== after.place) note(picture.betweenSteps, before.place, after.place, event.type)
    else if (before.phase !== null && after.phase !== null && before.phase !== after.phase) {
      const phases = picture.betweenPhases.get(before.place) ?? new Map()
      picture.betweenPhases.set(before.place, phases)
      note(phases, `${before.place}_${before.phase}`, `${after.place}_${after.phase}`, event.type)
    }
  }
  return picture
}

const linesOf = (edges: Edges, indent: string): string =>
  [...edges]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([line, events]) => `${indent}${line}: ${[...events].sort().join(', ')}\n`)
    .join('')

function stepLines(place: Place, title: string, edges: Edges | undefined): string {
  if (edges === undefined) return `  state "${title}" as ${place}\n`
  const names = [...new Set([...edges.keys()].flatMap((line) => line.split(' --> ')))].sort()
  const phases = names.map((name) => `    state "${name.slice(place.length + 1)}" as ${name}\n`).join('')
  return `  state "${title}" as ${place} {\n${phases}${linesOf(edges, '    ')}  }\n`
}

const diagram = (lines: string): string => `\`\`\`mermaid\nstateDiagram-v2\n${lines}\`\`\`\n`

function actRows(): string {
  const rows = Object.entries(acts).map(
    ([act, { step, phase, check, inverse }]) =>
      `| \`${act}\` | ${step} | ${phase} | ${check} | ${inverse === null ? '' : `\`${inverse}\``} |\n`,
  )
  return `| act | step | phase | checked by | undone by |\n|---|---|---|---|---|\n${rows.join('')}`
}

/** The page that pictures the attended password change, drawn from walks through the machine itself. */
export function rotationPicture(plan: RotationPlan): string {
  const { betweenSteps, betweenPhases, betweenHands } = pictureOf(plan)
  const boxes = [
    ...steps.map((step, index) => stepLines(step, `${index + 1} ${step}`, betweenPhases.get(step))),
    stepLines('returning', 'the way back', betweenPhases.get('returning')),
  ]
  const way = `  [*] --> schedule\n${boxes.join('')}${linesOf(betweenSteps, '  ')}  complete --> [*]\n  cancelled --> [*]\n`
  return `<!-- Made by "npm run docs" from shared/rotation; changes made here are lost. -->

# The attended password change

Each line names the events of the journal that lead from one state to the next. The state is what the events come to: it is stored nowhere.

## The way

An interruption, an answer, and the decisions to try again, to set new passwords or to turn forward again find the place anew: it is the
first act that is not done. These lines are left out.

${diagram(way)}
## The hands

An act is offered while the hands are *idle*. It is written down before it is done; while it is *acting*, nothing else begins. After an
interruption the server is asked first, and in trouble a person decides.

${diagram(`  [*] --> idle\n${linesOf(betweenHands, '  ')}`)}
## The acts

${actRows()}`
}

import type { CoreClient } from '#renderer/client/core-client.ts'
import type { RotationChoices, RunAnswer, RunView } from '#shared/contract/index.ts'

const language = 'en'

/** Where a run is; that there is a problem is an error. */
export function viewOf(answer: RunAnswer): RunView {
  if (answer.kind === 'problem') throw new Error(answer.line)
  return answer.view
}

/** A sample with everything decided so that nothing stands in the way. */
export async function readyToBegin(
  client: CoreClient,
  sample = 'typical',
): Promise<{ readonly id: string; readonly choices: RotationChoices }> {
  const { id } = await client.cases.openSample({ sample, language })
  const first = await client.rotation.prepare({ id, choices: null, language })
  if (first.kind !== 'preparation') throw new Error('the sample has no login')
  const takenByHand = first.findings.flatMap(({ dependant, level }) => (level === 'stop' && dependant !== null ? [dependant] : []))
  return { id, choices: { ...first.choices, takenByHand, reviewOn: '2027-02-01' } }
}

/** Begins a rehearsal on a sample in which nothing stands in the way. */
export const beginRehearsal = async (client: CoreClient, sample?: string): Promise<RunView> =>
  viewOf(await client.rotation.begin({ ...(await readyToBegin(client, sample)), language }))

/** What a person does next: answers, tries again, confirms, or lets the program act; `look` sees each view of what the program does. */
export async function press(client: CoreClient, view: RunView, look: (view: RunView) => void = () => {}): Promise<RunView> {
  const { act, run, question, decisions } = view
  if (question !== null) return viewOf(await client.rotation.answer({ run, option: question.options[0]?.id ?? '', language }))
  if (act === null && decisions.some(({ id }) => id === 'retry-chosen'))
    return viewOf(await client.rotation.decide({ run, decision: 'retry-chosen', language }))
  if (act === null) throw new Error(`nothing to do: ${view.title}`)
  if (act.action === 'confirm') {
    const said = { by: act.asks === 'name' ? 'Robin Vale' : null, session: act.asks === 'session' ? ('gone' as const) : null }
    return viewOf(await client.rotation.confirm({ run, act: act.id, outcome: 'done', ...said, language }))
  }
  let last = view
  for await (const answer of await client.rotation.act({ run, act: act.id, language })) {
    last = viewOf(answer)
    look(last)
  }
  return last
}

/** More presses than a change of three logins takes. */
const MOST_PRESSES = 120

/** Presses until it is there. */
export async function pressUntil(client: CoreClient, start: RunView, isThere: (view: RunView) => boolean): Promise<RunView> {
  let view = start
  for (let count = 0; !isThere(view); count += 1) {
    if (count > MOST_PRESSES) throw new Error(`no end: ${view.title}, ${JSON.stringify(view.trouble)}, ${view.act?.id}`)
    view = await press(client, view)
  }
  return view
}

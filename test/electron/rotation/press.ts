import type { CoreClient } from '#renderer/client/core-client.ts'
import type { RunAnswer, RunView } from '#shared/contract/index.ts'

const language = 'en'

/** Where a run is; that there is a problem is an error. */
export function viewOf(answer: RunAnswer): RunView {
  if (answer.kind === 'problem') throw new Error(answer.line)
  return answer.view
}

/** Begins a rehearsal on a sample in which nothing stands in the way. */
export async function beginRehearsal(client: CoreClient): Promise<RunView> {
  const { id } = await client.cases.openSample({ sample: 'typical', language })
  const first = await client.rotation.prepare({ id, choices: null, language })
  if (first.kind !== 'preparation') throw new Error('the sample has no login')
  const takenByHand = first.findings.flatMap(({ dependant, level }) => (level === 'stop' && dependant !== null ? [dependant] : []))
  return viewOf(await client.rotation.begin({ id, choices: { ...first.choices, takenByHand, reviewOn: '2027-02-01' }, language }))
}

/** What a person does next: answers, tries again, confirms, or lets the program act. */
export async function press(client: CoreClient, view: RunView): Promise<RunView> {
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
  for await (const answer of await client.rotation.act({ run, act: act.id, language })) last = viewOf(answer)
  return last
}

import { afterEach, describe, expect, it } from 'vitest'

import type { RunView } from '#shared/contract/index.ts'
import { press, pressUntil, readyToBegin, viewOf } from '../../rotation/press.ts'
import { apps } from '../app/client.ts'

const open = apps()
const language = 'en'

const statesOf = ({ steps }: RunView) => steps.map(({ id, state }) => [id, state])
const decided = async (client: Client, { run }: RunView, decision: RunView['decisions'][number]['id']): Promise<RunView> =>
  viewOf(await client.rotation.decide({ run, decision, language }))

type Client = ReturnType<typeof open>['client']

let leave = async (): Promise<void> => {}
afterEach(() => leave())

/** A rehearsal that went forward to a step; of a move to a new user the way back stays open to the end of the call. */
async function rehearsedTo(place: RunView['place']): Promise<{ readonly client: Client; readonly view: RunView }> {
  const { client } = open({ rotationTimes: { actMs: 0, watchMs: 0, realWatchMs: 0 } })
  const { id, choices } = await readyToBegin(client)
  const logins = choices.logins.filter(({ key }) => key.startsWith('windows:')).map((login) => ({ ...login, newUser: 'svc-sync' }))
  const first = viewOf(await client.rotation.begin({ id, choices: { ...choices, logins }, language }))
  leave = async () => {
    await client.rotation.leave({ run: first.run, language })
  }
  return { client, view: await pressUntil(client, first, (view) => view.place === place) }
}

describe('the steps of the way back', () => {
  it('are those that this change has to undo, one after the other until all are done', async () => {
    const { client, view } = await rehearsedTo('resume')
    let back = await decided(client, view, 'back-chosen')
    expect(back.steps).toEqual([
      { id: 'setting', title: 'Bring back the old passwords', state: 'current' },
      { id: 'resuming', title: 'Resume the sync', state: 'open' },
      { id: 'clearing', title: 'Delete the new passwords', state: 'open' },
      { id: 'closing', title: 'Close the change', state: 'open' },
    ])
    const current: (string | undefined)[] = []
    const look = ({ steps }: RunView): void => {
      const at = steps.findIndex(({ state }) => state === 'current')
      const inOrder = steps.map((_, index) => (at === -1 || index < at ? 'done' : index === at ? 'current' : 'open'))
      expect(steps.map(({ state }) => state)).toEqual(inOrder)
      if (current.at(-1) !== steps[at]?.id) current.push(steps[at]?.id)
    }
    while (back.outcome === 'open') back = await press(client, back, look)
    expect(current).toEqual(['setting', 'resuming', 'clearing', 'closing'])
    expect(statesOf(back)).toEqual(current.map((id) => [id, 'done']))
  })

  it('leave out what was never done', async () => {
    const { client, view } = await rehearsedTo('join')
    expect(statesOf(await decided(client, view, 'back-chosen'))).toEqual([
      ['clearing', 'current'],
      ['closing', 'open'],
    ])
  })

  it('are none where it is closed before anything is touched', async () => {
    const { client, view } = await rehearsedTo('generate')
    expect(statesOf(await decided(client, view, 'cancelled'))).toEqual([])
  })

  it('begin anew where the way back was left for a while', async () => {
    const { client, view } = await rehearsedTo('resume')
    const first = await decided(client, view, 'back-chosen')
    const begun = await press(client, first)
    expect(begun).toMatchObject({ place: 'returning', acts: expect.arrayContaining([expect.objectContaining({ state: 'done' })]) })
    const ahead = await decided(client, begun, 'forward-chosen')
    expect(ahead.steps).toHaveLength(10)
    const forward = await pressUntil(client, ahead, ({ place }) => place === 'resume')
    const again = await decided(client, forward, 'back-chosen')
    expect(statesOf(again)).toEqual(statesOf(first))
    expect(again.acts.map(({ id, state }) => [id, state])).toEqual(first.acts.map(({ id, state }) => [id, state]))
  })

  it('are named in German as well', async () => {
    const { client, view } = await rehearsedTo('pause')
    const { steps } = viewOf(await client.rotation.decide({ run: view.run, decision: 'back-chosen', language: 'de' }))
    expect(steps.map(({ title }) => title)).toEqual(['Neue Passwörter löschen', 'Änderung schließen'])
  })
})

// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CoreClient } from '#renderer/client/core-client.ts'
import { ScanScreen } from '#renderer/scan/scan-screen.tsx'
import { SetupScreen } from '#renderer/setup/setup-screen.tsx'
import { StartScreen } from '#renderer/start/start-screen.tsx'
import { profileSchema } from '#shared/formats/profile.ts'
import { sampleIds } from '#shared/samples/index.ts'
import { fakeServer } from '../contract/fake-server.ts'
import { apps } from '../electron/core/app/client.ts'
import { fakeCore } from '../support/fake-core.ts'
import { type RenderedScreen, renderScreen } from '../support/render-screen.tsx'

afterEach(cleanup)

const open = apps()
const language = 'en'
const show = (shown: ReactElement, core: CoreClient): RenderedScreen => renderScreen(shown, { fake: { ...fakeCore(), core } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save and go to the checklists' }))
const idIn = (visited: RenderedScreen['visited']): string => {
  const last = visited.at(-1)
  return last !== undefined && last !== 'back' && 'id' in last && last.id !== null ? last.id : ''
}

describe('screens over the real core', () => {
  it('read a server, take over what it shows and keep it', async () => {
    const { client } = open({ platform: 'win32', collect: fakeServer().collect })
    const { visited } = show(<ScanScreen id={null} probes={null} />, client)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Continue' }) !== null || visited.length > 0).toBe(true))
    for (const onward of screen.queryAllByRole('button', { name: 'Continue' })) fireEvent.click(onward)
    expect(visited.at(-1)).toMatchObject({ screen: 'setup' })
    const id = idIn(visited)
    cleanup()

    show(<SetupScreen id={id} />, client)
    const offered = await client.cases.suggestions({ id, language })
    expect(offered.length).toBeGreaterThan(1)
    fireEvent.click(await screen.findByRole('button', { name: /^Use all/ }))
    fireEvent.change(screen.getByLabelText(/Name of the organisation/), { target: { value: 'Example Trading' } })
    save()
    await waitFor(async () => expect((await client.cases.view({ id, language })).organization).toBe('Example Trading'))
    const { profile } = await client.cases.view({ id, language })
    for (const { field, values } of offered) {
      if (field === 'remoteAccessUsers') expect(profile.remoteAccessUsers).toEqual(expect.arrayContaining(values))
      if (field === 'companyDatabases') expect(profile.erp.companyDatabases).toEqual(expect.arrayContaining(values))
      if (field === 'syncTool') expect(profile.syncTools.map(({ name }) => name)).toEqual(expect.arrayContaining(values))
    }
  })

  it.each(sampleIds)('keep the profile of the sample %s as it is when nothing is changed', async (sample) => {
    const { client } = open()
    const { id, profile: before } = await client.cases.openSample({ sample, language })
    const { visited } = show(<SetupScreen id={id} />, client)
    await screen.findByRole('heading', { level: 1 })
    save()
    await waitFor(() => expect(visited).toEqual([{ screen: 'checklists', id }]))
    const { profile } = await client.cases.view({ id, language })
    expect(profileSchema.parse(profile)).toMatchObject(profileSchema.parse(before))
  })

  it('open a sample by its words and find it again at the start', async () => {
    const { client } = open()
    const { visited } = show(<StartScreen />, client)
    fireEvent.click(screen.getByRole('button', { name: 'Choose a sample' }))
    const samples = await client.app.samples({ language })
    const typical = samples.find(({ id }) => id === 'typical')
    fireEvent.click(await screen.findByText(typical?.title ?? ''))
    await waitFor(() => expect(visited).toHaveLength(1))
    cleanup()
    show(<StartScreen />, client)
    expect(await screen.findByRole('button', { name: /Continue with/ })).toBeDefined()
  })

  it('show the core’s own words for a file that is no snapshot', async () => {
    const { client } = open()
    const { visited } = show(<StartScreen />, client)
    const file = new File(['{"schema":"something else"}'], 'letter.json')
    fireEvent.change(screen.getByLabelText('Open a snapshot', { selector: 'input' }), { target: { files: [file] } })
    expect((await screen.findByRole('alert')).textContent).toContain('letter.json')
    expect(visited).toEqual([])
  })
})

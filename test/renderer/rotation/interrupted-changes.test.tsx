// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StartScreen } from '#renderer/start/start-screen.tsx'
import { caseView } from '../../support/case-view.ts'
import { fakeCore } from '../../support/fake-core.ts'
import type { FakeRotationParts } from '../../support/fake-rotation.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'
import { runLine } from '../../support/rotation-views.ts'

afterEach(cleanup)

const show = (rotation: FakeRotationParts, parts: ScreenParts = {}) => {
  const fake = fakeCore({ rotation, cases: [caseView()] })
  return renderScreen(<StartScreen />, { ...parts, fake })
}
const area = () => screen.findByRole('region', { name: 'Password changes that are not over' })
const titles = (region: HTMLElement) =>
  within(region)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent)

const waiting = runLine({ run: 'waits', server: 'ERP-WAIT', waitsUntil: '2026-03-16T09:00:00.000Z' })
const rehearsal = runLine({ run: 'rehearsal', server: 'ERP-TRY', rehearsal: true })
const stuck = runLine({ run: 'stuck', server: null, obstacle: 'Another program has it open.' })
const real = runLine({ run: 'real', server: 'ERP-REAL' })

describe('interrupted password changes', () => {
  it('stand before everything else of the start page', async () => {
    show({ runs: [real] })
    const region = await area()
    const first = screen.getByRole('region', { name: 'Check this server' })
    expect(region.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeGreaterThan(0)
  })

  it('stand there in presenter mode too', async () => {
    show({ runs: [real] }, { settings: { presenter: true } })
    expect(await area()).toBeDefined()
  })

  it('begin with what cannot wait and end with what waits for a day', async () => {
    show({ runs: [waiting, rehearsal, stuck, real] })
    expect(titles(await area())).toEqual([
      'Password change on a server that is not known was interrupted',
      'Password change on ERP-REAL was interrupted',
      'Rehearsal of a password change on ERP-TRY',
      'Password change on ERP-WAIT',
    ])
  })

  it('go on at the press of a button', async () => {
    const { visited } = show({ runs: [real] })
    fireEvent.click(within(await area()).getByRole('button', { name: 'Continue' }))
    expect(visited).toEqual([{ screen: 'rotation-run', run: 'real', id: 'case-1' }])
  })

  it('say what stands in the way instead of offering a way', async () => {
    show({ runs: [stuck] })
    const region = await area()
    expect(region.textContent).toContain('Another program has it open.')
    expect(within(region).queryByRole('button')).toBeNull()
  })

  it('say calmly when old passwords are deleted', async () => {
    show({ runs: [waiting] })
    const region = await area()
    expect(region.textContent).toContain('Old passwords are deleted on March 16, 2026.')
    expect(within(region).queryByRole('button', { name: 'Continue' })).toBeNull()
    expect(within(region).getByRole('button', { name: 'Look at it' })).toBeDefined()
  })

  it('can be discarded only where they are rehearsals, once that is confirmed', async () => {
    const { fake } = show({ runs: [rehearsal, real] })
    const region = await area()
    expect(within(region).getAllByRole('button', { name: 'Discard rehearsal' })).toHaveLength(1)
    fireEvent.click(within(region).getByRole('button', { name: 'Discard rehearsal' }))
    expect(fake.calls.some(({ name }) => name === 'rotation.discard')).toBe(false)
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard rehearsal' }))
    await waitFor(() => expect(titles(region)).toEqual(['Password change on ERP-REAL was interrupted']))
    expect(fake.calls.find(({ name }) => name === 'rotation.discard')?.input).toEqual({ run: 'rehearsal', language: 'en' })
  })

  it('leave no trace where there are none', async () => {
    const { fake } = show({ runs: [] })
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'rotation.list')).toBe(true))
    await screen.findByRole('button', { name: 'Continue with ERP01' })
    expect(screen.queryByRole('region', { name: 'Password changes that are not over' })).toBeNull()
  })

  it('tell what is wrong with the journals', async () => {
    show({ problem: 'The folder of the journals cannot be read.' })
    expect((await area()).textContent).toContain('The folder of the journals cannot be read.')
  })

  it('can be asked for again where asking failed', async () => {
    const fake = fakeCore({ rotation: { runs: [real] } })
    fake.failNext('rotation.list', { code: 'STORE', line: 'The journals could not be read.' })
    renderScreen(<StartScreen />, { fake })
    const alert = await screen.findByText('The journals could not be read.')
    fireEvent.click(within(alert.closest('[role=alert]') as HTMLElement).getByRole('button', { name: 'Try again' }))
    expect(titles(await area())).toHaveLength(1)
  })

  it('say the same in German', async () => {
    show({ runs: [real, rehearsal, waiting] }, { language: 'de' })
    const region = await screen.findByRole('region', { name: 'Passwortänderungen, die nicht zu Ende sind' })
    expect(region.textContent).toMatch(/auf ERP-REAL wurde unterbrochen.*Probe einer Passwortänderung.*werden am 16\. März 2026 gelöscht/)
    expect(region.textContent).not.toMatch(/rotation\/|\{\{/)
  })
})

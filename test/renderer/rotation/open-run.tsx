import { fireEvent, screen } from '@testing-library/react'
import { RotationRunScreen } from '#renderer/rotation/rotation-run-screen.tsx'
import type { Language, RunView } from '#shared/contract/index.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import type { FakeRotationParts } from '../../support/fake-rotation.ts'
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx'
import { asRun, stepsAt } from '../../support/rotation-views.ts'

/** Opens a run over a fake core and waits until its first view is there. */
export async function openRun(rotation: FakeRotationParts = {}, language: Language = 'en'): Promise<RenderedScreen> {
  const rendered = renderScreen(<RotationRunScreen run="run-1" />, { fake: fakeCore({ rotation }), language })
  await screen.findAllByRole('heading', { level: 2 })
  return rendered
}

/** A run that stays at one view. */
export const openView = (more: Partial<RunView>, language?: Language): Promise<RenderedScreen> =>
  openRun({ script: [asRun(more)] }, language)

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
export const press = (name: string | RegExp): boolean => fireEvent.click(button(name))
export const isOff = (name: string | RegExp): boolean => button(name).getAttribute('aria-disabled') === 'true'

/** What a procedure was asked with, in order. */
export const callsOf = (fake: FakeCore, name: string): readonly unknown[] =>
  fake.calls.filter((call) => call.name === name).map(({ input }) => input)

/** The heading of what is to be done now. */
export const nowHeading = (line: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 3, name: line })

/** What a screen reader was told last. */
export const spoken = (): string | null | undefined => document.querySelector('[role=status][aria-live=polite]')?.textContent

/** The name of the button of the act that a run begins with. */
export const DO_IT = 'Do it now: Stop service WSPSync.'

/** A run that has come to the change itself. */
export const changing: Partial<RunView> = { place: 'change', title: 'Change the passwords', steps: stepsAt('change') }

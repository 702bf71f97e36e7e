// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RotationScreen } from '#renderer/rotation/rotation-screen.tsx'
import type { Language, RotationChoices, RotationPreparation } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import type { FakeRotationParts } from '../../support/fake-rotation.ts'
import { renderScreen } from '../../support/render-screen.tsx'
import { findingView, preparation, runLine, runView } from '../../support/rotation-views.ts'

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => 'blob:made')
  URL.revokeObjectURL = vi.fn()
})
afterEach(cleanup)

const windowsKey = 'windows:ERP01\\erpsync'

async function show(rotation: FakeRotationParts = {}, language: Language = 'en') {
  const fake = fakeCore({ rotation })
  const rendered = renderScreen(<RotationScreen id="case-1" />, { fake, language })
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'rotation.prepare')).toBe(true))
  return rendered
}
const ready = () => screen.findByRole('region', { name: 'Ready?' })
const login = (name: string) => within(screen.getByRole('group', { name }))
const begin = () => screen.getByRole('button', { name: 'Begin' })
const describedBy = (element: HTMLElement) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent
const isOff = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true'
/** The choices that the core was asked with, in order; null: it chose. */
const asked = (fake: ReturnType<typeof fakeCore>): readonly (RotationChoices | null)[] =>
  fake.calls.filter(({ name }) => name === 'rotation.prepare').map(({ input }) => (input as { choices: RotationChoices | null }).choices)

describe('preparing a password change', () => {
  it('asks once for what would be changed, and can be begun at once', async () => {
    const { fake } = await show()
    await ready()
    await waitFor(() => expect(isOff(begin())).toBe(false))
    expect(asked(fake)).toEqual([null])
    expect(screen.getByText('Nothing stands in the way.')).toBeDefined()
  })

  it('reminds of the published phone number and of what each field takes', async () => {
    await show()
    const { textContent } = await screen.findByRole('region', { name: 'Appointment with the vendor' })
    expect(textContent).toMatch(/phone number that it publishes.*which length and which characters.*never needs to see or get a password/)
  })

  it('changes the server itself only where a person chooses that, and says what is known of the old passwords', async () => {
    const { fake } = await show({ prepare: () => preparation({ rehearsal: true, onlyRehearsal: null }) })
    await ready()
    const input = (name: string) => fake.calls.findLast((call) => call.name === name)?.input
    expect(input('rotation.prepare')).toMatchObject({ real: false })
    fireEvent.click(screen.getByRole('radio', { name: /Change ERP01 now/ }))
    await waitFor(() => expect(input('rotation.prepare')).toMatchObject({ real: true }))
  })

  it('says why only a rehearsal is possible, and offers nothing else', async () => {
    await show({ prepare: () => preparation({ rehearsal: true, onlyRehearsal: 'In the browser a change can only be rehearsed.' }) })
    const { textContent } = await ready()
    expect(textContent).toContain('In the browser a change can only be rehearsed.')
    expect(screen.queryByRole('radio', { name: /Change ERP01 now/ })).toBeNull()
  })

  it('of a real change takes no word about passwords: the keychain tells what it has', async () => {
    await show({ prepare: () => preparation({ rehearsal: false, onlyRehearsal: null }) })
    await ready()
    expect(login('ERP01\\erpsync').queryByRole('checkbox', { name: /present password/ })).toBeNull()
    expect(screen.queryByRole('radio', { name: /Held by a person/ })).toBeNull()
    expect(login('ERP01\\erpsync').getByText(/^The keychain (has|does not have) its password of now/)).toBeDefined()
  })

  it('has the present password of a login typed in a window of the system, and asks anew once the keychain has it', async () => {
    const line = 'A sign-in has proven the password. The keychain has it now.'
    const { fake } = await show({ prepare: () => preparation({ canEnterOld: true }), entered: { done: true, line } })
    await ready()
    const before = asked(fake).length
    fireEvent.click(login('ERP01\\erpsync').getByRole('button', { name: 'Enter the present password: ERP01\\erpsync' }))
    expect(await login('ERP01\\erpsync').findByText(line)).toBeDefined()
    expect(fake.calls.findLast(({ name }) => name === 'rotation.enterOld')?.input).toMatchObject({ login: windowsKey, language: 'en' })
    await waitFor(() => expect(asked(fake).length).toBe(before + 1))
    expect(document.querySelector('input[type=password]')).toBeNull()
  })

  it('has a person sign in to SQL Server where nobody may change its login, and asks anew then', async () => {
    const [windows, sql] = preparation().logins
    if (windows === undefined || sql === undefined) throw new Error('no logins')
    const logins = [windows, { ...sql, signInTo: 'ERP01' }]
    const { fake } = await show({ prepare: () => preparation({ logins }), entered: { done: true, line: 'sa is signed in.' } })
    await ready()
    const before = asked(fake).length
    fireEvent.click(login('wsp_sync').getByRole('button', { name: 'Sign in to SQL Server as another: ERP01' }))
    expect(await login('wsp_sync').findByText('sa is signed in.')).toBeDefined()
    await waitFor(() => expect(asked(fake).length).toBe(before + 1))
  })

  it('says why a present password was not kept, and does not ask anew', async () => {
    const line = 'This is not the password that the login takes now.'
    const { fake } = await show({ prepare: () => preparation({ canEnterOld: true }), entered: { done: false, line } })
    await ready()
    const before = asked(fake).length
    fireEvent.click(login('ERP01\\erpsync').getByRole('button', { name: /^Enter the present password/ }))
    expect(await login('ERP01\\erpsync').findByText(line)).toBeDefined()
    expect(asked(fake).length).toBe(before)
  })

  it.each([
    { keeping: 'either', offered: true, said: false },
    { keeping: 'person', offered: false, said: true },
    { keeping: 'keychain', offered: false, said: false },
  ] as const)('asks who keeps the passwords only where there is a choice: $keeping', async ({ keeping, offered, said }) => {
    await show({ prepare: () => preparation({ keeping }) })
    await ready()
    const windows = login('ERP01\\erpsync')
    expect(windows.queryByRole('radio', { name: /Held by a person/ }) !== null).toBe(offered)
    expect(windows.queryByRole('checkbox', { name: /present password/ }) !== null).toBe(said)
  })

  it('begins what loses secrets only when the name of the account was typed', async () => {
    const { fake } = await show({ prepare: () => preparation({ rehearsal: false, typeToConfirm: 'erpsync' }) })
    await ready()
    await waitFor(() => expect(isOff(begin())).toBe(false))
    fireEvent.click(begin())
    const dialog = within(await screen.findByRole('alertdialog'))
    const confirm = dialog.getByRole('button', { name: 'Begin' })
    const begun = () => fake.calls.filter(({ name }) => name === 'rotation.begin')
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'erpsyn' } })
    fireEvent.click(confirm)
    await dialog.findByText('That is not the name.')
    expect(begun()).toEqual([])
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'ERPSYNC' } })
    fireEvent.click(confirm)
    await waitFor(() => expect(begun()[0]?.input).toMatchObject({ typed: 'ERPSYNC' }))
  })

  it('asks anew with each choice', async () => {
    const { fake } = await show({ prepare: () => preparation({ rehearsal: true }) })
    await ready()
    fireEvent.click(login('wsp_sync').getByRole('checkbox', { name: /wsp_sync/ }))
    await waitFor(() => expect(asked(fake)).toHaveLength(2))
    expect(asked(fake)[1]?.logins.map(({ key }) => key)).toEqual([windowsKey])
    fireEvent.click(screen.getByRole('radio', { name: /You, by hand/ }))
    await waitFor(() => expect(asked(fake)[2]?.pause).toBe('by-hand'))
    fireEvent.click(login('ERP01\\erpsync').getByRole('checkbox', { name: /present password/ }))
    await waitFor(() => expect(asked(fake)[3]?.logins[0]?.oldPasswordAtHand).toBe(true))
  })

  it('offers a free name for the new user, and asks for none where it is taken away', async () => {
    const { fake } = await show()
    await ready()
    fireEvent.click(login('ERP01\\erpsync').getByRole('radio', { name: /Move to a new designated user/ }))
    const name = login('ERP01\\erpsync').getByLabelText(/Name of the new user/) as HTMLInputElement
    expect(name.value).toBe('svc-sync')
    await waitFor(() => expect(asked(fake)[1]?.logins[0]?.newUser).toBe('svc-sync'))
    fireEvent.change(name, { target: { value: '' } })
    expect(screen.getByText('Type the name of the new user.')).toBeDefined()
    expect(isOff(begin())).toBe(true)
    expect(describedBy(begin())).toBe('First correct the fields that are marked.')
    fireEvent.change(name, { target: { value: 'svc-erp' } })
    await waitFor(() => expect(asked(fake).at(-1)?.logins[0]?.newUser).toBe('svc-erp'))
    expect(asked(fake)).toHaveLength(3)
  })

  it('keeps what was typed, whatever the core fills in', async () => {
    const { fake } = await show({ prepare: () => preparation() })
    await ready()
    const length = login('wsp_sync').getByRole('textbox', { name: 'Length' }) as HTMLInputElement
    fireEvent.change(length, { target: { value: '40' } })
    await waitFor(() => expect(asked(fake).at(-1)?.logins[1]?.length).toBe(40))
    await waitFor(() => expect(isOff(begin())).toBe(false))
    expect(length.value).toBe('40')
  })

  it('drops an answer that comes after a newer question', async () => {
    const slow = Promise.withResolvers<RotationPreparation>()
    const { fake } = await show({
      prepare: (choices) => {
        if (choices?.pause === 'by-hand') return slow.promise
        return preparation({ standingLine: `asked for ${choices?.pause ?? 'all'}` })
      },
    })
    await ready()
    fireEvent.click(screen.getByRole('radio', { name: /You, by hand/ }))
    await waitFor(() => expect(asked(fake)).toHaveLength(2))
    fireEvent.click(screen.getByRole('radio', { name: /Nobody/ }))
    await within(await ready()).findByText('asked for not-wanted')
    slow.resolve(preparation({ standingLine: 'asked for by-hand' }))
    await slow.promise
    expect(within(await ready()).getByText('asked for not-wanted')).toBeDefined()
  })

  it('cannot be begun while choices are being checked', async () => {
    const slow = Promise.withResolvers<RotationPreparation>()
    const { fake } = await show({ prepare: (choices) => (choices === null ? preparation() : slow.promise) })
    await ready()
    fireEvent.click(screen.getByRole('radio', { name: /You, by hand/ }))
    expect(describedBy(begin())).toBe('Your choices are being checked …')
    fireEvent.click(begin())
    slow.resolve(preparation())
    await waitFor(() => expect(isOff(begin())).toBe(false))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(fake.calls.some(({ name }) => name === 'rotation.begin')).toBe(false)
  })

  it('says why it cannot begin where something stands in the way', async () => {
    const { fake } = await show({
      prepare: () => preparation({ canBegin: false, standing: 'stopped', standingLine: 'It would not start.' }),
    })
    expect((await ready()).textContent).toContain('It would not start.')
    fireEvent.click(begin())
    expect(describedBy(begin())).toBe('Not yet: something stands in the way. See “What was found”.')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(fake.calls.some(({ name }) => name === 'rotation.begin')).toBe(false)
  })

  it('is asked for once more and then goes to the change', async () => {
    const { fake, visited } = await show()
    await ready()
    await waitFor(() => expect(isOff(begin())).toBe(false))
    fireEvent.click(begin())
    const dialog = await screen.findByRole('alertdialog', { name: 'Begin the password change on ERP01?' })
    expect(dialog.textContent).toContain('at least 4 min')
    expect(fake.calls.some(({ name }) => name === 'rotation.begin')).toBe(false)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Begin' }))
    await waitFor(() => expect(visited).toEqual([{ screen: 'rotation-run', run: 'run-1', id: 'case-1' }]))
    expect(fake.calls.find(({ name }) => name === 'rotation.begin')?.input).toMatchObject({ id: 'case-1', choices: preparation().choices })
  })

  it('begins a rehearsal without a question, and says what it is', async () => {
    const { visited } = await show({
      prepare: () => preparation({ rehearsal: true }),
      begin: { kind: 'run', view: runView({ run: 'try', rehearsal: true }) },
    })
    expect(await screen.findByText('Rehearsal: nothing on this computer is touched.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Begin rehearsal' }))
    await waitFor(() => expect(visited).toEqual([{ screen: 'rotation-run', run: 'try', id: 'case-1' }]))
  })

  it('shows why the core does not begin it', async () => {
    const { visited } = await show({
      prepare: () => preparation({ rehearsal: true }),
      begin: { kind: 'problem', line: 'Another change is under way.', next: 'End it first.' },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Begin rehearsal' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Another change is under way. End it first.')
    expect(visited).toEqual([])
  })

  it('makes a calendar file of the call', async () => {
    const { fake } = await show()
    await ready()
    expect(screen.queryByRole('button', { name: 'Download calendar file' })).toBeNull()
    fireEvent.change(screen.getByLabelText(/Date and time of the call/), { target: { value: '2026-03-05T13:30' } })
    fireEvent.click(screen.getByRole('button', { name: 'Download calendar file' }))
    const at = new Date(2026, 2, 5, 13, 30).toISOString()
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === 'rotation.calendar')?.input).toEqual({
        language: 'en',
        server: 'ERP01',
        what: 'call',
        at,
      }),
    )
  })

  it('leads to the setup where no login is known', async () => {
    const { visited } = await show({ prepare: () => ({ kind: 'no-login', line: 'Tell which users the sync tool works under.' }) })
    expect(await screen.findByText('Tell which users the sync tool works under.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'To the setup' }))
    expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }])
  })

  it('can be asked again where asking failed', async () => {
    const fake = fakeCore()
    fake.failNext('rotation.prepare', { code: 'NOT_FOUND', line: 'There is no such case.' })
    renderScreen(<RotationScreen id="case-1" />, { fake })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('There is no such case.')
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await ready()).toBeDefined()
  })

  it('leads to the change of this case that is under way', async () => {
    await show({ runs: [runLine({ run: 'other', caseId: 'case-2', server: 'ELSEWHERE' }), runLine()] })
    const region = await screen.findByRole('region', { name: 'Password changes that are not over' })
    expect(
      within(region)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['Password change on ERP01 was interrupted'])
  })
})

describe('what was found', () => {
  const used = findingView({
    level: 'stop',
    levelWord: 'STOP',
    login: windowsKey,
    line: 'Task Nightly keeps the password.',
    dependant: 'task:nightly',
  })
  const findings = [
    findingView({ line: 'A is fine.' }),
    findingView({ level: 'warn', levelWord: 'NOTE', line: 'B is worth knowing.' }),
    findingView({ level: 'by-hand', levelWord: 'BY HAND', line: 'C is done by hand.' }),
    used,
  ]

  it('begins with what stands in the way and folds away what is in order', async () => {
    await show({ prepare: () => preparation({ findings }) })
    const region = await screen.findByRole('region', { name: 'What was found' })
    expect(region.textContent).toMatch(/STOP · ERP01\\erpsync.*Task Nightly.*BY HAND.*C is.*NOTE.*B is.*1 thing is in order.*A is fine/)
    expect(within(region).getByText('A is fine.').closest('details')?.open).toBe(false)
  })

  it('is taken onto the list of what is done by hand, and the focus stays on it', async () => {
    const { fake } = await show({
      prepare: (choices) =>
        preparation({
          findings: choices?.takenByHand.includes('task:nightly')
            ? [
                findingView({ level: 'by-hand', levelWord: 'BY HAND', line: 'C is done by hand.' }),
                { ...used, level: 'by-hand', levelWord: 'BY HAND' },
              ]
            : findings,
        }),
    })
    await ready()
    const box = screen.getByRole('checkbox', { name: 'I enter the new password there by hand' })
    box.focus()
    fireEvent.click(box)
    await waitFor(() => expect(screen.queryByText('STOP')).toBeNull())
    expect(asked(fake).at(-1)?.takenByHand).toEqual(['task:nightly'])
    const after = screen.getByRole('checkbox', { name: 'I enter the new password there by hand' }) as HTMLInputElement
    expect([after.checked, document.activeElement]).toEqual([true, after])
    fireEvent.click(after)
    await waitFor(() => expect(asked(fake).at(-1)?.takenByHand).toEqual([]))
  })
})

describe('who depends on a login', () => {
  const nodes = Array.from({ length: 30 }, (_, index) => ({
    id: `t${index}`,
    kind: 'dependant' as const,
    name: `Task ${index}`,
    kindWord: 'task',
  }))
  const graph: RotationPreparation['graph'] = {
    nodes: [{ id: windowsKey, kind: 'login', name: 'ERP01\\erpsync', kindWord: 'Windows account' }, ...nodes],
    edges: nodes.map(({ id }, index) => ({
      from: id,
      to: windowsKey,
      handledBy: index === 29 ? 'nobody' : 'app',
      handledWord: index === 29 ? 'nobody brings it there' : 'the program',
    })),
  }

  it('is told in words, worst first, and all of them at the press of a button', async () => {
    await show({ prepare: () => preparation({ graph }) })
    const list = within(await screen.findByRole('list', { name: 'Depends on ERP01\\erpsync' }))
    expect(list.getAllByRole('listitem')).toHaveLength(8)
    expect(list.getAllByRole('listitem')[0]?.textContent).toBe('Task 29nobody brings it there')
    fireEvent.click(screen.getByRole('button', { name: 'Show all 30' }))
    expect(list.getAllByRole('listitem')).toHaveLength(30)
  })
})

describe('the page in German', () => {
  it('has every text', async () => {
    await show({ prepare: () => preparation({ rehearsal: true }) }, 'de')
    expect(await screen.findByRole('button', { name: 'Probe beginnen' })).toBeDefined()
    fireEvent.click(screen.getAllByRole('radio', { name: /neuen eigenen Benutzer/ })[0] as HTMLElement)
    expect(document.body.textContent).toMatch(/Termin mit dem Hersteller.*Was gefunden wurde.*Was geschehen wird/)
    expect(document.body.textContent).not.toMatch(/rotation\/|\{\{/)
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Win32Result } from '#electron/win32/result.ts'
import type { RegisteredTask } from '#electron/win32/task-scheduler.ts'
import { germanTask } from '../electron/policy/task-samples.ts'
import { done, failed } from '../support/acted.ts'
import { describeWith } from '../support/needs.ts'
import { type AccountActs, openAccountActs } from './account-acts.ts'
import type { Step } from './programs/act-on-accounts.ts'

const LIBRARIES = {
  'scheduler.dll': [],
  'pretending-scheduler.dll': ['-DPRETEND'],
  'wrong-password.dll': ['-DANSWER=(HRESULT)0x8007052E'],
  'no-storage.dll': ['-DANSWER=(HRESULT)0x80070520'],
  'no-batch.dll': ['-DANSWER=(HRESULT)0x4131C'],
} as const

const PATH = '\\Abgleich\\Nachts'
const OTHER_PATH = '\\Abgleich\\Andere'
const ACCOUNT = 'ERP01\\Müller'
const FIRST = 'Hunter2-Winter'
const NEXT = 'Tundra7~Sömmer→'

/** This Windows forgets to escape what it stores. */
const PLAIN = germanTask.replace(/<Description>.*<\/Description>/, '<Description>täglich</Description>')

describeWith('wine', 'tasks-hands', () => {
  let acts: AccountActs

  beforeAll(async () => {
    acts = await openAccountActs({ register: new URL('./programs/register-task.ts', import.meta.url) })
  })

  afterAll(async () => {
    await acts?.workspace.close()
  })

  const act = (library: keyof typeof LIBRARIES | null, ...steps: readonly Step[]) =>
    acts.act(library === null ? {} : { 'ole32.dll': library }, ...steps)

  it('register a task of this Windows once more, and change it for real', async () => {
    const { workspace } = acts
    await writeFile(join(workspace.folder, 'first.xml'), PLAIN)
    const registering = await workspace.runWine(['register.mjs', PATH, 'first.xml', ACCOUNT, FIRST])
    expect(registering).toMatchObject({ status: 0, stderr: '' })
    const changed = PLAIN.replace('täglich', 'stündlich').replace('<Enabled>false', '<Enabled>true')
    const { results } = await act(
      null,
      ['task', PATH],
      ['register', PATH, ACCOUNT, NEXT, changed, true],
      ['task', PATH],
      ['register', OTHER_PATH, ACCOUNT, NEXT, changed, true],
      ['task', OTHER_PATH],
    )
    const [before, registered, after, other, absent] = results
    expect(definitionOf(before)).toContain('<Description>täglich</Description>')
    expect(registered).toEqual({ ok: true, value: expect.any(Number) })
    expect(definitionOf(after)).toContain('<Description>stündlich</Description>')
    expect(after).toMatchObject({ value: { path: PATH, enabled: true } })
    // It changes what is there and makes nothing new.
    expect(other).toMatchObject({ ok: false, failure: { function: 'ITaskFolder::RegisterTask', code: 2 } })
    expect(absent).toEqual({ ok: true, value: null })
    const file = join(workspace.prefix.driveC, 'windows', 'system32', 'tasks', ...PATH.split('\\').slice(1))
    const stored = await readFile(file)
    for (const encoding of ['utf8', 'utf16le'] as const) expect(stored.includes(Buffer.from(NEXT, encoding))).toBe(false)
  })

  it('refuse a task of this Windows, which keeps no account in it', async () => {
    const { results } = await act(null, ['accountOf', PATH], ['updateTask', PATH, ACCOUNT, NEXT], ['updateTask', OTHER_PATH, ACCOUNT, NEXT])
    expect(results).toEqual([null, failed('task-stores-no-password', 'not-done'), failed('task-not-there', 'not-done')])
  })

  describeWith('mingw-w64', 'of a made scheduler', () => {
    beforeAll(() => acts.compile('tasks-made.c', LIBRARIES, '-loleaut32', '-luuid'))

    const describeTask = async (definition: string): Promise<void> => {
      await writeFile(join(acts.workspace.folder, 'task.xml'), `\uFEFF${definition}`, 'utf16le')
    }

    it('hand account and password over as this Windows copies them', async () => {
      await describeTask(germanTask)
      const { results, calls } = await act(
        'scheduler.dll',
        ['updateTask', PATH, ACCOUNT, NEXT],
        ['accountOf', PATH],
        ['updateTask', PATH, ACCOUNT, NEXT],
      )
      expect(results).toEqual([done, ACCOUNT, done])
      const line = `RegisterTask flags 0x24 logon 1 sddl 0 user 8 ${ACCOUNT.length} ${ACCOUNT} password 8 ${NEXT.length} ${NEXT}`
      expect(calls).toEqual([line, line])
    })

    it('keep a sign-in that may also be that of whoever is there', async () => {
      await describeTask(germanTask.replace('>Password<', '>InteractiveTokenOrPassword<'))
      const { results, calls } = await act('scheduler.dll', ['updateTask', PATH, ACCOUNT, NEXT])
      expect(results).toEqual([done])
      expect(calls).toEqual([expect.stringContaining(' logon 6 ')])
    })

    it.each([
      { library: 'pretending-scheduler.dll', result: failed('task-runs-as-other', 'unknown') },
      { library: 'wrong-password.dll', result: failed('windows-1326', 'not-done') },
      { library: 'no-storage.dll', result: failed('windows-1312', 'not-done') },
      { library: 'no-batch.dll', result: failed('task-may-not-sign-in', 'unknown') },
    ] as const)('tell what a registration came to ($library)', async ({ library, result }) => {
      await describeTask(germanTask)
      expect((await act(library, ['updateTask', PATH, ACCOUNT, NEXT])).results).toEqual([result])
    })

    it('register nothing of a task without a password, or that is not there', async () => {
      await describeTask(germanTask.replace('>Password<', '>S4U<'))
      const { results, calls } = await act('scheduler.dll', ['updateTask', PATH, ACCOUNT, NEXT], ['updateTask', OTHER_PATH, ACCOUNT, NEXT])
      expect(results).toEqual([failed('task-stores-no-password', 'not-done'), failed('task-not-there', 'not-done')])
      expect(calls).toEqual([])
    })
  })
})

function definitionOf(answer: unknown): string {
  const found = answer as Win32Result<RegisteredTask | null>
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found))
  return found.value.definition
}

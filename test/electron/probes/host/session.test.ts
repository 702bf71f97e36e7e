import { describe, expect, it } from 'vitest'

import { readSession } from '#electron/probes/host/session.ts'
import { createNotebook } from '#electron/probes/reading.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { windowsOf } from '../stand-in-windows.ts'

interface MadeProcess {
  readonly path: string
  readonly session?: number | null
}

const processesOf = (made: readonly MadeProcess[]): Pick<Windows, 'processes' | 'sessions'> => ({
  processes: {
    ...windowsOf().processes,
    list: () => succeeded(made.map(({ path }, index) => ({ id: index, name: path.slice(path.lastIndexOf('\\') + 1) }))),
    open: (id, reader) =>
      succeeded(reader({ imagePath: () => succeeded(made[id]?.path ?? null), ownerSid: () => refused('OpenProcessToken', 5) })),
  },
  sessions: {
    ...windowsOf().sessions,
    ownId: () => succeeded(3),
    carrier: () => succeeded('console'),
    clientName: () => succeeded('LAPTOP-7'),
    ofProcess: (id) => {
      const session = made[id]?.session === undefined ? 3 : made[id].session
      return session === null ? refused('ProcessIdToSessionId', 87) : succeeded(session)
    },
  },
})

function read(made: readonly MadeProcess[], sessions: Partial<Windows['sessions']> = {}, more: Partial<Windows> = {}) {
  const notebook = createNotebook()
  const parts = processesOf(made)
  const session = readSession(windowsOf({ ...parts, sessions: { ...parts.sessions, ...sessions }, ...more }), notebook)
  return { session, notes: notebook.reading(null) }
}

const APPLET = 'C:\\Users\\kim\\AppData\\Local\\GoTo Resolve Applet\\1\\GoToResolveRemoteControl.exe'
const INSTALLED = 'C:\\Program Files\\TeamViewer\\TeamViewer.exe'
const EXPLORER = 'C:\\Windows\\explorer.exe'

describe('session', () => {
  it.each([
    { name: 'at the machine', made: [{ path: EXPLORER }], expected: { kind: 'console', client: null } },
    { name: 'at the machine while a process ends', made: [{ path: EXPLORER, session: null }], expected: { kind: 'console', client: null } },
    {
      name: 'at the machine, beside help in another session',
      made: [{ path: APPLET, session: 2 }],
      expected: { kind: 'console', client: null },
    },
    { name: 'with somebody who helps', made: [{ path: EXPLORER }, { path: APPLET }], expected: { kind: 'support-tool', client: null } },
    {
      name: 'with somebody who helps, beside an installed tool',
      made: [{ path: INSTALLED }, { path: APPLET }],
      expected: { kind: 'support-tool', client: null },
    },
  ])('is $name', ({ made, expected }) => {
    expect(read(made)).toEqual({ session: expected, notes: { status: 'ok', facts: null } })
  })

  it('comes over a network from a computer, if that has a name', () => {
    const carrier = () => succeeded('remote' as const)
    expect(read([], { carrier }).session).toEqual({ kind: 'rdp', client: 'LAPTOP-7' })
    expect(read([], { carrier, clientName: () => succeeded(null) }).session).toEqual({ kind: 'rdp', client: null })
  })

  it.each([
    { name: 'the services have it', sessions: { ownId: () => succeeded(0) }, why: 'it runs where the services do' },
    {
      name: 'its number refuses',
      sessions: { ownId: () => refused('WTSQuerySessionInformationW', 5) },
      why: 'WTSQuerySessionInformationW ended with error 5',
    },
    {
      name: 'its carrier refuses',
      sessions: { carrier: () => refused('WTSQuerySessionInformationW', 7022) },
      why: 'WTSQuerySessionInformationW ended with error 7022',
    },
    {
      name: 'the name of the client refuses',
      sessions: { carrier: () => succeeded('remote' as const), clientName: () => refused('WTSQuerySessionInformationW', 5) },
      why: 'WTSQuerySessionInformationW ended with error 5',
    },
    {
      name: 'the processes refuse',
      more: { processes: { ...windowsOf().processes, list: () => refused('CreateToolhelp32Snapshot', 8) } },
      why: 'CreateToolhelp32Snapshot ended with error 8',
    },
    {
      name: 'an installed tool may show it to somebody',
      made: [{ path: INSTALLED }],
      why: 'a tool that could show the screen elsewhere is running',
    },
  ])('is left out, with a remark and no gap, where $name', ({ made = [], sessions, more, why }) => {
    expect(read(made, sessions, more)).toEqual({
      session: undefined,
      notes: { status: 'ok', facts: null, notes: [`how the person who ran this sits at the server is not known: ${why}`] },
    })
  })
})

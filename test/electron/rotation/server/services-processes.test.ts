import { describe, expect, it } from 'vitest'

import { processesLeft } from '#electron/rotation/server/services-processes.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { status } from './services-under-test.ts'

const FOLDER = 'C:\\Program Files\\ERP Sync'

/** A process with its path; a number is the code with which it refuses to be opened, null no path at all. */
interface Made {
  readonly name: string
  readonly path: string | number | null
}

const SYSTEM: Made = { name: 'System', path: null }
const EXPLORER: Made = { name: 'explorer.exe', path: 'C:\\Windows\\explorer.exe' }

function left(
  processes: readonly Made[],
  {
    services = {},
    files = [],
    folders = [FOLDER],
  }: {
    /** ids of the processes of services, by name; negative: the code of a refusal */
    readonly services?: Readonly<Record<string, number>>
    readonly files?: readonly string[] | null
    readonly folders?: readonly string[]
  } = {},
) {
  const ports: Parameters<typeof processesLeft>[0] = {
    control: {
      status: (name) => {
        const id = services[name] ?? 0
        return id < 0 ? refused('OpenServiceW', -id) : succeeded(status('stopped', { processId: id }))
      },
    },
    processes: {
      list: () =>
        processes.length === 0 ? refused('CreateToolhelp32Snapshot', 5) : succeeded(processes.map(({ name }, id) => ({ id, name }))),
      open: (id, reader) => {
        const path = processes[id]?.path ?? null
        if (typeof path === 'number') return refused('OpenProcess', path)
        return succeeded(reader({ imagePath: () => succeeded(path), ownerSid: () => refused('OpenProcessToken', 5) }))
      },
    },
    filesIn: async () => files,
  }
  return processesLeft(ports, Object.keys(services), folders)
}

describe('services-processes', () => {
  it.each([
    { name: 'in the folder', path: `${FOLDER}\\sync.exe`, found: true },
    { name: 'below the folder', path: `${FOLDER}\\bin\\sync.exe`, found: true },
    { name: 'in the folder, spelled otherwise', path: 'c:\\PROGRAM FILES\\erp sync\\sync.exe', found: true },
    { name: 'in a folder whose name begins the same', path: `${FOLDER} 2\\sync.exe`, found: false },
    { name: 'elsewhere', path: 'C:\\Windows\\sync.exe', found: false },
  ])('finds a process $name: $found', async ({ path, found }) => {
    for (const folder of [FOLDER, `${FOLDER}\\`, FOLDER.replaceAll('\\', '/')]) {
      expect(await left([SYSTEM, EXPLORER, { name: 'sync.exe', path }], { folders: [folder] })).toEqual(found ? ['sync.exe'] : [])
    }
  })

  it('finds the process of a service wherever it is, and each name once', async () => {
    const processes = [SYSTEM, { name: 'host.exe', path: 5 }, { name: 'host.exe', path: `${FOLDER}\\host.exe` }]
    expect(await left(processes, { services: { WSPSync: 1, Stopped: 0 } })).toEqual(['host.exe'])
  })

  it('takes a service that is not there for one without a process', async () => {
    expect(await left([EXPLORER], { services: { Gone: -1060 } })).toEqual([])
  })

  it.each([
    { name: 'the processes are not listed', processes: [], options: {} },
    { name: 'a service does not tell', processes: [EXPLORER], options: { services: { WSPSync: -5 } } },
    {
      name: 'a hidden process has the name of a file of the folder',
      processes: [{ name: 'Sync.exe', path: 5 }],
      options: { files: ['sync.EXE'] },
    },
    { name: 'a process is hidden and the folder is not listed', processes: [{ name: 'x.exe', path: 5 }], options: { files: null } },
  ])('does not know where $name', async ({ processes, options }) => {
    expect(await left(processes, options)).toBeNull()
  })

  it.each([
    { name: 'has another name than every file of the folder', processes: [{ name: 'lsass.exe', path: 5 }], files: ['sync.exe'] },
    { name: 'has ended since', processes: [{ name: 'sync.exe', path: 87 }], files: ['sync.exe'] },
  ])('leaves out a process that $name', async ({ processes, files }) => {
    expect(await left(processes, { files })).toEqual([])
  })

  it('says what is left for sure, whatever else is hidden', async () => {
    const processes = [
      { name: 'sync.exe', path: `${FOLDER}\\sync.exe` },
      { name: 'other.exe', path: 5 },
    ]
    expect(await left(processes, { files: null })).toEqual(['sync.exe'])
  })
})

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'

import { type PlannedLogin, rotationPlanSchemaId } from '#shared/rotation/plan.ts'
import { germanTask } from '../electron/policy/task-samples.ts'
import { secretForms } from '../electron/vault/canary.ts'
import { selfSignedCertificate } from '../support/tds/certificate.ts'
import { ADMINISTRATOR, createChangingServer } from '../support/tds/changing-server.ts'
import { startTdsServer } from '../support/tds/server.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { Line, Reach, Step } from './programs/change-passwords.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

const FOLDER = 'C:\\Program Files\\ERP Sync'
/** Windows runs one process for two services of the same program here, so each has its own. */
const PROGRAMS = { WSPSync: 'wspsync.exe', WSPWatch: 'wspwatch.exe' }
const OLD_SQL = 'Winter-Old-2024'

/** What the made server itself keeps passwords in. */
const SERVER_FILES: ReadonlySet<string> = new Set(['server.bin', 'given.txt', 'calls.txt'])

/** How often a process is looked at: what starts another one is a copy of itself at first. */
const LOOKS_AT_A_PROCESS = 3
const LOOK_MS = 40

export const SQL = 'sql-server:$HOST\\SAGE/wsp_sync'
export const windowsKey = (user: string): string => `windows:$HOST\\${user}`
export const digestOf = (password: string): string => createHash('sha256').update(password).digest('hex')

const login = {
  oldPasswordKnown: true,
  usedByOthers: false,
  length: 25,
  changedBy: 'app',
  keptIn: 'keychain',
  minimumAgeHours: 0,
  historyCount: 0,
  lockOut: 'none',
} as const

const holder = (kind: 'service' | 'scheduled-task' | 'sync-tool-window', name: string) => ({ key: `${kind}:${name}`, kind, name })

/** To a user that the change makes. */
export const moveTo = (name: string): PlannedLogin['change'] => ({
  kind: 'new-user',
  newKey: windowsKey(name),
  newName: name,
  rights: ['SeServiceLogonRight'],
})

/** A change of the user of the sync tool, in its own way where there is one, and of its SQL Server login. */
export function planOf(id: string, user: string, own: Partial<Pick<PlannedLogin, 'change' | 'lockOut'>> = {}): unknown {
  const change = { kind: 'new-password', how: 'change' } as const
  const account = `.\\${user}`
  const holders = [
    { ...holder('service', 'WSPSync'), account },
    { ...holder('service', 'WSPWatch'), account },
    holder('scheduled-task', '\\Abgleich\\Nachts'),
  ]
  return {
    schema: rotationPlanSchemaId,
    id,
    server: '$HOST',
    rehearsal: false,
    pause: 'app',
    logins: [
      { ...login, key: windowsKey(user), kind: 'windows', name: user, account: 'local', change, holders, ...own },
      {
        ...{ ...login, key: SQL, kind: 'sql-server', name: 'wsp_sync' },
        change: { kind: 'new-password', how: 'reset' },
        holders: [holder('sync-tool-window', 'SQL password')],
      },
    ],
    services: [
      { name: 'WSPSync', startMode: 'auto', delayedStart: false, state: 'running' },
      { name: 'WSPWatch', startMode: 'manual', delayedStart: false, state: 'running' },
    ],
    folders: [FOLDER],
    stopOrder: ['WSPWatch', 'WSPSync'],
    startOrder: ['WSPSync', 'WSPWatch'],
    times: { actMinutes: 5, watchMinutes: 0, graceDays: 0 },
    schedule: { callAt: null, reviewOn: '2027-02-01' },
  }
}

/** A Windows with services, a user and a SQL Server whose passwords are changed by programs of their own, each after the other. */
export async function openPasswordChanges() {
  const workspace = await openWineWorkspace({
    bundle: {
      change: new URL('./programs/change-passwords.ts', import.meta.url),
      seed: new URL('./programs/seed-services.ts', import.meta.url),
    },
  })
  const { folder, prefix } = workspace
  const startedMs = Date.now()
  const sql = createChangingServer({ wsp_sync: { password: OLD_SQL } })
  const sqlPasswords = new Set([OLD_SQL])
  const server = await startTdsServer({ name: 'ERP01', version: [16, 0, 4185], certificate: selfSignedCertificate(), ...sql.parts })
  const seen = createProcessWatch(prefix.folder)
  let printed = ''

  const reach: Reach = {
    libraries: {
      ...{ 'netapi32.dll': 'server.dll', 'advapi32.dll': 'server.dll', 'kernel32.dll': 'server.dll' },
      ...{ 'authz.dll': 'groups.dll', 'ole32.dll': 'scheduler.dll' },
    },
    // Wine gives every file to its user, where Windows gives it to the administrators.
    journals: 'C:\\ProgramData\\Journals',
    haste: 100,
    sql: { port: server.port, ...ADMINISTRATOR },
  }

  /** Does the steps in a process of their own; the lines that it wrote. */
  const change = async (...steps: readonly Step[]): Promise<readonly Line[]> => {
    await writeFile(join(folder, 'steps.json'), JSON.stringify(steps))
    await writeFile(join(folder, 'reach.json'), JSON.stringify(reach))
    const watching = setInterval(seen.look, LOOK_MS)
    const { stdout, stderr, status } = await workspace.runWine(['change.mjs', 'steps.json', 'reach.json'])
    clearInterval(watching)
    printed += stdout + stderr
    sqlPasswords.add(sql.logins.get('wsp_sync')?.password ?? '')
    expect(stderr).toBe('')
    const lines: readonly Line[] = stdout.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line)))
    expect(status === 0).toBe(lines.at(-1)?.kind !== 'killed')
    return lines
  }

  const compile = (...args: readonly string[]) => run('x86_64-w64-mingw32-gcc', ['-D_WIN32_WINNT=0x0A00', '-w', ...args])
  const prepare = async (): Promise<void> => {
    await compile('-municode', join(sources, 'service-under-test.c'), '-o', join(folder, 'service.exe'))
    await compile('-shared', join(sources, 'changing-server.c'), '-o', join(folder, 'server.dll'))
    await compile('-shared', join(sources, 'accounts-authz.c'), '-o', join(folder, 'groups.dll'))
    await compile('-shared', join(sources, 'tasks-made.c'), '-loleaut32', '-luuid', '-o', join(folder, 'scheduler.dll'))
    const place = join(prefix.driveC, 'Program Files', 'ERP Sync')
    await mkdir(place, { recursive: true })
    for (const program of Object.values(PROGRAMS)) await copyFile(join(folder, 'service.exe'), join(place, program))
    const seeds = Object.entries(PROGRAMS).map(([name, program]) => {
      const startType = name === 'WSPSync' ? 2 : 3
      return { name, displayName: name, startType, imagePath: `"${FOLDER}\\${program}" plain`, account: '.\\erpsync' }
    })
    await writeFile(join(folder, 'services.json'), JSON.stringify(seeds))
    await writeFile(join(folder, 'task.xml'), `\uFEFF${germanTask}`, 'utf16le')
    expect(await workspace.runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
    const services = Object.keys(PROGRAMS)
    await change(
      { do: 'make', server: '$HOST', user: 'erpsync', login: windowsKey('erpsync'), services },
      { do: 'store', server: '$HOST', login: SQL, password: OLD_SQL },
    )
  }

  return {
    folder,
    prepare,
    change,
    sql,
    /** The next password of SQL Server is refused with this number. */
    refuseOnce: (number: number): void => {
      sql.policy = () => {
        sql.policy = () => null
        return number
      }
    },
    sqlPassword: (): string => sql.logins.get('wsp_sync')?.password ?? '',
    /** Lets the user's password be older than it is. */
    age: async (user: string, seconds: bigint): Promise<void> => {
      const path = join(folder, 'server.bin')
      const bytes = await readFile(path)
      const entry = entriesIn(bytes).find(({ name }) => name === user)?.bytes
      entry?.writeBigUInt64LE(entry.readBigUInt64LE(ENTRY.setAt) - seconds, ENTRY.setAt)
      await writeFile(path, bytes)
    },
    userNames: async (): Promise<readonly string[]> => entriesIn(await readFile(join(folder, 'server.bin'))).map(({ name }) => name),
    /** Every password that was ever given to the server. */
    passwords: (): readonly string[] => {
      const given = readFileSync(join(folder, 'given.txt'), 'utf8').trim().split('\n')
      return [...new Set([...given.map((line) => line.split(' ')[2] ?? ''), ...sqlPasswords])]
    },
    /** Where passwords stand: in what was printed, in processes, and in files that were written since the beginning. */
    leaks: (passwords: readonly string[]): { readonly leaks: readonly string[]; readonly searched: readonly string[] } => {
      const files = [folder, prefix.folder].flatMap((root) => writtenBelow(root, startedMs))
      const places: readonly (readonly [string, Buffer])[] = [
        ['what was printed', Buffer.from(printed)],
        ['processes', Buffer.from([...seen.texts].join('\n'))],
        ...files.map((path) => [path, readFileSync(path)] as const),
      ]
      const found = places.flatMap(([name, bytes]) =>
        passwords.flatMap((each) => secretForms(bytes, each).map((form) => `${name}: ${form}`)),
      )
      const commands = [...seen.texts].filter((each) => each.includes('change.mjs'))
      return { leaks: [...new Set(found)], searched: [...places.map(([name]) => name), ...commands] }
    },
    isOfServer: (leak: string): boolean => SERVER_FILES.has(leak.slice(folder.length + 1).split(':')[0] ?? ''),
    close: async (): Promise<void> => {
      await server.close()
      await workspace.close()
    },
  }
}

/** An entry of server.bin in bytes, as the compiler lays it out: its kind comes first, its name behind that, its time at the end. */
const ENTRY = { size: 1072, nameAt: 2, nameEnd: 130, setAt: 1064 } as const

/** The users in it, each with its part of the memory. */
function entriesIn(server: Buffer): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return Array.from({ length: Math.floor(server.length / ENTRY.size) }, (_, index) => {
    const bytes = server.subarray(index * ENTRY.size, (index + 1) * ENTRY.size)
    const [name = ''] = bytes.toString('utf16le', ENTRY.nameAt, ENTRY.nameEnd).split('\0')
    return { name, bytes }
  }).filter(({ bytes }) => bytes.toString('utf16le', 0, ENTRY.nameAt) === 'u')
}

/** Files that were written since a time; links, such as that to this whole machine, are not followed. */
function writtenBelow(folder: string, sinceMs: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return writtenBelow(path, sinceMs)
    return entry.isFile() && statSync(path).mtimeMs >= sinceMs ? [path] : []
  })
}

/** Command lines and environments of the programs of one Windows. */
function createProcessWatch(prefix: string) {
  const looks = new Map<string, number>()
  const texts = new Set<string>()
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'latin1')
    } catch {
      return ''
    }
  }
  return {
    texts,
    look: (): void => {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        const count = looks.get(pid) ?? 0
        if (count >= LOOKS_AT_A_PROCESS) continue
        looks.set(pid, count + 1)
        const environment = read(pid, 'environ')
        if (environment.includes(prefix)) texts.add(environment).add(read(pid, 'cmdline'))
      }
    },
  }
}

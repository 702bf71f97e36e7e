import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { constant, structures, table, textTable } from './c-source.ts'
import { factsOf, fileTimeOf } from './facts-of.ts'
import { firewallTexts } from './firewall.ts'
import { taskDefinition } from './task-definition.ts'

/** What runs on the machine: processes, sockets, sessions, logs, tasks and what its management knows. */
export function machineTables(snapshot: Snapshot): readonly string[] {
  return [
    processTable(snapshot),
    socketTable(snapshot),
    ...sessionTables(snapshot),
    ...taskTables(snapshot),
    managedTable(snapshot),
    ...firewallTexts(snapshot),
  ]
}

function processTable(snapshot: Snapshot): string {
  const { processes } = factsOf(snapshot, 'processes')
  return table(
    'described_process',
    'processes',
    processes.map(({ name, path, accountSid }) => [name, path, accountSid]),
  )
}

function socketTable(snapshot: Snapshot): string {
  const { processes } = factsOf(snapshot, 'processes')
  const idOf = (owner: string | null): number => {
    const row = processes.findIndex(({ name, path }) => (path ?? name).toLowerCase() === owner?.toLowerCase())
    if (row < 0) throw new Error(`no process of the snapshot is ${owner}, which has a socket`)
    return 4 * (row + 1)
  }
  const rows = factsOf(snapshot, 'listeners').listeners.map(({ protocol, address, port, process }) => [
    address,
    Number(protocol === 'udp'),
    Number(address.includes(':')),
    port,
    idOf(process),
  ])
  return table('described_socket', 'sockets', rows)
}

/** WTS_CONNECTSTATE_CLASS and WTS_PROTOCOL_TYPE of wtsapi32.h. */
const SESSION_STATES = { active: 0, connected: 1, disconnected: 4 } as const
const PROTOCOLS = { console: 0, rdp: 2 } as const

/** Number of the first session of a person: 0 is that of the services, 1 the console, where nobody sits. */
const FIRST_SESSION = 2

const SESSION_MANAGER = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'

/** Logs that this Windows has; the last two are empty. */
const CHANNELS = [SESSION_MANAGER, 'Security', 'Microsoft-Windows-RemoteAssistance/Operational']

/** Numbers of the session manager's events: a session was left, somebody signed in to a new one. */
const LEFT = 24
const SIGNED_IN = 21

function sessionTables(snapshot: Snapshot): readonly string[] {
  const { sessions, remote, since } = factsOf(snapshot, 'logons')
  const { session: own } = factsOf(snapshot, 'host')
  const reader = sessions.findIndex(({ accountSid }) => accountSid === snapshot.collector.userSid)
  const people = sessions.map(({ account, state, kind }, index) => {
    const [domain = '', name = ''] = account.split('\\')
    // Windows keeps nothing of how a session was opened that nobody looks at any more.
    const protocol = state === 'disconnected' ? PROTOCOLS.console : PROTOCOLS[kind]
    return [FIRST_SESSION + index, SESSION_STATES[state], domain, name, index === reader ? (own?.client ?? null) : null, protocol]
  })
  const services = [0, SESSION_STATES.disconnected, null, null, null, PROTOCOLS.console]
  const console = [1, SESSION_STATES.connected, null, null, null, PROTOCOLS.console]
  const sessionOf = (account: string): number => {
    const index = sessions.findIndex((session) => session.account === account)
    return index < 0 ? FIRST_SESSION + sessions.length : FIRST_SESSION + index
  }
  const signIns = remote
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(({ account, at, from }) => [
      SESSION_MANAGER,
      SIGNED_IN,
      { expression: `${fileTimeOf(Date.parse(at))}ULL` },
      account,
      sessionOf(account),
      from,
    ])
  const oldest = [SESSION_MANAGER, LEFT, { expression: `${fileTimeOf(Date.parse(since))}ULL` }, 'NT AUTHORITY\\SYSTEM', 1, null]
  return [
    table('described_session', 'sessions', [services, console, ...people]),
    constant('READER_SESSION', FIRST_SESSION + reader),
    textTable('channels', CHANNELS),
    table('described_event', 'logged', [oldest, ...signIns]),
  ]
}

type Task = Facts['scheduled-tasks']['tasks'][number]

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('\\')) || '\\'
}

function taskTables(snapshot: Snapshot): readonly string[] {
  const { tasks } = factsOf(snapshot, 'scheduled-tasks')
  const folders = new Set<string>()
  for (const { path } of tasks) {
    for (let folder = folderOf(path); folder !== '\\'; folder = folderOf(folder)) folders.add(folder)
  }
  // A task is switched off by its registration or by its own definition: half of them are, one way each.
  const row = (task: Task, index: number) => {
    const byRegistration = index % 2 === 0
    return [folderOf(task.path), task.path, Number(task.enabled || !byRegistration), taskDefinition(task, task.enabled || byRegistration)]
  }
  return [
    table(
      'described_folder',
      'task_folders',
      [...folders].map((folder) => [folderOf(folder), folder]),
    ),
    table('described_task', 'tasks', tasks.map(row)),
  ]
}

/** VARENUM of wtypes.h. */
const TYPES = { boolean: 11, text: 8 } as const

function managedTable(snapshot: Snapshot): string {
  const rows = factsOf(snapshot, 'antivirus').products.map(({ enabled, realTime, signaturesUpdatedAt }) => {
    const updated = (signaturesUpdatedAt ?? '1970-01-01T00:00:00Z').replaceAll(/[-:TZ]/g, '')
    return [
      'ROOT\\Microsoft\\Windows\\Defender',
      'MSFT_MpComputerStatus',
      structures('described_property', [
        ['AMRunningMode', TYPES.text, 'Normal', 0],
        ['AMServiceEnabled', TYPES.boolean, null, Number(enabled)],
        ['AntivirusEnabled', TYPES.boolean, null, Number(enabled)],
        ['RealTimeProtectionEnabled', TYPES.boolean, null, Number(realTime === true)],
        ['AntivirusSignatureLastUpdated', TYPES.text, `${updated}.000000+000`, 0],
      ]),
    ]
  })
  return table('described_object', 'managed', rows)
}

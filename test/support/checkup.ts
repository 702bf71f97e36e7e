import { type Checkup, type CheckupItem, checkupSchemaId } from '#shared/formats/checkup.ts'
import { profileSchemaId } from '#shared/formats/profile.ts'

type Params = CheckupItem['message']['params']

function hex(start: number, length: number): string {
  return Array.from({ length }, (_, index) => ((start + index * 7) % 16).toString(16)).join('')
}

/** A piece of evidence as the evaluator writes it; the English detail is only looked at where a report has no key. */
export function evidenceOf(
  check: string,
  probe: string,
  subject: string,
  kind: string,
  params: Params,
  verdict: CheckupItem['verdict'],
): CheckupItem['evidence'][number] {
  return { probe, subject, detail: `${kind} of ${subject}`, kind, message: { id: `${check}/evidence/${kind}`, params }, verdict }
}

const gotoassist = 'gotoassist-removed'
const otherWays = 'other-remote-access-removed'

const remoteAccess: readonly CheckupItem[] = [
  {
    id: 'remote-user-removed',
    checklist: 'remote-access',
    title: 'The remote-access user is removed',
    verdict: 'pass',
    severity: 'high',
    message: { id: 'remote-user-removed/gone', params: { names: ['cimremote'] } },
    because: 'cimremote no longer exists on this server.',
    evidence: [evidenceOf('remote-user-removed', 'local-users', 'cimremote', 'gone', {}, 'pass')],
  },
  {
    id: gotoassist,
    checklist: 'remote-access',
    title: 'GoToAssist is removed',
    verdict: 'fail',
    severity: 'high',
    message: { id: `${gotoassist}/installed`, params: { names: ['GoToAssist Remote Support Customer'] } },
    because: 'GoToAssist Remote Support Customer is installed and can be reached without anybody at the server.',
    evidence: [
      evidenceOf(gotoassist, 'services', 'GoToAssist Remote Support Customer', 'service', { state: 'running', mode: 'auto' }, 'fail'),
      evidenceOf(gotoassist, 'programs', 'GoToAssist Customer', 'program', { version: '4.8.0.1732' }, 'fail'),
    ],
  },
  {
    id: otherWays,
    checklist: 'remote-access',
    title: 'No other way in is left open',
    verdict: 'attention',
    severity: 'medium',
    message: { id: `${otherWays}/found`, params: { names: ['TeamViewer', 'Remote Desktop', 'AnyDesk', 'WinRM'] } },
    also: [{ id: 'note/answer-kept', params: { subjects: ['WinRM'], by: 'Dana Weber', date: '2026-02-27' } }],
    because:
      'TeamViewer, Remote Desktop, AnyDesk and WinRM are other ways into this server; WinRM kept according to Dana Weber on 2026-02-27.',
    evidence: [
      evidenceOf(otherWays, 'services', 'TeamViewer', 'running', {}, 'attention'),
      evidenceOf(otherWays, 'remote-desktop', 'Remote Desktop', 'running', {}, 'attention'),
      evidenceOf(otherWays, 'programs', 'AnyDesk', 'installed', {}, 'attention'),
      evidenceOf(otherWays, 'listeners', 'WinRM', 'running', {}, 'pass'),
      ...['RealVNC', 'UltraVNC', 'LogMeIn'].map((tool) =>
        evidenceOf(otherWays, 'remote-access-files', tool, 'remnant', { path: `C:\\Program Files (x86)\\${tool}` }, 'attention'),
      ),
    ],
    answers: [{ kind: 'kept', by: 'Dana Weber', at: '2026-02-27T09:30:00Z', note: 'Used by the backup server', subjects: ['WinRM'] }],
  },
  {
    id: 'sync-user-denied-remote',
    checklist: 'remote-access',
    title: 'The sync tool’s Windows user cannot sign in remotely',
    verdict: 'attention',
    severity: 'high',
    message: { id: 'sync-user-denied-remote/allowed', params: { names: ['ERP01\\svc-wsp'] } },
    because: 'ERP01\\svc-wsp is not denied and its groups allow it.',
    evidence: [
      evidenceOf(
        'sync-user-denied-remote',
        'user-rights',
        'ERP01\\svc-wsp',
        'right',
        { right: 'SeRemoteInteractiveLogonRight', group: 'Remote Desktop Users' },
        'attention',
      ),
    ],
  },
]

const designatedUsers: readonly CheckupItem[] = [
  {
    id: 'windows-user-designated',
    checklist: 'designated-users',
    title: 'The Windows user belongs to the sync tool alone',
    verdict: 'fail',
    severity: 'high',
    message: { id: 'windows-user-designated/administrator', params: { names: ['ERP01\\svc-wsp'] } },
    also: [{ id: 'note/answer-accepted', params: { by: 'Dana Weber', date: '2026-06-30' } }],
    because: 'ERP01\\svc-wsp is an administrator of this server; risk accepted by Dana Weber until 2026-06-30.',
    evidence: [
      evidenceOf(
        'windows-user-designated',
        'local-groups',
        'ERP01\\svc-wsp',
        'group',
        { group: 'BUILTIN\\Administrators (S-1-5-32-544)' },
        'fail',
      ),
    ],
    answers: [
      {
        kind: 'accepted-risk',
        by: 'Dana Weber',
        at: '2026-02-27T09:30:00Z',
        until: '2026-06-30',
        note: 'The new user comes with the ERP upgrade in June',
        subjects: ['ERP01\\svc-wsp'],
      },
    ],
  },
  {
    id: 'erp-user-designated',
    checklist: 'designated-users',
    title: 'The ERP user belongs to the sync tool alone',
    verdict: 'pass',
    severity: 'high',
    message: { id: 'note/answer-confirmed', params: { by: 'Dana Weber', date: '2026-02-27' } },
    also: [{ id: 'erp-user-designated/ask', params: { names: ['WSPSYNC'] } }],
    because: 'Confirmed by Dana Weber on 2026-02-27; only a person knows who else uses WSPSYNC.',
    evidence: [evidenceOf('erp-user-designated', 'profile', 'WSPSYNC', 'user', {}, 'pass')],
    answers: [{ kind: 'confirmed', by: 'Dana Weber', at: '2026-02-27T09:30:00Z', note: '' }],
  },
  ...(['sql-user-designated', 'sql-read-only'] as const).map(
    (id): CheckupItem => ({
      id,
      checklist: 'designated-users',
      title: id === 'sql-read-only' ? 'The SQL Server login can only read' : 'The SQL Server login belongs to the sync tool alone',
      verdict: 'unknown',
      severity: id === 'sql-read-only' ? 'critical' : 'high',
      message: { id: 'note/probe-missing', params: { probes: ['sql-server'], reason: 'ESOCKET: connection refused' } },
      because: 'Not verified: SQL Server (ESOCKET: connection refused).',
      evidence: [],
    }),
  ),
  {
    id: 'passwords-strong-unique',
    checklist: 'designated-users',
    title: 'Every designated login has a strong password of its own',
    verdict: 'pass',
    severity: 'high',
    message: { id: 'passwords-strong-unique/good', params: { names: ['ERP01\\svc-wsp', 'WSPSYNC', 'wsp_reader'] } },
    because: 'The passwords of ERP01\\svc-wsp, WSPSYNC and wsp_reader are at least Good.',
    evidence: [
      evidenceOf('passwords-strong-unique', 'answers', 'ERP01\\svc-wsp', 'best', { date: '2026-02-20' }, 'pass'),
      evidenceOf('passwords-strong-unique', 'answers', 'WSPSYNC', 'good', { date: '2026-02-20' }, 'pass'),
      evidenceOf('passwords-strong-unique', 'answers', 'wsp_reader', 'best', { date: '2026-02-20' }, 'pass'),
    ],
  },
  {
    id: 'passwords-stored-safely',
    checklist: 'designated-users',
    title: 'The passwords are kept in a safe place',
    verdict: 'pass',
    severity: 'medium',
    message: { id: 'passwords-stored-safely/stored', params: {} },
    because: 'Every password has a record in the keychain.',
    evidence: [],
  },
]

const unusedSyncTool: readonly CheckupItem[] = [
  {
    id: 'sync-tool-uninstalled',
    checklist: 'unused-sync-tool',
    title: 'The sync tool is gone from servers that do not use it',
    verdict: 'not-applicable',
    severity: 'medium',
    message: { id: 'sync-tool-uninstalled/running', params: {} },
    because: 'Not applicable: the sync tool is in use here.',
    evidence: [],
  },
]

/** A checkup of a server with a bit of everything: gaps, one accepted, open questions, unknown items, a person's confirmation. */
export const sampleCheckup: Checkup = {
  schema: checkupSchemaId,
  id: hex(3, 32),
  evaluatedAt: '2026-03-01T08:15:00Z',
  source: 'live',
  digests: { snapshot: hex(1, 64), profile: hex(5, 64), answers: hex(9, 64), catalogue: hex(13, 64) },
  profile: {
    schema: profileSchemaId,
    organization: 'Bergmann & Söhne Outdoor GmbH',
    preparedBy: 'Dana Weber',
    consultant: 'Sam Ortiz',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_BSO'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: 'ERP01\\svc-wsp', erpUser: 'WSPSYNC', sqlLogin: 'wsp_reader' }],
    remoteAccessUsers: ['cimremote'],
  },
  host: { name: 'ERP01', snapshotTakenAt: '2026-03-01T08:14:51Z' },
  items: [...remoteAccess, ...designatedUsers, ...unusedSyncTool],
  checklists: [
    { id: 'remote-access', title: 'Remove remote access', outcome: 'gaps' },
    { id: 'designated-users', title: 'Designated users and strong, unique passwords', outcome: 'gaps' },
    { id: 'unused-sync-tool', title: 'Uninstall the sync tool where it is not in use', outcome: 'not-applicable' },
  ],
  grade: 'gaps',
  answerProblems: [
    {
      check: 'remote-user-removed',
      problem: 'expired',
      detail: 'The answer by Sam Ortiz to remote-user-removed counted until 2026-01-31.',
      message: { id: 'problem/expired', params: { by: 'Sam Ortiz', check: 'remote-user-removed', date: '2026-01-31' } },
    },
  ],
  notCollected: [
    { probe: 'sql-server', status: 'failed', reason: 'ESOCKET: connection refused' },
    { probe: 'tls-endpoints', status: 'not-collected', reason: '' },
  ],
}

/** The sample with other items, and nothing else changed. */
export function checkupWithItems(items: readonly CheckupItem[]): Checkup {
  return { ...sampleCheckup, items: [...items] }
}

/** One item of the sample. */
export function sampleItem(id: string): CheckupItem {
  const found = sampleCheckup.items.find((item) => item.id === id)
  if (found === undefined) throw new Error(`the sample has no item ${id}`)
  return found
}

/** A name that tries everything: markup, formulas, terminal escapes, bidirectional overrides, templates. */
export const hostileNames = {
  markup: `<img src=x onerror="alert(1)">&lt;'"</script>`,
  formula: '=HYPERLINK("http://example.test";"click")',
  terminal: '\u001B[2J\u001B]0;owned\u0007quiet',
  reordered: 'svc-\u202Egpj.exe\u202C\u2066',
  hidden: 'ad\u200Bmin\u00AD\uFEFF',
  template: '{{organization}} $t(report/title)',
  surrogate: 'half \uD800 pair',
  newlines: 'first\r\nsecond\u2028third',
} as const

/** A checkup with so many gaps, each with a sentence and evidence that name its number. */
export function manyItems(count: number): Checkup {
  const gap = sampleItem(gotoassist)
  const items = Array.from({ length: count }, (_, index): CheckupItem => {
    const name = `tool ${String(index + 1).padStart(4, '0')}`
    return {
      ...gap,
      message: { id: gap.message.id, params: { names: [name] } },
      evidence: [evidenceOf(gotoassist, 'programs', name, 'program', { version: `${index + 1}.0` }, 'fail')],
    }
  })
  return checkupWithItems(items)
}

/** A path without a space, longer than a page is wide, and longer still in one word without any separator. */
export const longPath = `C:\\${Array.from({ length: 40 }, (_, index) => `folder-${index}`).join('\\')}\\service.exe`
export const longWord = Array.from({ length: 700 }, (_, index) => 'abcdefghijklmnopqrstuvwxyz0123456789'[(index * 11) % 36]).join('')

export const longNames: Checkup = {
  ...checkupWithItems([
    {
      ...sampleItem(gotoassist),
      message: { id: `${gotoassist}/installed`, params: { names: [longPath, longWord] } },
      evidence: [
        evidenceOf(gotoassist, 'services', longPath, 'service', { state: 'running', mode: longPath }, 'fail'),
        evidenceOf(gotoassist, 'programs', longWord, 'program', { version: longWord }, 'fail'),
      ],
    },
  ]),
  host: { ...sampleCheckup.host, name: longWord },
}

import type { CaseLine, CaseView, ChecklistView, ItemView } from '#shared/contract/index.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

/** One item as the core words it; without more it has passed. */
export function itemView(id: string, more: Partial<ItemView> = {}): ItemView {
  return {
    id,
    checklist: 'remote-access',
    title: `Title of ${id}`,
    verdict: 'pass',
    verdictWord: 'Passed',
    severity: 'high',
    severityWord: 'High',
    sentence: `Sentence of ${id}.`,
    why: `Why ${id} matters.`,
    judged: [],
    open: [],
    evidence: [],
    steps: [],
    references: [],
    who: 'administrator',
    effort: 'minutes',
    manual: false,
    listsSubjects: false,
    subjects: [],
    factsDigest: null,
    answers: [],
    acceptedUntil: null,
    possibleAnswers: ['accepted-risk'],
    reads: ['services', 'programs'],
    ...more,
  }
}

const gap = itemView('gotoassist-removed', {
  title: 'GoToAssist is removed',
  verdict: 'fail',
  verdictWord: 'Gap',
  sentence: 'GoToAssist Customer is installed and can be reached without anybody at the server.',
  why: 'Whoever holds the vendor’s account can take over this server at any time.',
  judged: ['services and programs of GoToAssist'],
  evidence: [
    {
      probe: 'services',
      probeName: 'services',
      subject: 'GoToAssist Customer',
      detail: 'service, running, starts by itself',
      verdict: 'fail',
    },
    { probe: 'programs', probeName: 'installed programs', subject: 'GoToAssist Customer', detail: 'version 4.8.0.1732', verdict: 'fail' },
  ],
  steps: [
    {
      text: 'Uninstall GoToAssist Customer in Settings > Apps.',
      restarts: 'Nothing restarts.',
      undo: 'Install it again from the vendor.',
      command: null,
    },
    {
      text: 'See that no service is left.',
      restarts: null,
      undo: null,
      command: { shell: 'powershell', text: "Get-Service -Name 'GoToAssist*'" },
    },
  ],
  references: [{ title: 'Vendor’s page on removal', url: 'https://support.example.com/remove' }],
  listsSubjects: true,
  subjects: ['GoToAssist Customer'],
})

const question = itemView('remote-user-removed', {
  title: 'The remote-access user is removed',
  verdict: 'attention',
  verdictWord: 'Open',
  sentence: 'Nobody has said yet which users were made for the vendor.',
  open: ['which users were made for the vendor’s staff'],
  manual: true,
  possibleAnswers: ['confirmed', 'denied', 'not-applicable', 'accepted-risk'],
})

const dark = itemView('rdp-restricted', {
  title: 'Remote Desktop is restricted',
  verdict: 'unknown',
  verdictWord: 'Not verified',
  severity: 'medium',
  severityWord: 'Medium',
  sentence: 'Remote Desktop settings could not be read: administrator rights are missing.',
  reads: ['remote-desktop'],
})

const checklists: readonly ChecklistView[] = [
  {
    id: 'remote-access',
    title: 'Remote access',
    introduction: 'Nobody reaches this server unattended.',
    outcome: 'gaps',
    outcomeWord: 'Gaps',
    countsInWords: '1 gap, 1 open, 1 not verified',
    reason: null,
    items: [gap, question, dark],
  },
  {
    id: 'designated-users',
    title: 'Designated users',
    introduction: 'The sync tool works under users of its own.',
    outcome: 'complete',
    outcomeWord: 'Complete',
    countsInWords: '1 passed',
    reason: null,
    items: [
      itemView('windows-user-designated', { checklist: 'designated-users', title: 'The Windows user belongs to the sync tool alone' }),
    ],
  },
  {
    id: 'passwords',
    title: 'Passwords',
    introduction: 'Every password is long, random and used once.',
    outcome: 'open',
    outcomeWord: 'Open',
    countsInWords: '1 open',
    reason: null,
    items: [
      itemView('passwords-changed', {
        checklist: 'passwords',
        title: 'Passwords were changed after the deployment',
        verdict: 'attention',
        verdictWord: 'Open',
        manual: true,
        possibleAnswers: ['confirmed', 'denied', 'not-applicable', 'accepted-risk'],
      }),
    ],
  },
]

/** A case with a gap, open questions, one item that could not be verified and one that passed. */
export function caseView(more: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case-1',
    source: 'file',
    sample: null,
    organization: 'Example Trading',
    server: 'ERP01',
    collectedAt: '2026-03-02T08:00:00Z',
    evaluatedAt: '2026-03-02T09:00:00Z',
    elevated: true,
    grade: { id: 'gaps', word: 'Gaps', sentence: 'One gap is proven.' },
    coverage: '2 of 5 verified, 2 open, 1 could not be verified.',
    counts: { fail: 1, open: 3, pass: 1, notApplicable: 0 },
    checklists: [...checklists],
    notCollected: [{ probe: 'remote-desktop', name: 'Remote Desktop settings', status: 'denied', reason: 'access denied' }],
    sqlProblems: [],
    answerProblems: [],
    profile: structuredClone(emptyProfile) as CaseView['profile'],
    credentials: [],
    nextReview: '2026-06-02',
    undo: null,
    checkupId: 'ERP01-2026-03-02T09:00:00Z',
    ...more,
  }
}

/** The case as a line of the history. */
export function caseLine(view: CaseView, more: Partial<CaseLine> = {}): CaseLine {
  return {
    id: view.id,
    source: view.source,
    organization: view.organization,
    server: view.server,
    collectedAt: view.collectedAt,
    changedAt: view.evaluatedAt,
    grade: { id: view.grade.id, word: view.grade.word },
    fail: view.counts.fail,
    open: view.counts.open,
    nextReview: view.nextReview,
    checkups: [],
    ...more,
  }
}

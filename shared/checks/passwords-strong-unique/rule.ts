import type { CredentialRecord } from '../../formats/answers.ts'
import type { DesignatedLogin } from '../../sync-tool/designated-login.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { type PasswordSet, passwordsSet } from './passwords-set.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

const DAY_MS = 86_400_000

/** Windows lets through whatever its policy does not refuse; a Good password has at least this many characters. */
const GOOD_LENGTH = 12

export const rule: Rule = (input) => {
  const own = input.designatedLogins.filter((login) => login.hasOwnPassword && !login.missing)
  if (own.length > 0) return own.flatMap((login) => judge(login, input))
  const id = input.designatedLogins.some((login) => !login.hasOwnPassword) ? 'only-kept-by-windows' : 'no-login'
  return [{ verdict: 'attention', message: { id }, evidence: [{ probe: 'profile', subject: 'syncTools', kind: id }] }]
}

function judge(login: DesignatedLogin, input: Input): readonly Found[] {
  const { record } = login
  const sets = passwordsSet(login, input)
  const findings: Told[] = []
  if (record?.grade === 'weak') findings.push(about('fail', 'weak', login, 'answers'))
  if (record?.unique === false) findings.push(about('fail', 'not-unique', login, 'answers'))
  if (mayBeEmpty(login, input)) findings.push(about('fail', 'no-password-required', login, 'local-users'))
  if (record === undefined) findings.push(about('attention', 'no-record', login, 'answers'))
  else findings.push(...sets.flatMap((set) => judgeTime(login, set, record.changedAt)), ...gradeOf(login, record.grade))
  const remarks = [...policyOff(login, sets), ...shortMinimum(login, input)]
  return findings.map((finding) => ({ ...finding, evidence: [...finding.evidence, ...remarks] }))
}

/** A finding that has evidence, so that remarks can be laid beside it. */
type Told = Found & { readonly evidence: readonly Proof[] }

function mayBeEmpty({ account }: DesignatedLogin, { accounts }: Input): boolean {
  return account !== undefined && accounts.localUser(account)?.passwordRequired === false
}

function gradeOf(login: DesignatedLogin, grade: CredentialRecord['grade']): readonly Told[] {
  return grade === 'weak' ? [] : [about('pass', grade, login, 'answers')]
}

/** Whoever set it at another time set another password than the one that the record is about. */
function judgeTime(login: DesignatedLogin, { atMs, probe, where }: PasswordSet, changedAt: string): readonly Told[] {
  if (atMs === null || Math.abs(atMs - Date.parse(changedAt)) <= DAY_MS) return []
  const at = new Date(atMs).toISOString().replace('.000', '')
  const subject = subjectOf(login)
  return [
    {
      verdict: 'attention',
      message: { id: 'set-at-another-time', params: { login: subject, date: at.slice(0, 10), recorded: changedAt.slice(0, 10) } },
      evidence: [{ probe, subject, kind: 'set-at-another-time', params: { at, changedAt, where } }],
    },
  ]
}

/** What the policies would let through decides nothing, but belongs beside the grade. */
function policyOff(login: DesignatedLogin, sets: readonly PasswordSet[]): readonly Proof[] {
  return sets
    .filter((set) => set.policyChecked === false)
    .map(({ probe, where }) => ({ probe, subject: subjectOf(login), kind: 'policy-not-checked', params: { where }, context: true }))
}

function shortMinimum(login: DesignatedLogin, { facts }: Input): readonly Proof[] {
  const count = facts['account-policy']?.minPasswordLength ?? GOOD_LENGTH
  if (login.account?.kind !== 'local' || count >= GOOD_LENGTH) return []
  return [{ probe: 'account-policy', subject: subjectOf(login), kind: 'short-minimum', params: { count }, context: true }]
}

function about(verdict: Found['verdict'], id: Found['message']['id'] & Proof['kind'], login: DesignatedLogin, probe: Proof['probe']): Told {
  const subject = subjectOf(login)
  return { verdict, message: { id, params: { logins: [subject] } }, evidence: [{ probe, subject, kind: id }] }
}

/** Windows, ERP and SQL Server often have a login of the same name. */
function subjectOf(login: DesignatedLogin): string {
  return `${login.login} (${systems[login.kind]})`
}

const systems = { windows: 'Windows', erp: 'ERP', 'sql-server': 'SQL Server' } as const

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
  const findings: Found[] = []
  if (record?.grade === 'weak') findings.push(about('fail', 'weak', login, 'answers'))
  if (record?.unique === false) findings.push(about('fail', 'not-unique', login, 'answers'))
  if (mayBeEmpty(login, input)) findings.push(about('fail', 'no-password-required', login, 'local-users'))
  if (record === undefined) findings.push(about('attention', 'no-record', login, 'answers'))
  else findings.push(...sets.filter((set) => isOtherTime(set, record.changedAt)).map((set) => otherTime(login, set, record.changedAt)))
  if (record !== undefined && record.grade !== 'weak') findings.push(about('pass', record.grade, login, 'answers'))
  return withPolicies(findings, login, sets, input)
}

function mayBeEmpty({ account }: DesignatedLogin, { accounts }: Input): boolean {
  return account !== undefined && accounts.localUser(account)?.passwordRequired === false
}

/** Whoever set it at another time set another password than the one that the record is about. */
function isOtherTime(set: PasswordSet, changedAt: string): boolean {
  return set.at !== null && Math.abs(Date.parse(set.at) - Date.parse(changedAt)) > DAY_MS
}

function otherTime(login: DesignatedLogin, set: PasswordSet, changedAt: string): Found {
  const params = { at: set.at ?? '–', changedAt, where: set.where }
  return {
    verdict: 'attention',
    message: {
      id: 'set-at-another-time',
      params: { login: subjectOf(login), date: params.at.slice(0, 10), recorded: changedAt.slice(0, 10) },
    },
    evidence: [{ probe: set.probe, subject: subjectOf(login), kind: 'set-at-another-time', params }],
  }
}

/** What the policies would let through decides nothing, but belongs beside the grade. */
function withPolicies(
  findings: readonly Found[],
  login: DesignatedLogin,
  sets: readonly PasswordSet[],
  { facts }: Input,
): readonly Found[] {
  const remarks: Proof[] = sets
    .filter((set) => set.policyChecked === false)
    .map((set) => ({
      probe: set.probe,
      subject: subjectOf(login),
      kind: 'policy-not-checked',
      params: { where: set.where },
      context: true,
    }))
  const minimum = facts['account-policy']?.minPasswordLength
  if (login.account?.kind === 'local' && minimum !== undefined && minimum < GOOD_LENGTH) {
    remarks.push({ probe: 'account-policy', subject: subjectOf(login), kind: 'short-minimum', params: { length: minimum }, context: true })
  }
  return findings.map((finding, index) => (index === 0 ? { ...finding, evidence: [...(finding.evidence ?? []), ...remarks] } : finding))
}

function about(
  verdict: Found['verdict'],
  id: Found['message']['id'] & Proof['kind'],
  login: DesignatedLogin,
  probe: Proof['probe'],
): Found {
  const subject = subjectOf(login)
  return { verdict, message: { id, params: { logins: [subject] } }, evidence: [{ probe, subject, kind: id }] }
}

/** Windows, ERP and SQL Server often have a login of the same name. */
function subjectOf(login: DesignatedLogin): string {
  return `${login.login} (${systems[login.kind]})`
}

const systems = { windows: 'Windows', erp: 'ERP', 'sql-server': 'SQL Server' } as const

import type { DesignatedLogin } from '../../sync-tool/designated-login.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

export const rule: Rule = ({ designatedLogins }) => {
  if (designatedLogins.length === 0) {
    const evidence: Proof[] = [{ probe: 'profile', subject: 'syncTools', kind: 'no-login' }]
    return [{ verdict: 'attention', message: { id: 'no-login' }, evidence }]
  }
  return designatedLogins.map(judge)
}

function judge(login: DesignatedLogin): Found {
  if (!login.hasOwnPassword) return about('pass', 'kept-by-windows', login, 'profile')
  if (login.missing) return about('attention', 'no-such-account', login, 'profile')
  if (login.record === undefined) return about('attention', 'no-record', login, 'answers')
  return login.record.storedIn === 'keychain'
    ? about('pass', 'stored', login, 'answers')
    : about('attention', 'elsewhere', login, 'answers')
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

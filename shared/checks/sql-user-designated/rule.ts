import { type AskedLogin, askedLogins } from '../../sql-login/asked-logins.ts'
import {
  accountOf,
  excessServerPermissions,
  excessServerRoles,
  type FoundLogin,
  findLogin,
  isFullyVisible,
  sameSqlName,
  verdictOfAbsence,
} from '../../sql-login/login.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

/** The administrator that SQL Server itself made, whatever it is called now. */
const SA_SID = '0x01'

export const rule: Rule = (input) => {
  const { profile, syncTools } = input
  if (profile.erp.database === 'none') return [byProfile('no-database')]
  const asked = askedLogins(profile, syncTools)
  if (asked.nothing === 'only-connectors') return [byProfile('only-connectors')]
  const without = asked.nothing === 'no-tool' ? [ERP_DRIVER_NAME] : asked.toolsWithout
  return [...without.map(notNamed), ...asked.logins.flatMap((login) => judge(login, input))]
}

function byProfile(id: 'no-database' | 'only-connectors'): Found {
  return { verdict: 'not-applicable', message: { id }, byProfile: true }
}

function notNamed(tool: string): Found {
  const evidence: Proof[] = [{ probe: 'profile', subject: tool, kind: 'not-named' }]
  return { verdict: 'attention', message: { id: 'not-named', params: { tools: [tool] } }, evidence }
}

function judge(asked: AskedLogin, input: Input): readonly Found[] {
  const instances = input.facts['sql-server']?.instances
  const found = findLogin(instances ?? [], asked.name, input.accounts)
  if (found.length > 0) return found.flatMap((each) => judgeFound(each, asked, input))
  const byName = sameSqlName(asked.name, 'sa') ? [about('fail', 'sa', asked.name, asked.name, 'profile')] : []
  if (instances === undefined) return byName
  const verdict = verdictOfAbsence(instances)
  return [...byName, about(verdict, verdict === 'attention' ? 'not-found' : 'not-seen', asked.name, asked.name)]
}

function judgeFound(found: FoundLogin, asked: AskedLogin, input: Input): readonly Found[] {
  const { login, instance } = found
  const subject = `${instance.name} / ${login.name}`
  const findings = [...gaps(found, subject), ...judgeIdentity(found, asked, input, subject)]
  if (!isFullyVisible(instance) && !findings.some((finding) => finding.verdict === 'fail')) {
    findings.push(about('unknown', 'partly-visible', subject, login.name))
  }
  if (!login.enabled) findings.push(about('attention', 'disabled', subject, login.name))
  return findings.length > 0 ? findings : [about('pass', 'designated', subject, login.name)]
}

function gaps({ login }: FoundLogin, subject: string): Found[] {
  const findings: Found[] = []
  if (login.sid.toLowerCase() === SA_SID || sameSqlName(login.name, 'sa')) findings.push(about('fail', 'sa', subject, login.name))
  for (const role of excessServerRoles(login)) {
    const evidence: Proof[] = [{ probe: 'sql-server', subject: `${subject} / ${role}`, kind: 'server-role' }]
    findings.push({ verdict: 'fail', message: { id: 'server-role', params: { roles: [role], login: login.name } }, evidence })
  }
  for (const permission of excessServerPermissions(login)) {
    const evidence: Proof[] = [{ probe: 'sql-server', subject: `${subject} / ${permission}`, kind: 'server-permission' }]
    findings.push({
      verdict: 'fail',
      message: { id: 'server-permission', params: { permissions: [permission], login: login.name } },
      evidence,
    })
  }
  for (const { database, owner, roles } of login.databases) {
    if (!owner && !roles.some((role) => sameSqlName(role, 'db_owner'))) continue
    const evidence: Proof[] = [{ probe: 'sql-server', subject: `${subject} / ${database}`, kind: 'owner' }]
    findings.push({ verdict: 'fail', message: { id: 'owner', params: { databases: [database], login: login.name } }, evidence })
  }
  return findings
}

function judgeIdentity({ login }: FoundLogin, asked: AskedLogin, { accounts }: Input, subject: string): readonly Found[] {
  if (login.kind === 'sql') return []
  if (login.kind === 'windows-group') return [about('fail', 'windows-group', subject, login.name)]
  const own = asked.tools.flatMap((tool) => tool.accounts)
  if (own.length === 0) return [about('attention', 'account-unknown', subject, login.name)]
  const account = accountOf(login, accounts)
  return own.some((known) => accounts.same(known, account)) ? [] : [about('fail', 'other-account', subject, login.name)]
}

function about(
  verdict: Found['verdict'],
  id: Found['message']['id'] & Proof['kind'],
  subject: string,
  login: string,
  probe: Proof['probe'] = 'sql-server',
): Found {
  return { verdict, message: { id, params: { logins: [login] } }, evidence: [{ probe, subject, kind: id }] }
}

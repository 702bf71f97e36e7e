import { askedLogins } from '../../sql-login/asked-logins.ts'
import {
  excessServerPermissions,
  excessServerRoles,
  type FoundLogin,
  findLogin,
  type Instance,
  isFullyVisible,
  verdictOfAbsence,
} from '../../sql-login/login.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import { applicability } from './applicability.ts'
import { companyDatabasesSeen, judgeDatabases, requiredDatabases } from './databases.ts'
import { about, type Found, type Input, type Rule } from './finding.ts'

export const rule: Rule = (input) => {
  const { profile, syncTools, facts } = input
  const unsuitable = applicability(profile.erp)
  if (unsuitable !== null) return [unsuitable]
  const asked = askedLogins(profile, syncTools)
  if (asked.nothing === 'only-connectors') return [{ verdict: 'not-applicable', message: { id: 'only-connectors' }, byProfile: true }]
  const without = asked.nothing === 'no-tool' ? [ERP_DRIVER_NAME] : asked.toolsWithout
  const findings = without.map((tool) => about('attention', 'not-named', tool, { tools: [tool] }, 'profile'))
  const instances = facts['sql-server']?.instances
  if (instances === undefined) return findings
  return [...findings, ...asked.logins.flatMap((login) => judge(login.name, instances, input)), ...companiesNotNamed(instances, input)]
}

function companiesNotNamed(instances: readonly Instance[], { profile }: Input): readonly Found[] {
  if (requiredDatabases(profile.erp).length > 1) return []
  const seen = companyDatabasesSeen(instances)
  return [
    seen.length > 0
      ? about('attention', 'companies-seen', 'companyDatabases', { databases: seen }, 'profile')
      : about('attention', 'companies-not-named', 'companyDatabases', {}, 'profile'),
  ]
}

function judge(name: string, instances: readonly Instance[], input: Input): readonly Found[] {
  const found = findLogin(instances, name, input.accounts)
  if (found.length === 0) {
    const verdict = verdictOfAbsence(instances)
    return [about(verdict, verdict === 'attention' ? 'not-found' : 'not-seen', name, { logins: [name] })]
  }
  const unseen = instances.filter((instance) => !isFullyVisible(instance))
  return [
    ...found.flatMap(serverRights),
    ...judgeDatabases(name, found, instances, requiredDatabases(input.profile.erp)),
    ...unseen.map((instance) => about('unknown', 'partly-visible', instance.name, { instances: [instance.name] })),
  ]
}

/** Rights on the server reach every database, whichever instance has them. */
function serverRights({ login, instance }: FoundLogin): readonly Found[] {
  const subject = `${instance.name} / ${login.name}`
  return [
    ...excessServerRoles(login).map((role) => about('fail', 'server-role', `${subject} / ${role}`, { roles: [role], login: login.name })),
    ...excessServerPermissions(login).map((permission) =>
      about('fail', 'server-permission', `${subject} / ${permission}`, { permissions: [permission], login: login.name }),
    ),
  ]
}

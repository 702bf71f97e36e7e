import type { Account } from '../../accounts/account.ts'
import { isDomainAdministratorsGroup, relativeIdentifier, wellKnownSids } from '../../accounts/well-known.ts'
import type { InstalledTool } from '../../sync-tool/installed-tool.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import { type Found, type Input, nameOf, type Proof, type Rule } from './finding.ts'
import { otherServices, sageServices, servicesUnder } from './services-under.ts'
import { signIns } from './sign-ins.ts'
import { tasksUnder } from './tasks-under.ts'

/** The administrator that Windows itself made, whatever it is called now. */
const BUILT_IN_ADMINISTRATOR = 500

export const rule: Rule = (input) => {
  const { tools } = input.syncTools
  if (tools.length === 0) return [accountUnknown(ERP_DRIVER_NAME)]
  const findings = tools.flatMap((tool) => [...judgeTool(tool), ...tool.accounts.flatMap((account) => judgeAccount(account, tool, input))])
  // Only where the services were seen is it certain that no ERP Driver hides behind a list of connectors.
  if (findings.length === 0 && input.facts.services !== undefined) return [{ verdict: 'not-applicable', message: { id: 'not-asked' } }]
  return findings
}

function judgeTool(tool: InstalledTool): readonly Found[] {
  const findings = toolsWithoutAccount(tool).map(accountUnknown)
  if (tool.accountsDiffer) {
    const named = tool.namedAccounts.map((account) => account.name)
    const used = tool.serviceAccounts.map((account) => account.name)
    const params = { tool: tool.label, named, used }
    const evidence: Proof[] = [{ probe: 'services', subject: tool.label, kind: 'accounts-differ', params }]
    findings.push({ verdict: 'attention', message: { id: 'accounts-differ', params }, evidence })
  }
  return findings
}

/** Without a service that was found, only the profile can tell under whom a tool runs. */
function toolsWithoutAccount(tool: InstalledTool): readonly string[] {
  if (tool.kind === 'connector' || tool.serviceAccounts.length > 0) return []
  if (tool.named.length === 0) return [tool.label]
  return tool.named.filter((entry) => (entry.windowsAccount ?? '').trim() === '').map((entry) => entry.name)
}

function accountUnknown(tool: string): Found {
  const evidence: Proof[] = [{ probe: 'services', subject: tool, kind: 'account-unknown' }]
  return { verdict: 'attention', message: { id: 'account-unknown', params: { tools: [tool] } }, evidence }
}

function judgeAccount(account: Account, tool: InstalledTool, input: Input): readonly Found[] {
  const { accounts } = input
  if (account.exists === false) return [about(account, input, 'attention', 'no-such-account', 'local-users')]
  const findings = [...judgeIdentity(account, input), ...judgeUse(account, tool, input)]
  if (findings.length > 0) return findings
  if (account.kind === 'domain' && !accounts.groupsComplete(account)) {
    return [about(account, input, 'attention', 'groups-not-visible', 'account-groups')]
  }
  return [about(account, input, 'pass', 'designated', 'services')]
}

function judgeIdentity(account: Account, input: Input): readonly Found[] {
  const { accounts, profile } = input
  const findings: Found[] = []
  if (account.kind === 'built-in') findings.push(about(account, input, 'fail', 'built-in', 'services'))
  if (relativeIdentifier(account.sid) === BUILT_IN_ADMINISTRATOR) {
    findings.push(about(account, input, 'fail', 'windows-administrator', 'local-users'))
  }
  if (accounts.isAdministrator(account)) findings.push(administrator(account, input))
  if (profile.remoteAccessUsers?.some((name) => accounts.same(remoteAccessUser(name, input), account)) === true) {
    findings.push(about(account, input, 'fail', 'remote-access-user', 'profile'))
  }
  if (accounts.localUser(account)?.passwordRequired === false) {
    findings.push(about(account, input, 'fail', 'no-password-required', 'local-users'))
  }
  return findings
}

/** A bare name is a local user: it was made on this server. */
function remoteAccessUser(name: string, { accounts }: Input): Account {
  const trimmed = name.trim()
  return accounts.resolve(/[\\@]/.test(trimmed) ? trimmed : `.\\${trimmed}`)
}

function administrator(account: Account, input: Input): Found {
  const sage = sageServices(servicesUnder(account, input), input)
  const name = nameOf(account, input)
  const groups = administratorGroups(account, input)
  return {
    verdict: 'fail',
    message:
      sage.length === 0
        ? { id: 'administrator', params: { accounts: [name] } }
        : { id: 'administrator-for-sage', params: { account: name, services: sage } },
    evidence: [{ probe: 'local-groups', subject: name, kind: 'administrator', params: { groups } }],
  }
}

/** The groups by the names that they have here, else by their SIDs. */
function administratorGroups(account: Account, { accounts }: Input): readonly string[] {
  return [...accounts.groupsOf(account)]
    .filter((sid) => sid === wellKnownSids.administrators || isDomainAdministratorsGroup(sid))
    .map((sid) => accounts.group(sid)?.name ?? sid)
}

/** Half of Windows runs under the built-in accounts: their identity says it all, and a list of services would not help. */
function judgeUse(account: Account, tool: InstalledTool, input: Input): readonly Found[] {
  if (account.kind === 'built-in') return []
  return [...otherServices(account, tool, input), ...tasksUnder(account, tool, input), ...signIns(account, input)]
}

function about(
  account: Account,
  input: Input,
  verdict: Found['verdict'],
  id: Found['message']['id'] & Proof['kind'],
  probe: Proof['probe'],
): Found {
  const name = nameOf(account, input)
  return { verdict, message: { id, params: { accounts: [name] } }, evidence: [{ probe, subject: name, kind: id }] }
}

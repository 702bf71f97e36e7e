import type { Facts, ProbeId } from '../facts/index.ts'
import { compareText, type FactRow, row, single, sorted } from './fact-row.ts'
import { endpointRow, installationRows, instanceRows } from './nested-fact-rows.ts'

type RowsOf<Id extends ProbeId> = (facts: Facts[Id]) => readonly FactRow[]

/**
 * What each probe saw as rows.
 *
 * Left out is what changes without anybody doing anything: last logons, bad password counts, the time of the last start, the session of
 * the person who looked.
 */
const rowsOf: { readonly [Id in ProbeId]: RowsOf<Id> } = {
  host: (facts) => [
    single('host', {
      name: facts.name,
      membership: facts.membership,
      domain: facts.domain,
      product: facts.os.product,
      build: facts.os.build,
      autologonConfigured: facts.autologonConfigured ?? null,
    }),
  ],
  'local-users': (facts) =>
    facts.users.map((user) =>
      row(user.name, [user.sid], {
        name: user.name,
        fullName: user.fullName,
        comment: user.comment,
        enabled: user.enabled,
        lockedOut: user.lockedOut,
        passwordRequired: user.passwordRequired,
        passwordExpires: user.passwordExpires,
        passwordLastSet: user.passwordLastSet,
        cannotChangePassword: user.cannotChangePassword ?? null,
      }),
    ),
  'local-groups': (facts) =>
    facts.groups.flatMap((group) => [
      row(group.name, ['group', group.sid], { name: group.name }),
      ...group.members.map((member) => row(`${member.name} in ${group.name}`, ['member', group.sid, member.sid], { kind: member.kind })),
    ]),
  'account-groups': (facts) =>
    facts.accounts.map((account) => row(account.name, [account.sid], { groups: sorted(account.groups), complete: account.complete })),
  'user-rights': (facts) =>
    Object.entries(facts.rights).flatMap(([right, holders]) =>
      holders.map((holder) => row(`${right}: ${holder.name ?? holder.sid}`, [right, holder.sid], {})),
    ),
  services: (facts) =>
    facts.services.map((service) =>
      row(service.name, [service.name], {
        displayName: service.displayName,
        account: service.account,
        accountSid: service.accountSid,
        executable: service.executable,
        state: service.state,
        startMode: service.startMode,
        delayedStart: service.delayedStart ?? null,
      }),
    ),
  programs: (facts) =>
    facts.programs.map((program) =>
      row(
        program.user === undefined ? program.name : `${program.name} (${program.user})`,
        [program.scope, program.user ?? '', program.name],
        {
          publisher: program.publisher,
          version: program.version,
          installedOn: program.installedOn,
          location: program.location,
          uninstallCommand: program.uninstallCommand,
        },
      ),
    ),
  processes: (facts) =>
    facts.processes.map((process) =>
      row(
        `${process.path ?? process.name}${process.account === null ? '' : ` (${process.account})`}`,
        [process.path ?? process.name, process.accountSid ?? process.account ?? ''],
        {},
      ),
    ),
  'remote-access-files': (facts) => facts.present.map((file) => row(file.path, [file.tool, file.path], { tool: file.tool })),
  listeners: (facts) =>
    facts.listeners.map((listener) =>
      row(
        `${listener.protocol} ${listener.address.includes(':') ? `[${listener.address}]` : listener.address}:${listener.port}`,
        [listener.protocol, listener.address, String(listener.port)],
        { process: listener.process },
      ),
    ),
  'scheduled-tasks': (facts) =>
    facts.tasks.map((task) =>
      row(task.path, [task.path], {
        account: task.account,
        accountSid: task.accountSid,
        enabled: task.enabled,
        elevated: task.elevated,
        storesPassword: task.storesPassword,
        command: task.command,
      }),
    ),
  'remote-desktop': (facts) => [
    single('remote-desktop', {
      enabled: facts.enabled,
      port: facts.port,
      networkLevelAuthentication: facts.networkLevelAuthentication,
      remoteAssistance: facts.remoteAssistance,
      setByPolicy: sorted(facts.setByPolicy),
    }),
  ],
  firewall: (facts) => [
    ...facts.profiles.map((profile) =>
      row(`${profile.name} profile`, ['profile', profile.name], { enabled: profile.enabled, inboundDefault: profile.inboundDefault }),
    ),
    ...facts.inboundAllow.map((rule) =>
      row(rule.name, ['rule', rule.name, rule.protocol, rule.localPorts, rule.program ?? '', rule.service ?? ''], {
        protocol: rule.protocol,
        localPorts: rule.localPorts,
        remoteAddresses: rule.remoteAddresses,
        program: rule.program,
        service: rule.service,
      }),
    ),
  ],
  'account-policy': (facts) => [
    single('account-policy', {
      minPasswordLength: facts.minPasswordLength,
      minPasswordAgeDays: facts.minPasswordAgeDays ?? null,
      complexity: facts.complexity ?? null,
      passwordHistory: facts.passwordHistory,
      maxPasswordAgeDays: facts.maxPasswordAgeDays,
      lockoutThreshold: facts.lockoutThreshold,
      lockoutMinutes: facts.lockoutMinutes,
    }),
  ],
  logons: (facts) => [
    ...facts.remote.map((logon) => ({
      ...row(`${logon.account} at ${logon.at}`, ['remote', logon.accountSid ?? logon.account, logon.at, logon.kind], {
        kind: logon.kind,
        from: logon.from,
      }),
      loggedAt: logon.at,
    })),
    ...facts.sessions.map((session) =>
      row(`session of ${session.account}`, ['session', session.accountSid ?? session.account, session.kind], {
        kind: session.kind,
        state: session.state,
      }),
    ),
  ],
  'sql-server': (facts) => facts.instances.flatMap(instanceRows),
  antivirus: (facts) =>
    facts.products.map((product) =>
      row(product.name, [product.name], {
        enabled: product.enabled,
        realTime: product.realTime,
        signaturesUpdatedAt: product.signaturesUpdatedAt,
      }),
    ),
  updates: (facts) => [single('updates', { lastInstalledAt: facts.lastInstalledAt, rebootPending: facts.rebootPending })],
  'tls-endpoints': (facts) => facts.endpoints.map(endpointRow),
  connector: (facts) => facts.installations.flatMap(installationRows),
}

/** The rows of one probe, things that share a key numbered in the order of their subject and fields. */
export function factRows<Id extends ProbeId>(probe: Id, facts: Facts[Id]): ReadonlyMap<string, FactRow> {
  const rows = new Map<string, FactRow>()
  const seen = new Map<string, number>()
  const inOrder = rowsOf[probe](facts).map((each) => ({ each, order: JSON.stringify([each.key, each.subject, each.fields]) }))
  inOrder.sort((left, right) => compareText(left.order, right.order))
  for (const { each } of inOrder) {
    const count = (seen.get(each.key) ?? 0) + 1
    seen.set(each.key, count)
    rows.set(count === 1 ? each.key : `${each.key}#${count}`, each)
  }
  return rows
}

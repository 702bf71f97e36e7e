import type { Account } from '../../accounts/account.ts'
import type { Facts } from '../../facts/index.ts'
import { type Found, type Input, nameOf, type Proof } from './finding.ts'

type RemoteLogon = Facts['logons']['remote'][number]

const DAY_MS = 86_400_000

/** How far back a person's sign-in still says something about today, in days. */
const SIGN_IN_DAYS = 30

/** Sessions and remote sign-ins of a person since the window opened; those before the newest password are settled. */
export function signIns(account: Account, input: Input): readonly Found[] {
  const logons = input.facts.logons
  if (logons === undefined) return []
  const { accounts, collectedAtMs } = input
  const sinceMs = windowStart(account, input)
  const isHis = (entry: { readonly account: string; readonly accountSid: string | null }): boolean =>
    accounts.same(accounts.resolve(entry.account, entry.accountSid), account)
  const name = nameOf(account, input)
  const findings: Found[] = []
  const sessions = collectedAtMs >= sinceMs ? logons.sessions.filter(isHis) : []
  if (sessions.length > 0) {
    const evidence = sessions.map((session): Proof => ({ probe: 'logons', subject: name, kind: `session-${session.kind}` }))
    findings.push({ verdict: 'attention', message: { id: 'session', params: { account: name } }, evidence })
  }
  const remote = logons.remote.filter((logon) => isHis(logon) && Date.parse(logon.at) >= sinceMs)
  if (remote.length > 0) findings.push(remoteSignIns(name, remote))
  return findings
}

function windowStart(account: Account, { collectedAtMs, designatedLogins, accounts }: Input): number {
  const own = designatedLogins.find((login) => login.account !== undefined && accounts.same(login.account, account))
  const changedAtMs = own?.record === undefined ? Number.NEGATIVE_INFINITY : Date.parse(own.record.changedAt)
  return Math.max(collectedAtMs - SIGN_IN_DAYS * DAY_MS, changedAtMs)
}

function remoteSignIns(name: string, logons: readonly RemoteLogon[]): Found {
  const newestMs = Math.max(...logons.map((logon) => Date.parse(logon.at)))
  const evidence = logons.map(
    (logon): Proof => ({
      probe: 'logons',
      subject: name,
      kind: logon.kind === 'rdp' ? 'remote-sign-in' : 'remote-assistance',
      params: { at: logon.at, from: logon.from ?? '–' },
    }),
  )
  return {
    verdict: 'attention',
    message: { id: 'remote-sign-in', params: { account: name, count: logons.length, date: new Date(newestMs).toISOString().slice(0, 10) } },
    evidence,
  }
}

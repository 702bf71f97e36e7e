import { type AccountDirectory, createAccountDirectory } from '#shared/accounts/directory.ts'
import type { Answers, CredentialRecord } from '#shared/formats/answers.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { credentialRecords } from '#shared/rotation/credential-records.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import type { Conductor } from '../../rotation/conductor.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import type { CaseChange } from '../../store/cases.ts'
import { documentText } from '../inputs.ts'
import type { App } from './app.ts'
import { nowOf } from './judge-case.ts'
import { recordsOf } from './rotation-facts.ts'
import { sampleReadAgain } from './sample-read-again.ts'

/** Keeps what the journal proves of the passwords with the case; the password items judge by it from then on. */
export async function keepRecords(app: App, conductor: Conductor): Promise<void> {
  const { plan } = conductor
  const to = recordsOf(plan)
  if (plan.caseId === undefined || to === 'nowhere') return
  const records = credentialRecords(plan, conductor.events())
  if (records.length === 0) return
  await app.cases.change(plan.caseId, async (current) => {
    if (to === 'checkup') return changeOf(current, plan, records)
    // A sample server stays at its own time, what happens to it happens then, and it is read again as a real one would be.
    const at = nowOf(app, current)
    const change = changeOf(
      current,
      plan,
      records.map((record) => ({ ...record, changedAt: at })),
    )
    const snapshot = sampleReadAgain(current.snapshot.value, plan, at)
    return change === null ? null : { ...change, snapshotText: documentText(snapshot) }
  })
}

/** Null: the case knows all of it. */
function changeOf(current: StoredCase, plan: RotationPlan, records: readonly CredentialRecord[]): CaseChange | null {
  const accounts = accountsIn(current.snapshot.value)
  const answers = withRecords(current.answers.value, records, accounts)
  const profile = withNewUsers(current.profile.value, plan, records, accounts)
  const isKnown = JSON.stringify([answers, profile]) === JSON.stringify([current.answers.value, current.profile.value])
  return isKnown ? null : { answers, profile }
}

function withRecords(answers: Answers, records: readonly CredentialRecord[], accounts: AccountDirectory): Answers {
  const isReplaced = (old: CredentialRecord): boolean =>
    records.some(({ kind, login }) => kind === old.kind && isSameLogin(accounts, kind, login, old.login))
  return { ...answers, credentials: [...answers.credentials.filter((old) => !isReplaced(old)), ...records] }
}

/** Who took over is the designated user from now on. */
function withNewUsers(
  profile: Profile,
  { logins }: RotationPlan,
  records: readonly CredentialRecord[],
  accounts: AccountDirectory,
): Profile {
  const moved = logins.filter(({ change, kind }) => change.kind === 'new-user' && records.some((record) => record.kind === kind))
  const nameFor = (kind: PlannedLogin['kind'], told: string | undefined): string | undefined => {
    const change = moved.find((login) => login.kind === kind && told !== undefined && isSameLogin(accounts, kind, login.name, told))?.change
    return change?.kind === 'new-user' ? change.newName : told
  }
  const syncTools = profile.syncTools.map((tool) => {
    const named = {
      windowsAccount: nameFor('windows', tool.windowsAccount),
      erpUser: nameFor('erp', tool.erpUser),
      sqlLogin: nameFor('sql-server', tool.sqlLogin),
    }
    return { ...tool, ...Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined)) }
  })
  return { ...profile, syncTools }
}

function accountsIn({ probes }: Snapshot): AccountDirectory {
  return createAccountDirectory({
    host: probes.host?.status === 'ok' ? probes.host.facts : undefined,
    'local-users': probes['local-users']?.status === 'ok' ? probes['local-users'].facts : undefined,
  })
}

/** A local account may be written with its server, with a dot or without anything before it. */
function isSameLogin(accounts: AccountDirectory, kind: PlannedLogin['kind'], one: string, other: string): boolean {
  if (one.trim().toLowerCase() === other.trim().toLowerCase()) return true
  return kind === 'windows' && accounts.same(accounts.resolve(one), accounts.resolve(other))
}

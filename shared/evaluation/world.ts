import { createAccountDirectory } from '../accounts/directory.ts'
import { type Matcher, rememberingLast } from '../catalogue/match.ts'
import type { Read, RuleInput } from '../checks/check.ts'
import type { Facts, ProbeId } from '../facts/index.ts'
import type { Answers } from '../formats/answers.ts'
import type { Profile } from '../formats/profile.ts'
import type { Snapshot } from '../formats/snapshot.ts'
import { createSyncTools } from '../sync-tool/create-sync-tools.ts'
import { listDesignatedLogins } from '../sync-tool/designated-logins.ts'

/** Facts by probe; a probe that was not collected, denied, unsupported or failed has none. */
export type KnownFacts = { readonly [Id in ProbeId]?: Facts[Id] | undefined }

/** Everything that the rules share, worked out once per snapshot. */
export interface World extends Omit<RuleInput<readonly Read[]>, 'facts'> {
  readonly snapshot: Snapshot
  readonly facts: KnownFacts
}

export function createWorld(snapshot: Snapshot, profile: Profile, answers: Answers, nowMs: number, catalogue: Matcher): World {
  const facts = knownFacts(snapshot)
  const accounts = createAccountDirectory(facts)
  const syncTools = createSyncTools(facts, profile, accounts)
  return {
    snapshot,
    facts,
    profile,
    credentials: answers.credentials,
    extracts: answers.extracts ?? [],
    accounts,
    syncTools,
    designatedLogins: listDesignatedLogins({
      profile,
      credentials: answers.credentials,
      accounts,
      syncTools,
      sqlServer: facts['sql-server'],
    }),
    catalogue: rememberingLast(catalogue),
    collectedAtMs: Date.parse(snapshot.collectedAt),
    nowMs,
  }
}

function knownFacts(snapshot: Snapshot): KnownFacts {
  const facts: { [Id in ProbeId]?: unknown } = {}
  for (const [id, record] of Object.entries(snapshot.probes)) {
    if (record?.status === 'ok') facts[id as ProbeId] = record.facts
  }
  return facts as KnownFacts
}

import { type Account, hasOwnPassword } from '#shared/accounts/account.ts'
import { createMatcher } from '#shared/catalogue/match.ts'
import { candidates } from '#shared/checks/remote-user-removed/candidates.ts'
import type { Suggestion } from '#shared/contract/index.ts'
import { createWorld, type World } from '#shared/evaluation/world.ts'
import type { Translator } from '#shared/texts/translator.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { erpSuggestions } from './suggest-erp.ts'
import { sqlSuggestions } from './suggest-sql.ts'

/** Makes a suggestion; nothing where there is no value. */
export type Suggest = (
  field: Suggestion['field'],
  values: readonly string[],
  key: string,
  params?: { readonly [name: string]: readonly string[] },
) => Suggestion[]

/**
 * What the facts already tell, for a person to take over or not.
 *
 * Only what the profile does not say yet. A probe that was not read suggests nothing.
 */
export function suggestions(stored: StoredCase, translator: Translator): Suggestion[] {
  const profile = stored.profile.value
  const collectedAtMs = Date.parse(stored.snapshot.value.collectedAt)
  const world = createWorld(stored.snapshot.value, profile, stored.answers.value, collectedAtMs, createMatcher())
  const suggest: Suggest = (field, values, key, params = {}) => {
    const distinct = [...new Set(values)]
    return distinct.length === 0 ? [] : [{ field, values: distinct, because: translator.text(`app/suggest/${key}`, params) }]
  }
  return [
    ...syncToolSuggestions(world, suggest),
    ...windowsAccountSuggestions(world, suggest),
    ...sqlSuggestions(world, suggest),
    ...remoteUserSuggestions(world, suggest),
    ...erpSuggestions(world, suggest),
    ...endpointSuggestions(world, suggest),
  ]
}

/** Names for `syncTools`: of the driver that services or programs show, and of connectors that were found. */
function syncToolSuggestions({ profile, syncTools, facts }: World, suggest: Suggest): Suggestion[] {
  const unnamed = syncTools.tools.filter((tool) => tool.named.length === 0)
  const known = profile.syncTools.map((tool) => tool.name.trim().toLowerCase())
  const products = (facts.connector?.installations ?? [])
    .map(({ product }) => product)
    .filter((name) => !known.includes(name.toLowerCase()))
  return [
    ...unnamed.flatMap((tool) =>
      tool.services.length > 0
        ? suggest('syncTool', [tool.label], 'sync-tool-services', { services: tool.services.map(({ name }) => name) })
        : suggest('syncTool', [tool.label], 'sync-tool-programs', { programs: tool.programs.map(({ name }) => name) }),
    ),
    ...suggest('syncTool', products, 'connector', { products: [...new Set(products)] }),
  ]
}

/** An identity that Windows shares among services is no designated user, so it is not offered as one. */
function windowsAccountSuggestions({ syncTools, accounts }: World, suggest: Suggest): Suggestion[] {
  const isNamed = (account: Account): boolean =>
    syncTools.tools.some((tool) => tool.namedAccounts.some((named) => accounts.same(named, account)))
  const seen = syncTools.tools.flatMap((tool) => tool.serviceAccounts)
  const own = seen.filter((account) => (hasOwnPassword(account) || account.kind === 'managed') && !isNamed(account))
  const names = own.map(({ name }) => name)
  return suggest('windowsAccount', names, 'windows-account')
}

/** As the check on removed users finds them; a user that the profile names is none. */
function remoteUserSuggestions(world: World, suggest: Suggest): Suggestion[] {
  const { profile, accounts } = world
  const named = (profile.remoteAccessUsers ?? []).map((name) => accounts.resolve(/[\\@]/.test(name) ? name : `.\\${name}`))
  const facts = {
    'local-users': world.facts['local-users'],
    'local-groups': world.facts['local-groups'],
    host: world.facts.host,
  }
  const names = candidates({ ...world, facts }, named).flatMap(({ finding }) => (finding.evidence ?? []).map(({ subject }) => subject))
  return suggest('remoteAccessUsers', names, 'remote-access-users')
}

function endpointSuggestions({ profile, facts }: World, suggest: Suggest): Suggestion[] {
  const known = (profile.endpoints ?? []).map((url) => url.toLowerCase())
  const seen = (facts['tls-endpoints']?.endpoints ?? []).map(({ url }) => url)
  return suggest(
    'endpoints',
    seen.filter((url) => !known.includes(url.toLowerCase())),
    'endpoints',
  )
}

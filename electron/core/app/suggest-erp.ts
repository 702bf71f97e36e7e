import type { Suggestion } from '#shared/contract/index.ts'
import type { World } from '#shared/evaluation/world.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Suggest } from './suggestions.ts'

type Edition = NonNullable<Profile['erp']['edition']>

/** Product ids by how the names of installed programs begin; the longer name first. */
const PRODUCTS: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  { id: 'sage-100-contractor', pattern: /^sage 100 contractor\b/i },
  { id: 'sage-100', pattern: /^(?:sage 100|sage mas 90|sage mas 200|mas 90|mas 200)\b/i },
  { id: 'sage-300', pattern: /^(?:sage 300|sage accpac)\b/i },
  { id: 'sage-500', pattern: /^(?:sage 500|sage mas 500)\b/i },
  { id: 'sage-x3', pattern: /^sage (?:erp )?x3\b/i },
  { id: 'sage-50', pattern: /^sage 50\b/i },
]

/** Sage 100 names its edition in the program's name. */
const EDITION = /^sage 100 (standard|advanced|premium)\b/i

/** The database by which Sage 100 Premium is known. */
const SYSTEM_DATABASE = 'mas_system'

/** Product, edition and kind of database, as far as installed programs and databases tell. */
export function erpSuggestions({ profile, facts }: World, suggest: Suggest): Suggestion[] {
  const names = (facts.programs?.programs ?? []).map(({ name }) => name.trim())
  const product = PRODUCTS.map(({ id }) => ({ id, programs: names.filter((name) => productOf(name) === id) })).find(
    ({ programs }) => programs.length > 0,
  )
  const editions = names.flatMap((name) => {
    const edition = EDITION.exec(name)?.[1]?.toLowerCase() as Edition | undefined
    return edition === undefined ? [] : [{ edition, name }]
  })
  const [only, ...others] = [...new Set(editions.map(({ edition }) => edition))]
  const edition = others.length === 0 ? only : undefined
  const programs = editions.map(({ name }) => name)
  return [
    ...(product === undefined || profile.erp.product.trim() !== ''
      ? []
      : suggest('erpProduct', [product.id], 'erp', { programs: product.programs })),
    ...(edition === undefined || profile.erp.edition !== undefined ? [] : suggest('erpEdition', [edition], 'erp', { programs })),
    ...databaseSuggestions(profile, edition, programs, systemDatabases(facts), suggest),
  ]
}

function productOf(program: string): string | undefined {
  return PRODUCTS.find(({ pattern }) => pattern.test(program))?.id
}

function systemDatabases(facts: World['facts']): string[] {
  const databases = (facts['sql-server']?.instances ?? []).flatMap((instance) => instance.databases)
  return [...new Set(databases.filter((name) => name.toLowerCase() === SYSTEM_DATABASE))]
}

function databaseSuggestions(
  { erp }: Profile,
  edition: Edition | undefined,
  programs: readonly string[],
  databases: readonly string[],
  suggest: Suggest,
): Suggestion[] {
  if (erp.database === 'none' && databases.length > 0) return suggest('database', ['sql-server'], 'database-seen', { databases })
  const inFiles = edition === 'standard' || edition === 'advanced'
  return inFiles && erp.database === 'sql-server' && databases.length === 0
    ? suggest('database', ['none'], 'database-edition', { programs })
    : []
}

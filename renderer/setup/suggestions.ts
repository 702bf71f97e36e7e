import type { Suggestion } from '#shared/contract/index.ts'
import { type Draft, type ListField, linesOf, toolDraft, withTool } from './draft.ts'

const LIST_FIELDS: { readonly [Field in Suggestion['field']]?: ListField } = {
  companyDatabases: 'companyDatabases',
  remoteAccessUsers: 'remoteAccessUsers',
  endpoints: 'endpoints',
}

/** Puts a guess into the form, because a person said so. Lists grow; a single field is filled with the first value. */
export function accept(draft: Draft, { field, values }: Suggestion): Draft {
  const [first] = values
  if (first === undefined) return draft
  switch (field) {
    case 'syncTool':
      return values.reduce(withToolNamed, draft)
    case 'windowsAccount':
    case 'sqlLogin':
      return inFirstTool(draft, field, first)
    case 'remoteAccessUsers':
      return { ...withLines(draft, 'remoteAccessUsers', values), remoteAccess: 'these' }
    case 'companyDatabases':
    case 'endpoints':
      return withLines(draft, field, values)
    case 'erpProduct':
      return { ...draft, product: first }
    case 'erpEdition':
      return first === 'standard' || first === 'advanced' || first === 'premium' ? { ...draft, edition: first } : draft
    case 'database':
      return first === 'sql-server' || first === 'none' ? { ...draft, database: first } : draft
  }
}

/** Whether accepting a guess would change anything: one that is in the form already is not offered. */
export function isNew(draft: Draft, suggestion: Suggestion): boolean {
  const { field, values } = suggestion
  const list = LIST_FIELDS[field]
  if (list !== undefined) {
    const lines = linesOf(draft[list])
    return (list === 'remoteAccessUsers' && draft.remoteAccess !== 'these') || values.some((value) => !lines.includes(value))
  }
  if (field === 'windowsAccount' || field === 'sqlLogin') {
    return values.length > 0 && draft.tools.every((tool) => !values.includes(tool[field]))
  }
  if (field === 'syncTool') return values.some((value) => draft.tools.every(({ name }) => name !== value))
  return JSON.stringify(accept(draft, suggestion)) !== JSON.stringify(draft)
}

/** Guesses that can be accepted; for a field that holds one value each value is a guess of its own. */
export function newOnes(draft: Draft, suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions
    .flatMap((suggestion) =>
      holdsSeveral(suggestion) ? [suggestion] : suggestion.values.map((value) => ({ ...suggestion, values: [value] })),
    )
    .filter((suggestion) => isNew(draft, suggestion))
}

/** Takes over everything that has room: of two guesses for one field the first, and nothing that somebody entered is lost. */
export function acceptAll(draft: Draft, suggestions: readonly Suggestion[]): Draft {
  return suggestions.reduce((before, suggestion) => (hasRoom(before, suggestion.field) ? accept(before, suggestion) : before), draft)
}

function holdsSeveral({ field }: Suggestion): boolean {
  return field === 'syncTool' || LIST_FIELDS[field] !== undefined
}

function hasRoom(draft: Draft, field: Suggestion['field']): boolean {
  switch (field) {
    case 'windowsAccount':
    case 'sqlLogin':
      return draft.tools.length === 0 || draft.tools.some((tool) => tool[field].trim() === '')
    case 'erpProduct':
      return draft.product === ''
    case 'erpEdition':
      return draft.edition === ''
    default:
      return true
  }
}

function withLines(draft: Draft, field: ListField, values: readonly string[]): Draft {
  return { ...draft, [field]: linesOf([draft[field], ...values].join('\n')).join('\n') }
}

function withToolNamed(draft: Draft, name: string): Draft {
  if (draft.tools.some((tool) => tool.name === name)) return draft
  const unnamed = draft.tools.find((tool) => tool.name.trim() === '')
  if (unnamed !== undefined) return { ...draft, tools: draft.tools.map((tool) => (tool === unnamed ? { ...tool, name } : tool)) }
  const more = withTool(draft)
  return { ...more, tools: more.tools.map((tool, index) => (index === more.tools.length - 1 ? { ...tool, name } : tool)) }
}

/** The first tool whose field is empty, else the first; a tool is made where there is none. */
function inFirstTool(draft: Draft, field: 'windowsAccount' | 'sqlLogin', value: string): Draft {
  const tools = draft.tools.length === 0 ? [toolDraft(0, null)] : draft.tools
  const target = tools.find((tool) => tool[field] === '') ?? tools[0]
  return { ...draft, tools: tools.map((tool) => (tool === target ? { ...tool, [field]: value } : tool)) }
}

import { type Draft, linesOf } from './draft.ts'

/** A field of the form by name; those of a tool carry its key. */
export type FieldName = keyof Draft | `tool-${number}`

/** What is wrong with the form: by field, the key of the words that say what to do. Empty: it can be kept. */
export type Problems = ReadonlyMap<FieldName, { readonly key: string; readonly params?: { readonly [name: string]: string } }>

/** Who looks less often than every two years does not review. */
export const LONGEST_INTERVAL_MONTHS = 24

export function problemsOf(draft: Draft): Problems {
  const problems: [FieldName, { readonly key: string; readonly params?: { readonly [name: string]: string } }][] = []
  if (draft.organization.trim() === '') problems.push(['organization', { key: 'setup/problem-organization' }])
  if (draft.phase === 'deploying' && draft.since !== '' && draft.until !== '' && draft.until < draft.since)
    problems.push(['until', { key: 'setup/problem-until' }])
  for (const tool of draft.tools) {
    if (tool.name.trim() === '') problems.push([`tool-${tool.key}`, { key: 'setup/problem-tool-name' }])
  }
  if (draft.remoteAccess === 'these' && linesOf(draft.remoteAccessUsers).length === 0)
    problems.push(['remoteAccessUsers', { key: 'setup/problem-remote-users' }])
  const address = linesOf(draft.endpoints).find((line) => !isWebAddress(line))
  if (address !== undefined) problems.push(['endpoints', { key: 'setup/problem-endpoint', params: { address } }])
  const months = Number(draft.reviewEveryMonths)
  if (!Number.isInteger(months) || months < 1 || months > LONGEST_INTERVAL_MONTHS)
    problems.push(['reviewEveryMonths', { key: 'setup/problem-months' }])
  return new Map(problems)
}

function isWebAddress(line: string): boolean {
  const address = URL.parse(line)
  return address !== null && ['https:', 'http:'].includes(address.protocol) && address.hostname !== ''
}

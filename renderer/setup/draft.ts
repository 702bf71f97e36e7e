import type { CaseView, Settings } from '#shared/contract/index.ts'

export type Profile = CaseView['profile']
type Tool = Profile['syncTools'][number]

/** The fields of a sync tool that are plain text. */
export const toolFields = ['name', 'service', 'windowsAccount', 'erpUser', 'sqlLogin'] as const
export type ToolField = (typeof toolFields)[number]

export type ToolDraft = { readonly [Field in ToolField]: string } & {
  /** stays the same while the list changes */
  readonly key: number
  readonly kind: NonNullable<Tool['kind']>
  /** the tool as it was kept: what this form does not know stays in it */
  readonly kept: Tool | null
}

/** The profile as it stands in the form: text as typed, lists one entry a line. */
export interface Draft {
  readonly organization: string
  readonly preparedBy: string
  readonly consultant: string
  readonly product: string
  readonly edition: NonNullable<Profile['erp']['edition']> | ''
  readonly database: Profile['erp']['database']
  readonly companyDatabases: string
  readonly phase: Profile['deployment']['phase']
  readonly since: string
  readonly until: string
  readonly tools: readonly ToolDraft[]
  readonly remoteAccess: 'not-asked' | 'none' | 'these'
  readonly remoteAccessUsers: string
  readonly endpoints: string
  readonly packs: readonly string[]
  readonly reviewEveryMonths: string
  readonly nextReview: string
}

/** Fields that hold a list, one entry a line. */
export type ListField = 'companyDatabases' | 'remoteAccessUsers' | 'endpoints'

export function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

/** Puts a profile into the form; what was never told begins with what the settings know. */
export function draftOf(profile: Profile, settings: Pick<Settings, 'preparedBy' | 'reviewEveryMonths'>): Draft {
  const { erp, deployment, remoteAccessUsers } = profile
  return {
    organization: profile.organization,
    preparedBy: profile.preparedBy ?? settings.preparedBy,
    consultant: profile.consultant ?? '',
    product: erp.product,
    edition: erp.edition ?? '',
    database: erp.database,
    companyDatabases: (erp.companyDatabases ?? []).join('\n'),
    phase: deployment.phase,
    since: dayOf(deployment.since),
    until: dayOf(deployment.until),
    tools: profile.syncTools.map((tool, key) => toolDraft(key, tool)),
    remoteAccess: remoteAccessUsers === undefined ? 'not-asked' : remoteAccessUsers.length === 0 ? 'none' : 'these',
    remoteAccessUsers: (remoteAccessUsers ?? []).join('\n'),
    endpoints: (profile.endpoints ?? []).join('\n'),
    packs: profile.packs ?? [],
    reviewEveryMonths: String(profile.reviewEveryMonths ?? settings.reviewEveryMonths),
    nextReview: dayOf(profile.nextReview),
  }
}

export function toolDraft(key: number, kept: Tool | null): ToolDraft {
  const { name = '', service = '', windowsAccount = '', erpUser = '', sqlLogin = '', kind = 'erp-driver' } = kept ?? {}
  return { key, kept, kind, name, service, windowsAccount, erpUser, sqlLogin }
}

export function withTool(draft: Draft): Draft {
  return { ...draft, tools: [...draft.tools, toolDraft(Math.max(-1, ...draft.tools.map(({ key }) => key)) + 1, null)] }
}

/** Takes the form over into the profile that was kept; fields that this form does not know stay as they are. */
export function profileOf(draft: Draft, kept: Profile): Profile {
  const { erp, deployment } = kept
  return withoutAbsent({
    ...kept,
    organization: draft.organization.trim(),
    preparedBy: told(draft.preparedBy),
    consultant: told(draft.consultant),
    erp: withoutAbsent({
      ...erp,
      product: draft.product,
      edition: draft.edition === '' ? undefined : draft.edition,
      database: draft.database,
      companyDatabases: toldList(draft.companyDatabases, erp.companyDatabases),
    }),
    deployment: withoutAbsent({
      ...deployment,
      phase: draft.phase,
      since: draft.phase === 'deploying' ? keptDay(draft.since, deployment.since) : undefined,
      until: draft.phase === 'deploying' ? keptDay(draft.until, deployment.until) : undefined,
    }),
    syncTools: draft.tools.map(toolOf),
    remoteAccessUsers:
      draft.remoteAccess === 'not-asked' ? undefined : draft.remoteAccess === 'none' ? [] : [...linesOf(draft.remoteAccessUsers)],
    endpoints: toldList(draft.endpoints, kept.endpoints),
    packs: draft.packs.length === 0 ? undefined : [...draft.packs],
    reviewEveryMonths: Number(draft.reviewEveryMonths),
    nextReview: keptDay(draft.nextReview, kept.nextReview),
  })
}

function toolOf({ kept, kind, name, service, windowsAccount, erpUser, sqlLogin }: ToolDraft): Tool {
  return withoutAbsent({
    ...kept,
    name: name.trim(),
    kind,
    service: told(service),
    windowsAccount: told(windowsAccount),
    erpUser: told(erpUser),
    sqlLogin: told(sqlLogin),
  })
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> }

/** A field that was emptied is absent, as if it had never been told. */
function withoutAbsent<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<Value>
}

function told(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}

/** An emptied list counts as told where one was told before. */
function toldList(text: string, kept: string[] | undefined): string[] | undefined {
  const lines = linesOf(text)
  return lines.length === 0 && kept === undefined ? undefined : [...lines]
}

function dayOf(dayOrInstant: string | undefined): string {
  return (dayOrInstant ?? '').slice(0, 'yyyy-mm-dd'.length)
}

/** A date field knows days only: an instant of the same day stays what it was. */
function keptDay(day: string, kept: string | undefined): string | undefined {
  return kept !== undefined && dayOf(kept) === day ? kept : told(day)
}

import { quotedFields, withoutComment, withoutQuotes } from './template-fields.ts'
import { decodeTemplate, type TemplateText } from './template-text.ts'

/** Security settings of a policy. Settings are found by their name in small letters. */
export interface SecurityTemplate {
  readonly encoding: TemplateText['encoding']
  readonly systemAccess: ReadonlyMap<string, TemplateSetting>
  readonly privilegeRights: ReadonlyMap<string, TemplateRight>
  readonly registryValues: readonly TemplateRegistryValue[]
  /** One line each: what is not as it should be, and where. */
  readonly faults: readonly string[]
  /** False: the file is cut short or lacks its signature; what it holds is right, but it may have held more. */
  readonly whole: boolean
}

interface TemplateSetting {
  readonly value: string
  /** The same setting stands there twice; this is the last. */
  readonly repeated: boolean
}

/** Nobody: an empty list. A holder is a SID, or a name where Windows had none. */
interface TemplateRight {
  readonly holders: readonly ({ readonly sid: string } | { readonly name: string })[]
  readonly repeated: boolean
}

interface TemplateRegistryValue {
  /** Root, key and name, e.g. `MACHINE\System\CurrentControlSet\Control\Lsa\LimitBlankPasswordUse`. */
  readonly path: string
  /** REG_SZ and the like, by number. */
  readonly type: number
  readonly data: readonly string[]
}

export type SecurityTemplateFile =
  | { readonly kind: 'read'; readonly template: SecurityTemplate }
  | { readonly kind: 'refused'; readonly reason: string }

/** Every template that Windows takes carries one of these in its Version section. */
const SIGNATURES: ReadonlySet<string> = new Set(['$chicago$', '$windows nt$'])

interface Draft {
  readonly systemAccess: Map<string, TemplateSetting>
  readonly privilegeRights: Map<string, TemplateRight>
  readonly registryValues: TemplateRegistryValue[]
  readonly faults: string[]
  signed: boolean
}

/**
 * Reads a security template, as `GptTmpl.inf` of a policy or `secedit /export` holds it.
 *
 * Source: [MS-GPSB] 2.2 on the syntax of setup information files: sections of one name are one section, names are compared without case,
 * a semicolon outside of quotes begins a comment. Where a setting stands twice nothing documents who wins: the last is taken and marked.
 */
export function parseSecurityTemplate(bytes: Uint8Array): SecurityTemplateFile {
  const decoded = decodeTemplate(bytes)
  if (decoded === null) return { kind: 'refused', reason: 'expected a security template, but this is no text' }
  const draft: Draft = { systemAccess: new Map(), privilegeRights: new Map(), registryValues: [], faults: [], signed: false }
  const lines = decoded.text.split('\n')
  // Each line ends with a line break, so that behind the last one nothing is left.
  const unfinished = lines.pop() ?? ''
  if (unfinished.trim() !== '' || decoded.cut) draft.faults.push(`line ${lines.length + 1}: the file ends inside a line`)
  let section = ''
  for (const [index, written] of lines.entries()) {
    const line = withoutComment(written).trim()
    if (line === '') continue
    const header = /^\[([^\]]*)\]$/.exec(line)
    // A broken header begins a section too, but nobody knows which.
    if (line.startsWith('[')) section = (header?.[1] ?? '').trim().toLowerCase()
    const taken = line.startsWith('[') ? header !== null : takeLine(draft, section, line)
    if (!taken) draft.faults.push(`line ${index + 1}: not understood`)
  }
  if (!draft.signed) draft.faults.push('the signature of a security template is missing')
  const { signed, ...settings } = draft
  const whole = signed && unfinished.trim() === '' && !decoded.cut
  return { kind: 'read', template: { ...settings, encoding: decoded.encoding, whole } }
}

/** False: the line is none of its section. Sections that nobody here asks for are passed over. */
function takeLine(draft: Draft, section: string, line: string): boolean {
  if (section === 'registry values') return takeRegistryValue(draft, line)
  if (section !== 'system access' && section !== 'privilege rights' && section !== 'version') return true
  const equals = line.indexOf('=')
  const name = line.slice(0, Math.max(equals, 0)).trim().toLowerCase()
  const fields = quotedFields(line.slice(equals + 1))
  if (name === '' || fields === null) return false
  const [value = ''] = fields
  if (section === 'version') {
    draft.signed ||= name === 'signature' && SIGNATURES.has(value.toLowerCase())
    return true
  }
  if (section === 'system access') draft.systemAccess.set(name, { value, repeated: draft.systemAccess.has(name) })
  else {
    const holders = fields
      .filter((field) => field !== '')
      .map((field) => (field.startsWith('*') ? { sid: field.slice(1) } : { name: field }))
    draft.privilegeRights.set(name, { holders, repeated: draft.privilegeRights.has(name) })
  }
  return true
}

/** The name may hold equals signs: it ends where a type follows. */
function takeRegistryValue(draft: Draft, line: string): boolean {
  const match = /^(.+?)=\s*(\d{1,2})\s*,(.*)$/.exec(line)
  const data = quotedFields(match?.[3] ?? '')
  if (match === null || data === null) return false
  draft.registryValues.push({ path: withoutQuotes((match[1] ?? '').trim()), type: Number(match[2]), data })
  return true
}

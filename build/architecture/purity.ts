import { parseSync } from 'vite'

/** What would make the same input give another result tomorrow or elsewhere. */
const IMPURE = [
  { pattern: /\bDate\.now\(/, name: 'Date.now()' },
  { pattern: /\bnew Date\(\s*\)/, name: 'new Date()' },
  { pattern: /(?<!new\s+|[.\w])Date\(\s*\)/, name: 'Date()' },
  { pattern: /\bMath\.random\(/, name: 'Math.random()' },
  { pattern: /\bperformance\./, name: 'performance' },
  { pattern: /(?<!\.)\b(?:globalThis\.|process\.(?:env|argv|cwd|platform|version|hrtime)\b)/, name: 'globalThis or process' },
  { pattern: /\bcrypto\.(?:randomUUID|getRandomValues|subtle)\b/, name: 'crypto' },
  { pattern: /\.toLocale(?:String|DateString|TimeString|LowerCase|UpperCase)\(\s*\)/, name: 'the language of the machine' },
  { pattern: /\bget(?:Timezone|Hours|Minutes|Date|Day|Month|FullYear)[A-Za-z]*\(\)/, name: 'the time zone of the machine' },
] as const

/** Names of built-in groups and accounts as Windows shows them, which depend on its language: a SID is what stays. */
const LOCALISED_NAMES = [
  'Administrators',
  'Administratoren',
  'Administrateurs',
  'Administradores',
  'Everyone',
  'Jeder',
  'Authenticated Users',
  'Remote Desktop Users',
  'Remotedesktopbenutzer',
  'BUILTIN\\\\',
  'VORDEFINIERT',
  'Domain Admins',
]

/** The source with comments blanked, so that what is only talked about does not count. */
function withoutComments(path: string, source: string): string {
  const { comments } = parseSync(path, source)
  return comments.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), source)
}

/** Where a file of shared/ asks the machine instead of its arguments. */
export function impurities(path: string, source: string): readonly string[] {
  const code = withoutComments(path, source)
  return IMPURE.filter(({ pattern }) => pattern.test(code)).map(({ name }) => `${path}: uses ${name}; take it as an argument`)
}

/** Where code that decides compares with a name that another Windows language spells otherwise. */
export function localisedNames(path: string, source: string): readonly string[] {
  const code = withoutComments(path, source)
  return LOCALISED_NAMES.filter((name) => new RegExp(`(['"\`/|^])${name}(['"\`/|$])`, 'i').test(code)).map(
    (name) => `${path}: matches on the name ${name}; compare SIDs`,
  )
}

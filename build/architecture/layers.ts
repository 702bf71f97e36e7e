import { fileOf, importsOf } from './imports.ts'

/** The lowest parts of shared/, in the order in which they may build on each other. */
const GROUND = ['shared', 'shared/facts', 'shared/formats', 'shared/accounts', 'shared/catalogue', 'shared/sync-tool', 'shared/sql-login']
const JUDGEMENT = [...GROUND, 'shared/checks', 'shared/texts', 'shared/evaluation']

/**
 * Which layers each layer may import; its own is always allowed.
 *
 * A layer is a folder of the second level (`shared/facts`), or `shared` for the files that lie directly in it. A layer that is absent
 * here may not exist: a new folder is a decision about its direction.
 */
const allowed: { readonly [layer: string]: readonly string[] } = {
  shared: [],
  'shared/facts': ['shared'],
  'shared/formats': ['shared', 'shared/facts'],
  'shared/accounts': ['shared', 'shared/facts', 'shared/formats'],
  'shared/catalogue': ['shared', 'shared/facts'],
  'shared/sync-tool': ['shared', 'shared/facts', 'shared/formats', 'shared/accounts', 'shared/catalogue'],
  'shared/sql-login': ['shared', 'shared/facts', 'shared/formats', 'shared/accounts', 'shared/sync-tool'],
  'shared/checks': GROUND,
  'shared/texts': [...GROUND, 'shared/checks'],
  'shared/evaluation': [...GROUND, 'shared/checks', 'shared/texts'],
  'shared/report': [...JUDGEMENT, 'shared/rotation'],
  'shared/certificate': [...JUDGEMENT, 'shared/report'],
  'shared/samples': ['shared', 'shared/facts', 'shared/formats'],
  'shared/passwords': ['shared', 'shared/formats'],
  'shared/rotation': ['shared', 'shared/facts', 'shared/formats', 'shared/accounts'],
  'shared/contract': [...JUDGEMENT, 'shared/report', 'shared/certificate', 'shared/samples', 'shared/passwords', 'shared/rotation'],
  'electron/win32': ['shared'],
  'electron/policy': ['shared', 'shared/facts'],
  'electron/sql': ['shared', 'shared/facts', 'shared/sql-login', 'electron/win32'],
  'electron/probes': [
    'shared',
    'shared/facts',
    'shared/formats',
    'shared/accounts',
    'shared/catalogue',
    'shared/sync-tool',
    'electron/win32',
    'electron/policy',
    'electron/sql',
  ],
  'electron/collector': ['shared', 'shared/facts', 'shared/formats', 'shared/catalogue', 'electron/probes', 'electron/win32'],
  'electron/passwords': ['shared', 'shared/formats', 'shared/passwords'],
  'electron/vault': ['shared', 'electron/win32'],
  'electron/rotation': [
    'shared',
    'shared/facts',
    'shared/accounts',
    'shared/sql-login',
    'shared/rotation',
    'electron/win32',
    'electron/policy',
    'electron/sql',
    'electron/vault',
  ],
  'electron/store': ['shared', 'shared/formats'],
  'electron/pdf': [...JUDGEMENT, 'shared/report', 'shared/certificate', 'shared/rotation'],
  'electron/core': ['shared/*', 'electron/*', '!electron/hosts'],
  'electron/hosts': ['shared/*', 'electron/core'],
  renderer: ['shared', 'shared/contract', 'shared/passwords'],
}

/** Folders whose subfolders stand side by side and never import each other. */
const SIBLINGS: readonly string[] = ['shared/checks', 'electron/probes', 'electron/hosts']

/** Packages that shared/ may use: each runs without Node, DOM, clock and randomness. */
const PURE_PACKAGES: ReadonlySet<string> = new Set([
  'zod',
  '@orpc/contract',
  'i18next',
  'canonicalize',
  'csv-stringify',
  'uqr',
  'xstate',
  'fast-xml-parser',
])

/** The one file that may load a native library, because it alone joins the library's name to the system's own folder. */
const LIBRARY_LOADER = 'electron/win32/library.ts'

function layerOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (top === 'renderer') return top
  return second.includes('.') ? top : `${top}/${second}`
}

function siblingOf(path: string): { readonly parent: string; readonly name: string } | undefined {
  const parent = SIBLINGS.find((folder) => path.startsWith(`${folder}/`))
  if (parent === undefined) return undefined
  const [name = '', ...rest] = path.slice(parent.length + 1).split('/')
  return rest.length === 0 ? undefined : { parent, name }
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  const rules = allowed[from] ?? []
  if (rules.includes(`!${to}`)) return false
  const top = to.split('/')[0] ?? to
  return rules.includes(to) || rules.includes(`${top}/*`)
}

function fileFault(importer: string, imported: string): string | undefined {
  const from = layerOf(importer)
  const to = layerOf(imported)
  if (!(from in allowed)) return `${from} is no known layer: say in build/architecture/layers.ts what it may import`
  if (!mayImport(from, to)) return `${from} may not import ${to} (${imported})`
  const own = siblingOf(importer)
  const other = siblingOf(imported)
  if (own !== undefined && other !== undefined && own.parent === other.parent && own.name !== other.name) {
    return `${own.parent}/${own.name} may not import its sibling ${other.name} (${imported})`
  }
  if (own?.parent !== undefined && imported === `${own.parent}/index.ts`) {
    return `${own.parent}/${own.name} may not import the list that it is in`
  }
  return undefined
}

function packageFault(importer: string, specifier: string): string | undefined {
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/', 1)[0] ?? specifier)
  if (importer.startsWith('shared/') && !PURE_PACKAGES.has(name)) return `shared is pure: ${specifier} is not among its packages`
  if (name === 'electron' && !importer.startsWith('electron/hosts/desktop/')) return 'only electron/hosts/desktop may import electron'
  if (name === 'koffi' && !importer.startsWith('electron/win32/')) return 'only electron/win32 may import koffi'
  if (name === 'keytar' && !importer.startsWith('electron/vault/')) return 'only electron/vault may import keytar'
  if (importer.startsWith('renderer/') && specifier.startsWith('node:')) return 'renderer runs in a browser, not in Node'
  return undefined
}

/** What is wrong with the imports of one source file of the product; empty when nothing is. */
export function layerFaults(path: string, source: string): readonly string[] {
  const faults = importsOf(path, source).flatMap((specifier) => {
    const file = fileOf(path, specifier)
    // The manifest names the version; it holds no code.
    if (file === 'package.json') return []
    return (file === undefined ? packageFault(path, specifier) : fileFault(path, file)) ?? []
  })
  if (/\bkoffi\.load\(/.test(source) && path !== LIBRARY_LOADER) faults.push(`only ${LIBRARY_LOADER} may load a library`)
  return faults.map((fault) => `${path}: ${fault}`)
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { compileGlob, globMatches } from '#shared/catalogue/glob.ts'
import { catalogueForDigest, catalogueVersion } from '#shared/catalogue/index.ts'
import { splitInstallPath } from '#shared/catalogue/install-path.ts'
import type { Pattern, Tool } from '#shared/catalogue/tool.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { isNoWayIn, isWayIn } from '#shared/catalogue/way-in.ts'
import { windowsComponents } from '#shared/catalogue/windows-components.data.ts'

const factsFile = fileURLToPath(new URL('../../../../shared/facts/remote_tools.json', import.meta.url))
const lists = (tool: Tool): readonly (readonly [string, readonly Pattern[]])[] => [
  ['displayNames', tool.displayNames],
  ['services', tool.services],
  ['serviceDisplayNames', tool.serviceDisplayNames ?? []],
  ['executables', tool.executables],
  ['installPaths', tool.installPaths],
  ['drivers', tool.drivers ?? []],
]
const values = remoteTools.flatMap((tool) =>
  lists(tool).flatMap(([list, patterns]) => patterns.map((pattern) => ({ tool, list, pattern }))),
)
const faulty = (test: (value: (typeof values)[number]) => boolean) =>
  values.filter(test).map(({ tool, list, pattern }) => `${tool.id} ${list}: ${pattern.glob}`)
const isLiteral = (pattern: Pattern) => !compileGlob(pattern.glob).hasWildcard

describe('catalogue', () => {
  it('has every id once, in lower case', () => {
    const ids = remoteTools.map((tool) => tool.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })
  it.skipIf(!existsSync(factsFile))('has the tools of the collected facts and no others (skipped where the facts are absent)', () => {
    const facts: { tools: { id: string }[] } = JSON.parse(readFileSync(factsFile, 'utf8'))
    expect(remoteTools.map((tool) => tool.id).sort()).toEqual(facts.tools.map((tool) => tool.id).sort())
  })
  it('names every tool and its vendor without padding', () => {
    expect(
      remoteTools
        .filter((tool) => tool.name.trim() !== tool.name || tool.name === '' || tool.vendor.trim() !== tool.vendor || tool.vendor === '')
        .map((tool) => tool.id),
    ).toEqual([])
    expect(new Set(remoteTools.map((tool) => tool.name)).size).toBe(remoteTools.length)
    expect(remoteTools.filter((tool) => tool.categories.length === 0).map((tool) => tool.id)).toEqual([])
  })
  it('has well-formed globs: no regular expression, no placeholder, no padding', () => {
    expect(faulty(({ pattern }) => pattern.glob.trim() !== pattern.glob || /[<>|"^+[\]\n]|\*\*/.test(pattern.glob))).toEqual([])
  })
  it('has no glob of wildcards alone, and none with fewer than three fixed characters', () => {
    expect(faulty(({ pattern }) => pattern.glob.replaceAll(/[*?.]|exe$/g, '').length < 2)).toEqual([])
    expect(
      faulty(({ pattern }) => !isLiteral(pattern) && pattern.glob.replaceAll(/[*?]/g, '').length < 3 && pattern.weak !== true),
    ).toEqual([])
  })
  it('has no value twice in one list', () => {
    const repeated = remoteTools.flatMap((tool) =>
      lists(tool).filter(([, patterns]) => new Set(patterns.map((pattern) => pattern.glob.toLowerCase())).size < patterns.length),
    )
    expect(repeated).toEqual([])
  })
  it('has a backslash in folders alone', () => {
    expect(faulty(({ list, pattern }) => list !== 'installPaths' && pattern.glob.includes('\\'))).toEqual([])
  })
  it('names programs by file and folders by a known variable', () => {
    expect(faulty(({ list, pattern }) => list === 'executables' && !/^[^\\/:]+\.exe$/i.test(pattern.glob))).toEqual([])
    expect(
      faulty(
        ({ list, pattern }) =>
          list === 'installPaths' && (splitInstallPath(pattern.glob) === undefined || /\\\*?$|\.exe$/.test(pattern.glob)),
      ),
    ).toEqual([])
  })
  it('has no strong name that Windows bears', () => {
    const components = windowsComponents.map((name) => name.toLowerCase())
    const inUse = values.filter(({ tool, list, pattern }) => list === 'executables' && isWayIn(tool) && pattern.weak !== true)
    expect(
      inUse.filter(({ pattern }) => components.some((name) => globMatches(pattern.glob, name))).map(({ pattern }) => pattern.glob),
    ).toEqual([])
  })
  it('takes no name of a tool out as a console', () => {
    const consoles = values.filter(({ tool, list }) => isNoWayIn(tool) && list !== 'installPaths')
    const tools = values.filter(({ tool, list, pattern }) => isWayIn(tool) && list !== 'installPaths' && isLiteral(pattern))
    const taken = tools.filter(({ list, pattern }) =>
      consoles.some((each) => each.list === list && globMatches(each.pattern.glob, pattern.glob)),
    )
    expect(taken.map(({ pattern }) => pattern.glob)).toEqual([])
  })
  it('has no strong service or program name in two tools', () => {
    const names = values.filter(({ list, pattern }) => (list === 'services' || list === 'displayNames') && pattern.weak !== true)
    const shared = names.filter(({ tool, list, pattern }) =>
      names.some((each) => each.tool !== tool && each.list === list && globMatches(each.pattern.glob, pattern.glob)),
    )
    expect(shared.map(({ tool, pattern }) => `${tool.id}: ${pattern.glob}`)).toEqual(
      ['trustconnect: TrustConnect Agent'].filter(() => false),
    )
  })
  it.each([
    'dwm.exe',
    'teams.exe',
    'nssm.exe',
    'plink.exe',
    'osqueryi.exe',
    'AutoUpdate.exe',
    'clm.exe',
    'client32.exe',
    'connect.exe',
    'vncviewer.exe',
    'LMIGuardianSvc.exe',
  ])('holds %s to be weak everywhere', (name) => {
    const bearing = values.filter(({ list, pattern }) => list === 'executables' && globMatches(pattern.glob, name))
    expect(bearing.length).toBeGreaterThan(0)
    expect(bearing.filter(({ pattern }) => pattern.weak !== true).map(({ tool }) => tool.id)).toEqual([])
  })
  it.each(['LMIGuardianSvc', 'WinRing0_1_2_0', 'Level'])('holds the service %s to be weak', (name) => {
    const bearing = values.filter(({ list, pattern }) => list === 'services' && globMatches(pattern.glob, name))
    expect(bearing.map(({ pattern }) => pattern.weak)).toEqual([true])
  })
  it('has a place or a strong name for every way in that can be found by name', () => {
    const unfindable = remoteTools.filter(
      (tool) => isWayIn(tool) && !lists(tool).some(([list, patterns]) => list !== 'drivers' && patterns.some((each) => each.weak !== true)),
    )
    expect(unfindable.map((tool) => tool.id)).toEqual(['deskday', 'plink-ssh-tunnel'])
  })
  it('points to pages over https alone', () => {
    expect(remoteTools.flatMap((tool) => tool.references ?? []).filter((url) => !URL.canParse(url) || !url.startsWith('https://'))).toEqual(
      [],
    )
  })
})

describe('Windows components', () => {
  it('are lower case, sorted and each there once', () => {
    expect([...windowsComponents]).toEqual([...new Set(windowsComponents.map((name) => name.toLowerCase()))].sort())
  })
})

describe('catalogueForDigest', () => {
  const [first, second] = remoteTools
  if (first === undefined || second === undefined) throw new Error('the catalogue is empty')

  it('does not depend on the order of tools and values', () => {
    const turned = remoteTools
      .toReversed()
      .map((tool) => ({ ...tool, executables: tool.executables.toReversed(), categories: tool.categories.toReversed() }))
    expect(catalogueForDigest(turned)).toBe(catalogueForDigest())
  })
  it('does not depend on what decides nothing', () => {
    expect(catalogueForDigest([{ ...first, notes: ['another note'], name: 'another name', references: [] }])).toBe(
      catalogueForDigest([first]),
    )
  })
  it.each([
    ['a value', { ...first, services: [{ glob: 'Another' }] }],
    ['a mark', { ...first, executables: first.executables.map((each) => ({ ...each, weak: true as const })) }],
    ['a place', { ...first, installPaths: [] }],
    ['a category', { ...first, categories: ['malicious' as const] }],
    ['an id', { ...first, id: 'another' }],
  ])('changes with %s', (_, changed) => {
    expect(catalogueForDigest([changed])).not.toBe(catalogueForDigest([first]))
  })
  it('names its version', () => {
    expect(JSON.parse(catalogueForDigest())[0]).toBe(catalogueVersion)
    expect(catalogueVersion).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

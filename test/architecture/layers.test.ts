import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layerFaults } from '#build/architecture/layers.ts'
import { listFaults } from '#build/architecture/one-lists.ts'
import { impurities, localisedNames } from '#build/architecture/purity.ts'
import { sizeFault } from '#build/architecture/sizes.ts'
import { type SourceFile, sourceFiles, subfolders } from '#build/architecture/sources.ts'

const root = join(import.meta.dirname, '..', '..')
const product = sourceFiles(root, ['shared', 'electron', 'renderer'])
const everything = [...product, ...sourceFiles(root, ['build', 'test'])]
const shared = product.filter(({ path }) => path.startsWith('shared/'))

const read = (path: string): SourceFile => ({ path, source: readFileSync(join(root, path), 'utf8') })

describe('direction of imports', () => {
  it('holds in every source file', () => {
    expect(product.length).toBeGreaterThan(0)
    expect(product.flatMap(({ path, source }) => layerFaults(path, source))).toEqual([])
  })

  const refused = [
    ['shared from electron', 'shared/facts/a.ts', `import { x } from '#electron/win32/x.ts'`],
    ['shared from Node', 'shared/facts/a.ts', `import { readFileSync } from 'node:fs'`],
    ['shared from an impure package', 'shared/report/a.ts', `import React from 'react'`],
    ['shared from build', 'shared/report/a.ts', `export { x } from '#build/x.ts'`],
    ['facts from checks', 'shared/facts/a.ts', `import { x } from '../checks/check.ts'`],
    ['a type of checks in facts', 'shared/facts/a.ts', `import type { X } from '../checks/check.ts'`],
    ['an inline type of checks in facts', 'shared/facts/a.ts', `export type X = import('../checks/check.ts').X`],
    ['a re-export of evaluation in checks', 'shared/checks/a.ts', `export * from '../evaluation/evaluate.ts'`],
    ['checks from evaluation', 'shared/checks/a/rule.ts', `import { x } from '../../evaluation/x.ts'`],
    ['evaluation from report', 'shared/evaluation/a.ts', `const x = await import('../report/x.ts')`],
    ['report from contract', 'shared/report/a.ts', `import '../contract/x.ts'`],
    ['a check from its sibling', 'shared/checks/a/rule.ts', `import { x } from '../b/rule.ts'`],
    ['a check from the list', 'shared/checks/a/rule.ts', `import { x } from '../index.ts'`],
    ['a probe from its sibling', 'electron/probes/a/probe.ts', `import { x } from '#electron/probes/b/probe.ts'`],
    ['a probe from the core', 'electron/probes/a/probe.ts', `import { x } from '#electron/core/x.ts'`],
    ['a host from another host', 'electron/hosts/cli/main.ts', `import { x } from '../loopback/x.ts'`],
    ['a host from a probe', 'electron/hosts/cli/main.ts', `import { x } from '#electron/probes/index.ts'`],
    ['the core from a host', 'electron/core/a.ts', `import { x } from '../hosts/cli/x.ts'`],
    ['electron outside of the desktop host', 'electron/core/a.ts', `import { app } from 'electron'`],
    ['koffi outside of win32', 'electron/probes/a/probe.ts', `import koffi from 'koffi'`],
    ['the keychain outside of the vault', 'electron/core/x.ts', `import keytar from 'keytar'`],
    ['a library loaded outside of the loader', 'electron/win32/netapi.ts', `import koffi from 'koffi'\nkoffi.load('netapi32.dll')`],
    ['a screen from checks', 'renderer/item/a.tsx', `import { x } from '#shared/checks/check.ts'`],
    ['a screen from the core', 'renderer/item/a.tsx', `import { x } from '#electron/core/x.ts'`],
    ['a folder that nobody decided about', 'shared/helpers/a.ts', `import { x } from '../facts/index.ts'`],
  ] as const
  it.each(refused)('refuses %s', (_name, path, source) => {
    expect(layerFaults(path, source)).toHaveLength(1)
  })

  const accepted = [
    ['checks from facts', 'shared/checks/check.ts', `import type { Facts } from '../facts/index.ts'`],
    ['a check from what all checks share', 'shared/checks/a/rule.ts', `import { define } from '../check.ts'`],
    ['the list from its checks', 'shared/checks/index.ts', `import { x } from './a/rule.ts'`],
    ['a probe from win32', 'electron/probes/a/probe.ts', `import { x } from '#electron/win32/x.ts'`],
    ['the desktop host from electron', 'electron/hosts/desktop/main.ts', `import { app } from 'electron'`],
    ['the loader from koffi', 'electron/win32/library.ts', `import koffi from 'koffi'\nkoffi.load('C:/Windows/System32/netapi32.dll')`],
    ['a screen from the contract', 'renderer/item/a.tsx', `import type { X } from '#shared/contract/x.ts'`],
    ['an import that is only talked about', 'shared/facts/a.ts', `// import { x } from '#electron/core/x.ts'`],
  ] as const
  it.each(accepted)('accepts %s', (_name, path, source) => {
    expect(layerFaults(path, source)).toEqual([])
  })
})

describe('one-lists', () => {
  it('name every check', () => {
    expect(listFaults(read('shared/checks/index.ts'), subfolders(root, 'shared/checks'), ['definition.ts', 'rule.ts'])).toEqual([])
  })

  it('name every probe', () => {
    expect(listFaults(read('electron/probes/index.ts'), subfolders(root, 'electron/probes'), ['probe.ts'])).toEqual([])
  })

  it('give each check the id of its folder', () => {
    const strangers = subfolders(root, 'shared/checks').filter(
      (id) => !read(`shared/checks/${id}/definition.ts`).source.includes(`id: '${id}'`),
    )
    expect(strangers).toEqual([])
  })

  it('have a test for each check', () => {
    expect(subfolders(root, 'shared/checks').filter((id) => !existsSync(join(root, `test/shared/checks/${id}.test.ts`)))).toEqual([])
  })

  const list = { path: 'shared/checks/index.ts', source: `import { a } from './a/rule.ts'\nimport { b } from './b/rule.ts'` }
  it('refuse a folder that the list forgot', () => {
    expect(listFaults(list, ['a', 'b', 'c'], ['rule.ts'])).toEqual(['shared/checks/index.ts: does not import ./c/rule.ts'])
  })
  it('refuse a name that has no folder', () => {
    expect(listFaults(list, ['a'], ['rule.ts'])).toEqual(['shared/checks/index.ts: names b, which is no folder'])
  })
})

describe('sizes', () => {
  it('stay within what one can keep in mind', () => {
    expect(everything.flatMap(({ path, source }) => sizeFault(path, source) ?? [])).toEqual([])
  })
  it('refuse a file of 401 lines', () => {
    expect(sizeFault('shared/report/a.ts', 'x\n'.repeat(401))).toBe('shared/report/a.ts: 401 lines, 400 are allowed')
    expect(sizeFault('shared/report/a.ts', 'x\n'.repeat(400))).toBeUndefined()
  })
  it('leave data and texts alone', () => {
    expect(sizeFault('shared/catalogue/tools.data.ts', 'x\n'.repeat(5000))).toBeUndefined()
    expect(sizeFault('shared/checks/a/definition.ts', 'x\n'.repeat(500))).toBeUndefined()
  })
})

describe('purity of shared', () => {
  it('takes clock, randomness, language and time zone as arguments', () => {
    expect(shared.flatMap(({ path, source }) => impurities(path, source))).toEqual([])
  })
  it.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const now = Date()',
    'const key = Math.random()',
    'const home = process.env.HOME',
    'const id = crypto.randomUUID()',
    'const text = day.toLocaleDateString()',
    'const hour = day.getHours()',
  ])('refuses %s', (source) => {
    expect(impurities('shared/report/a.ts', source)).toHaveLength(1)
  })
  it.each(['const day = new Date(atMs)', 'const hour = day.getUTCHours()', '// Date.now() is not for us'])('accepts %s', (source) => {
    expect(impurities('shared/report/a.ts', source)).toEqual([])
  })
})

describe('names of built-in groups', () => {
  const deciding = product.filter(({ path }) =>
    /^(shared\/(checks\/.*rule|accounts|evaluation|sync-tool)|electron\/(probes|win32))/.test(path),
  )
  it('decide nothing', () => {
    expect(deciding.flatMap(({ path, source }) => localisedNames(path, source))).toEqual([])
  })
  it('are refused when planted', () => {
    expect(localisedNames('shared/checks/a/rule.ts', `return group.name === 'Administrators'`)).toHaveLength(1)
    expect(localisedNames('shared/checks/a/rule.ts', `// 'Administrators' have other names elsewhere`)).toEqual([])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const manifest: { readonly scripts: object } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'electron/probes/README.md', 'build/changelog/README.md']

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].flatMap((match) => match[1] ?? [])
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it('names npm scripts that exist', () => {
    const scripts = [...text.matchAll(/npm run ([a-z:]+)/g)].flatMap((match) => match[1] ?? [])
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([])
  })
})

describe('CONTRIBUTING.md', () => {
  it('stays short enough to be read', () => {
    expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('\n').length).toBeLessThan(100)
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'build', 'decisions')
const pages = readdirSync(folder)

describe('decisions', () => {
  it.each(pages)('%s says its status, date, consequences and what enforces it', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(text).toMatch(/^---\nstatus: (accepted|superseded by \d{4})\ndate: \d{4}-\d\d-\d\d\n---\n/)
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(['Context', 'Decision', 'Consequences', 'Enforced by'])
    expect(text).toMatch(/\nGood:\n\n- [\s\S]*\nBad:\n\n- /)
  })

  it('are numbered without a gap', () => {
    expect(pages.map((name) => Number(name.slice(0, 4)))).toEqual(pages.map((_page, index) => index + 1))
  })

  it.each(pages)('%s names only files that exist', (name) => {
    const enforced = readFileSync(join(folder, name), 'utf8').split('## Enforced by')[1] ?? ''
    const named = [...enforced.matchAll(/`([^`*]+\/[^`*]+)`/g)].flatMap((match) => match[1] ?? [])
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('changelog fragments', () => {
  it.each(readdirSync(join(root, 'build', 'changelog')).filter((name) => name !== 'README.md'))(
    '%s says its kind and an impact',
    (name) => {
      expect(name).toMatch(/^(added|changed|fixed|removed|security)-[a-z0-9-]+\.md$/)
      expect(readFileSync(join(root, 'build', 'changelog', name), 'utf8').trim()).toMatch(/\.$/)
    },
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCatalogue } from '#build/pages/check-catalogue.ts'
import { jsonSchemas } from '#build/pages/json-schemas.ts'
import { checklists, checks } from '#shared/checks/index.ts'
import { publicFormats } from '#shared/formats/index.ts'

const build = join(import.meta.dirname, '..', '..', 'build')

describe('check catalogue', () => {
  it('is up to date; "npm run docs" writes it', () => {
    expect(readFileSync(join(build, 'generated', 'checks.md'), 'utf8')).toBe(checkCatalogue(checklists, checks))
  })
  it('names every check once', () => {
    const page = checkCatalogue(checklists, checks)
    const counts = checks.map(({ definition }) => page.split(`\`${definition.id}\` · severity`).length - 1)
    expect(counts).toEqual(checks.map(() => 1))
  })
})

describe('published JSON Schemas', () => {
  const schemas = jsonSchemas(publicFormats)
  it('are up to date; "npm run schemas" writes them', () => {
    const written = readdirSync(join(build, 'schemas')).map((name) => [name, readFileSync(join(build, 'schemas', name), 'utf8')] as const)
    expect(new Map(written)).toEqual(schemas)
  })
  it.each([...schemas.keys()])('%s names its format and version', (name) => {
    const schema: { readonly properties?: { readonly schema?: { readonly const?: string } } } = JSON.parse(schemas.get(name) ?? '{}')
    expect(schema.properties?.schema?.const).toMatch(new RegExp(`^erp-sync-checkup/${name.split('.')[0]}@\\d+$`))
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = join(import.meta.dirname, '..', '..', 'build', 'lockcheck.mjs')

describe('lockcheck', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockcheck-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function check(packages: object) {
    const file = join(folder, 'package-lock.json')
    writeFileSync(file, JSON.stringify({ packages }))
    return spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
  }

  const tool = { version: '1.0.0', optionalDependencies: { '@tool/linux': '1.0.0', '@tool/windows': '1.0.0' } }

  it('accepts a lock file that holds every optional package', () => {
    const result = check({
      '': {},
      'node_modules/tool': tool,
      'node_modules/@tool/linux': {},
      'node_modules/tool/node_modules/@tool/windows': {},
    })
    expect(result).toMatchObject({ status: 0, stderr: '' })
  })
  it('names each optional package that has no entry', () => {
    const result = check({ '': {}, 'node_modules/tool': tool, 'node_modules/@tool/linux': {} })
    expect(result.status).toBe(1)
    expect(result.stderr).toContain('node_modules/tool wants @tool/windows@1.0.0')
    expect(result.stderr).not.toContain('@tool/linux@')
  })
})

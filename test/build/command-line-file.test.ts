import { spawnSync } from 'node:child_process'
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const original = join(root, 'build', 'bin', 'erp-checkup.cjs')

describe('erp-checkup.cjs', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'command-line-'))
    mkdirSync(join(folder, 'build', 'bin'), { recursive: true })
    cpSync(original, join(folder, 'build', 'bin', 'erp-checkup.cjs'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '9.8.7', type: 'module' }))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function bundle(source: string): void {
    mkdirSync(join(folder, 'out', 'cli'), { recursive: true })
    writeFileSync(join(folder, 'out', 'cli', 'cli.mjs'), source)
  }

  function run(args: readonly string[], nodeArgs: readonly string[] = []) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...nodeArgs, join(folder, 'build', 'bin', 'erp-checkup.cjs'), ...args],
      { encoding: 'utf8' },
    )
    return { status, stdout, stderr }
  }

  it('is executable', () => {
    expect(() => accessSync(original, constants.X_OK)).not.toThrow()
  })

  it.each(['--version', '-V'])('answers %s without loading the command line', (flag) => {
    bundle(`throw new Error('loaded')`)
    expect(run([flag])).toEqual({ status: 0, stdout: '9.8.7\n', stderr: '' })
  })

  it('says in one line that it is not built', () => {
    expect(run(['check'])).toEqual({ status: 70, stdout: '', stderr: 'erp-checkup: the command line is not built; run: npm run prepare\n' })
  })

  it.each(['20.20.2', '22.11.0'])('refuses Node %s in one line', (version) => {
    bundle('export const main = async () => 0')
    const disguise = join(folder, 'disguise.cjs')
    writeFileSync(
      disguise,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } }); Object.defineProperty(process, 'version', { value: 'v${version}' })`,
    )
    expect(run(['check'], ['--require', disguise])).toEqual({
      status: 2,
      stdout: '',
      stderr: `erp-checkup: needs Node 22.12 or newer, this is v${version}\n`,
    })
    expect(run(['--version'], ['--require', disguise])).toMatchObject({ status: 0, stdout: '9.8.7\n' })
  })

  it('hands over its arguments and ends with the status of the command line', () => {
    bundle('export const main = async (argv) => { console.log(JSON.stringify(argv)); return 3 }')
    expect(run(['check', '--sample', 'a b'])).toEqual({ status: 3, stdout: '["check","--sample","a b"]\n', stderr: '' })
  })

  it.each([
    ['a rejected promise', `export const main = async () => { throw new Error('first\\nsecond') }`],
    ['a fault while loading', `throw new Error('first\\nsecond')`],
    [
      'a throw that nobody waits for',
      `export const main = () => new Promise(() => { setTimeout(() => { throw new Error('first\\nsecond') }, 1) })`,
    ],
    [
      'a promise that nobody waits for',
      `export const main = async () => { void Promise.reject(new Error('first\\nsecond')); return await new Promise(() => {}) }`,
    ],
  ])('turns %s into one line and 70', (_name, source) => {
    bundle(source)
    expect(run(['check'])).toEqual({ status: 70, stdout: '', stderr: 'erp-checkup: a fault of our own: first\n' })
  })

  it('ends quietly when the reader of its output is gone', () => {
    bundle(`export const main = async () => { throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) }`)
    expect(run(['samples'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

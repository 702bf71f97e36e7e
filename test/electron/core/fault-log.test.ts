import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultLogFolders, writeFaultLog } from '#electron/core/fault-log.ts'

describe('writeFaultLog', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fault-log-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const report = (error: unknown) => ({ version: '1.2.3', command: 'check', at: '2026-03-01T08:15:00.123Z', error })

  function logOf(error: unknown): string {
    const result = writeFaultLog(report(error), [join(folder, 'logs')])
    return 'path' in result ? readFileSync(result.path, 'utf8') : result.reason
  }

  it('holds where it happened and not what was read', () => {
    const cause = new TypeError('CANARY in "CANARY"\n    at CANARY')
    const text = logOf(Object.assign(new Error('CANARY', { cause }), { checkId: 'sql-read-only', code: 'ERR_X' }))
    expect(text).toContain('ERP Sync Security Checkup 1.2.3\nat 2026-03-01T08:15:00.123Z, command check\n')
    expect(text).toContain('checkId: sql-read-only')
    expect(text).toContain('code: ERR_X')
    expect(text).toContain('TypeError')
    expect(text.match(/fault-log\.test\.ts/g)?.length).toBeGreaterThanOrEqual(2)
    expect(text).not.toContain('CANARY')
  })

  it.each([
    ['a text', 'CANARY'],
    ['nothing', undefined],
    ['an error without a stack', Object.assign(new Error('CANARY'), { stack: undefined })],
  ])('takes %s for an error', (_name, thrown) => {
    const text = logOf(thrown)
    expect(text).toContain('command check')
    expect(text).not.toContain('CANARY')
  })

  it('ends in a circle of causes', () => {
    const error = new Error('a')
    error.cause = error
    expect(logOf(error).split('\n').length).toBeLessThan(200)
  })

  it('is for the user alone', () => {
    const result = writeFaultLog(report(new Error('a')), [join(folder, 'logs')])
    const path = 'path' in result ? result.path : ''
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
    }
  })

  it('takes the next folder where one cannot be written, and says so where none can', () => {
    writeFileSync(join(folder, 'file'), '')
    const blocked = join(folder, 'file', 'logs')
    expect(writeFaultLog(report(new Error('a')), [blocked, join(folder, 'logs')])).toMatchObject({
      path: expect.stringContaining(join(folder, 'logs')),
    })
    expect(writeFaultLog(report(new Error('a')), [blocked])).toEqual({ reason: 'ENOTDIR' })
  })

  it('never overwrites a log', () => {
    const folders = [join(folder, 'logs')]
    expect(writeFaultLog(report(new Error('a')), folders)).toMatchObject({ path: expect.any(String) })
    expect(writeFaultLog(report(new Error('a')), folders)).toEqual({ reason: 'EEXIST' })
  })
})

describe('faultLogFolders', () => {
  it.each([
    ['Windows', 'win32', { LOCALAPPDATA: '/users/a/local' }, '/users/a/local/erp-checkup'],
    ['a state folder', 'linux', { XDG_STATE_HOME: '/home/a/state' }, '/home/a/state/erp-checkup'],
  ] as const)('takes the user folder of %s first', (_name, platform, environment, expected) => {
    expect(faultLogFolders(environment, platform)).toEqual([expected, tmpdir()])
  })

  it('takes no relative state folder', () => {
    expect(faultLogFolders({ XDG_STATE_HOME: 'state' }, 'linux')[0]).toMatch(/\.local.state.erp-checkup$/)
  })
})

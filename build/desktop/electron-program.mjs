// Where the program of Electron is on this machine, and the one attempt to fetch it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** About 120 MB: a fast line brings them in this time, and nobody waits longer for a first look. */
export const FETCH_LIMIT_MS = 60_000

/**
 * Why no window can be opened here, in words for one line; null: nothing is in the way.
 *
 * As root Electron would need its sandbox turned off, which this program never does.
 */
export function obstacle({ platform, environment, uid }) {
  if (platform === 'linux' && uid === 0) return 'this runs as root'
  if (platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'there is no display'
  return null
}

/** The program that the `electron` package brought along or was told of; null: there is none. */
export function findElectron({ root, environment }) {
  const folder = packageFolder(root)
  if (folder === null) return null
  const told = environment.ELECTRON_OVERRIDE_DIST_PATH
  const name = read(join(folder, 'path.txt'))
  if (told) return existing(join(told, name ?? PROGRAMS[process.platform] ?? 'electron'))
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const present = read(join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  return name !== null && present === wanted ? existing(join(folder, 'dist', name)) : null
}

const PROGRAMS = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/** Fetches the program with the package's own installer; false: it could not be had in time. */
export async function fetchElectron({ root, environment, limitMs = FETCH_LIMIT_MS }) {
  const folder = packageFolder(root)
  if (folder === null || environment.npm_config_offline === 'true') return false
  const installer = spawn(process.execPath, [join(folder, 'install.js')], { env: environment, stdio: 'ignore' })
  const timer = setTimeout(() => installer.kill('SIGKILL'), limitMs)
  try {
    return await new Promise((resolve) => {
      installer.once('error', () => resolve(false))
      installer.once('exit', (status) => resolve(status === 0))
    })
  } finally {
    clearTimeout(timer)
  }
}

function packageFolder(root) {
  const folder = join(root, 'node_modules', 'electron')
  return existsSync(join(folder, 'install.js')) ? folder : null
}

function existing(program) {
  return existsSync(program) ? program : null
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** What the desktop app is started with: nothing that would make Electron a plain Node. */
export function electronEnvironment(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:ELECTRON_RUN_AS_NODE|NODE_OPTIONS)$/i.test(name)))
}

/** Whether a program ended because the system could not run it: a library is missing, or its sandbox is not allowed. */
export function couldNotRun({ status, signal }) {
  return (
    status === 127 || status === 126 || ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV'].includes(signal) || (status === null && signal === null)
  )
}

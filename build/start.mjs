// `npm start`: opens the app, in a window where Electron can run, else in this machine's browser. Stays until it is closed or told to end.
//
// `npm start -- --browser` opens the browser in any case.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { couldNotRun, electronEnvironment, fetchElectron, findElectron, obstacle } from './desktop/electron-program.mjs'

const root = join(import.meta.dirname, '..')
const { env: environment, platform } = process

/** Runs a program of Node's until it ends; what it reads and writes is this terminal's. */
async function run(program, args, env = environment) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env })
  const forward = (signal) => child.kill(signal)
  // Ctrl-C reaches both by itself: this process only waits for the other to clean up.
  const wait = () => undefined
  process.on('SIGINT', wait).on('SIGTERM', forward).on('SIGHUP', forward)
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve({ status: null, signal: null }))
      child.once('exit', (status, signal) => resolve({ status, signal }))
    })
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', forward).off('SIGHUP', forward)
  }
}

function prepare(...args) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'prepare.mjs'), ...args], { cwd: root, stdio: 'inherit' })
  return status ?? 70
}

async function electronProgram() {
  const found = findElectron({ root, environment })
  if (found !== null) return found
  console.log('Fetching Electron, once, for at most a minute …')
  return (await fetchElectron({ root, environment })) ? findElectron({ root, environment }) : null
}

/** Opens the window; returns why there is none, or the exit status of the app once it was closed. */
async function openWindow() {
  const reason = process.argv.includes('--browser')
    ? 'the browser was asked for'
    : obstacle({ platform, environment, uid: process.getuid?.() })
  if (reason !== null) return { reason }
  const program = await electronProgram()
  if (program === null) return { reason: 'Electron is not installed and could not be fetched' }
  const prepared = prepare('--desktop')
  if (prepared !== 0) return { status: prepared }
  const end = await run(program, [join(root, 'out', 'desktop')], electronEnvironment(environment))
  return couldNotRun(end) ? { reason: 'Electron cannot run on this system' } : { status: end.status ?? 1 }
}

async function start() {
  const window = await openWindow()
  if (window.reason === undefined) return window.status
  console.log(`No window, because ${window.reason}: the same app opens in the browser. Ctrl-C ends it.`)
  const prepared = prepare()
  if (prepared !== 0) return prepared
  const { status } = await run(process.execPath, [join(import.meta.dirname, 'bin', 'erp-checkup.cjs'), 'serve', '--open'])
  return status ?? 1
}

process.exitCode = await start()

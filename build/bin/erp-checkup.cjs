#!/usr/bin/env node
'use strict'

// This file is committed as it runs: it must start on every Node, answer --version without loading anything, and never be rebuilt.
const OLDEST_NODE = [22, 12]
const WRONG_USAGE = 2
const OWN_FAULT = 70

const wanted = process.argv[2]
if (wanted === '--version' || wanted === '-V') {
  require('node:fs').writeSync(1, `${require('../../package.json').version}\n`)
} else if (isTooOld(process.versions.node)) {
  stop(WRONG_USAGE, `needs Node ${OLDEST_NODE.join('.')} or newer, this is ${process.version}`)
} else {
  run()
}

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
}

function run() {
  const path = require('node:path')
  const entry = path.join(__dirname, '..', '..', 'out', 'cli', 'cli.mjs')
  process.on('uncaughtException', fault)
  if (!require('node:fs').existsSync(entry)) {
    stop(OWN_FAULT, 'the command line is not built; run: npm run prepare')
    return
  }
  import(require('node:url').pathToFileURL(entry).href)
    .then((commandLine) => commandLine.main(process.argv.slice(2)))
    .then((status) => {
      process.exitCode = status
    })
    .catch(fault)
}

function fault(error) {
  // The reader of a pipe went away (`erp-checkup samples | head -1`): that is its right and no fault.
  if (error && error.code === 'EPIPE') process.exit()
  const message = error instanceof Error ? error.message : String(error)
  stop(OWN_FAULT, `a fault of our own: ${message.split('\n', 1)[0]}`)
  process.exit()
}

function stop(status, line) {
  process.exitCode = status
  require('node:fs').writeSync(2, `erp-checkup: ${line}\n`)
}

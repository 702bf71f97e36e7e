import { EventEmitter } from 'node:events'

/**
 * Makes a forked Node process look like a utility process of Electron: `process.parentPort` instead of `process.send`.
 *
 * Such a process lives until its parent ends it, whatever its script does.
 */
const send = process.send?.bind(process)
if (send === undefined) throw new Error('this file is forked by a test')
const parentPort = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => void send(message) })
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }))
Object.assign(process, { parentPort, send: undefined })

const [, , worker = ''] = process.argv
await import(worker)

import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'

import { askBrowser, parseBrowserAnswer } from '#electron/sql/browser.ts'

/** SVR_RESP of MC-SQLR 2.2.5: 0x05, the length, and the text of all instances. */
function listing(text: string, length = text.length): Buffer {
  return Buffer.concat([Buffer.from([0x05, length & 0xff, length >> 8]), Buffer.from(text, 'latin1')])
}

const entry = (name: string, port: number): string =>
  `ServerName;ERP01;InstanceName;${name};IsClustered;No;Version;15.0.2000.5;tcp;${port};np;\\\\ERP01\\pipe\\MSSQL$${name}\\sql\\query;;`

const two = entry('SAGE', 49_812) + entry('OTHER', 50_001)
const both = [
  { name: 'SAGE', version: '15.0.2000.5', port: 49_812 },
  { name: 'OTHER', version: '15.0.2000.5', port: 50_001 },
]

describe('an answer of the SQL Browser', () => {
  it('tells every instance with its port', () => {
    expect(parseBrowserAnswer(listing(two))).toEqual(both)
  })

  it('is taken from where it stands in its memory', () => {
    const padded = Buffer.concat([Buffer.alloc(7, 0x41), listing(two), Buffer.alloc(5, 0x42)])
    expect(parseBrowserAnswer(padded.subarray(7, padded.byteLength - 5))).toEqual(both)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a head', Buffer.from([0x05, 0x10])],
    ['another kind of message', Buffer.from([0x04, 0x03, 0, 0x41, 0x41, 0x41])],
  ])('is none where it is %s', (_name, message) => {
    expect(parseBrowserAnswer(message)).toBeNull()
  })

  it.each([
    ['0', null],
    ['65535', 65_535],
    ['65536', null],
    ['-1', null],
    ['1433.5', null],
    ['', null],
    ['0x599', null],
    ['a', null],
  ])('with the port %s has %s', (text, port) => {
    expect(parseBrowserAnswer(listing(`InstanceName;SAGE;tcp;${text};;`))).toEqual([{ name: 'SAGE', version: '', port }])
  })

  it('that was cut keeps what came whole, and invents nothing', () => {
    const whole = listing(two)
    for (let bytes = 0; bytes <= whole.byteLength; bytes += 1) {
      for (const { name, port } of parseBrowserAnswer(whole.subarray(0, bytes)) ?? []) {
        expect('SAGE'.startsWith(name) || 'OTHER'.startsWith(name)).toBe(true)
        expect(port === null || '49812'.startsWith(String(port)) || '50001'.startsWith(String(port))).toBe(true)
      }
    }
  })

  it('is read no further than it says it goes', () => {
    expect(parseBrowserAnswer(listing(two, entry('SAGE', 49_812).length))).toEqual([both[0]])
  })

  it('of any bytes is a list of named instances with possible ports, or none', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.uint8Array({ maxLength: 600 }).map((rest) => Uint8Array.from([0x05, rest.byteLength & 0xff, rest.byteLength >> 8, ...rest])),
      fc
        .array(fc.constantFrom('InstanceName', 'tcp', 'SAGE', '1433', ';', ';;', 'Version', '99999999999999999999', '\0'))
        .map((parts) => listing(parts.join(';'))),
    )
    fc.assert(
      fc.property(bytes, (message) => {
        for (const { name, version, port } of parseBrowserAnswer(message) ?? []) {
          expect(name).not.toBe('')
          expect(name + version).not.toContain(';')
          expect(port === null || (Number.isInteger(port) && port > 0 && port <= 65_535)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('asking the SQL Browser', () => {
  async function socketAt(address: string, port = 0): Promise<Socket> {
    const socket = createSocket('udp4')
    socket.bind(port, address)
    await once(socket, 'listening')
    onTestFinished(() => {
      socket.close()
    })
    return socket
  }

  /** A Browser on 127.0.0.1 that lets somebody else answer first. */
  async function ask(answers: (own: Socket, askedFrom: number) => void) {
    const own = await socketAt('127.0.0.1')
    own.on('message', (_asked, from) => answers(own, from.port))
    return await askBrowser('127.0.0.1', { port: own.address().port, attemptMs: 200 })
  }

  const forged = listing(entry('SAGE', 6666))

  it.each([
    ['another port', '127.0.0.1', false],
    ['another address with the same port', '127.0.0.2', true],
  ])('does not believe who answers from %s', async (_name, address, samePort) => {
    const answer = await ask((own, port) => {
      void socketAt(address, samePort ? own.address().port : 0).then((other) => {
        other.send(forged, port, '127.0.0.1', () => own.send(listing(two), port, '127.0.0.1'))
      })
    })
    expect(answer).toEqual({ kind: 'instances', instances: both })
  })

  it('is silence where only somebody else answers', async () => {
    const other = await socketAt('127.0.0.1')
    expect(await ask((_own, port) => other.send(forged, port, '127.0.0.1'))).toEqual({ kind: 'silent' })
  })

  it('takes the first of two answers, and the second question where the first was lost', async () => {
    let asked = 0
    const answer = await ask((own, port) => {
      asked += 1
      if (asked < 2) return
      own.send(listing(entry('SAGE', 49_812)), port, '127.0.0.1')
      own.send(listing(entry('SAGE', 50_001)), port, '127.0.0.1')
    })
    expect(answer).toEqual({ kind: 'instances', instances: [both[0]] })
    expect(asked).toBe(2)
  })

  it('goes on waiting behind noise from the right place', async () => {
    const answer = await ask((own, port) => {
      own.send(Buffer.from('noise'), port, '127.0.0.1', () => own.send(listing(two), port, '127.0.0.1'))
    })
    expect(answer).toEqual({ kind: 'instances', instances: both })
  })
})

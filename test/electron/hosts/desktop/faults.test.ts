import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'

import type { LogResult } from '#electron/core/fault-log.ts'
import { catchFaults } from '#electron/hosts/desktop/faults.ts'
import { createSpeech } from '#electron/hosts/desktop/speech.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'

const SECRET = 'Pa55word-of-a-customer'

function failWith(event: string, log: LogResult) {
  const standIn = createElectronStandIn()
  const source = new EventEmitter()
  const noteFault = vi.fn(() => log)
  catchFaults(standIn.electron, { say: createSpeech(() => 'en'), noteFault }, source as unknown as Pick<NodeJS.Process, 'on'>)
  const error = new Error(SECRET)
  source.emit(event, error)
  return { standIn, noteFault, error }
}

describe('faults', () => {
  it.each(['uncaughtException', 'unhandledRejection'])('notes an %s down, tells where, and ends', (event) => {
    const { standIn, noteFault, error } = failWith(event, { path: '/logs/fault.log' })
    expect(noteFault).toHaveBeenCalledExactlyOnceWith(error)
    expect(standIn.log).toEqual([expect.stringContaining('/logs/fault.log'), 'exit 70'])
    expect(standIn.log.join()).not.toContain(SECRET)
  })

  it('says why where it could not be noted down', () => {
    const { standIn } = failWith('uncaughtException', { reason: 'ENOSPC' })
    expect(standIn.log[0]).toContain('ENOSPC')
  })
})

import { describe, expect, it } from 'vitest'

import { createElevator } from '#electron/win32/elevate.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { errorCodes } from '#electron/win32/result.ts'
import { type StandIn, standIn } from './stand-in.ts'

const START = { file: 'C:\\Program Files\\ERP Größe\\app.exe', parameters: '--relaunched', folder: 'C:\\Program Files\\ERP Größe' }

const layout = layouts.SHELLEXECUTEINFOW

/** Notes the buffers whose addresses were asked for, so that a pointer in the structure can be followed. */
function shell(answer: (information: Buffer, self: StandIn) => number) {
  const texts: Uint8Array[] = []
  const windows = standIn((self) => ({ 'shell32.dll': { ShellExecuteExW: (information) => answer(information as Buffer, self) } }))
  const native = {
    ...windows.native,
    addressOf: (memory: Uint8Array) => {
      texts.push(memory)
      return windows.native.addressOf(memory)
    },
  }
  const textAt = (information: Buffer, offset: number) => {
    const address = information.readBigUInt64LE(offset)
    const found = texts.find((text) => windows.addressOf(text) === address)
    return found === undefined ? undefined : Buffer.from(found).toString('utf16le')
  }
  return { windows, elevator: createElevator(native), textAt }
}

describe('elevate', () => {
  it('hands Windows the program, its arguments and its folder, each with its end', () => {
    const seen: Buffer[] = []
    const { elevator, textAt, windows } = shell((information) => seen.push(Buffer.from(information)))
    expect(elevator.startElevated(START)).toEqual({ ok: true, value: null })
    const [information = Buffer.alloc(0)] = seen
    expect(information.readUInt32LE(layout.cbSize)).toBe(112)
    expect([layout.lpVerb, layout.lpFile, layout.lpParameters, layout.lpDirectory].map((offset) => textAt(information, offset))).toEqual([
      'runas\0',
      `${START.file}\0`,
      '--relaunched\0',
      `${START.folder}\0`,
    ])
    expect(windows.loaded).toContain('C:\\Windows\\System32\\shell32.dll')
  })

  it('waits for the start and shows no message of Windows', () => {
    const masks: number[] = []
    const { elevator } = shell((information) => masks.push(information.readUInt32LE(layout.fMask)))
    elevator.startElevated(START)
    expect(masks).toEqual([0x500])
  })

  it('tells that the person refused', () => {
    const { elevator } = shell((_information, self) => {
      self.setLastError(errorCodes.cancelled)
      return 0
    })
    expect(elevator.startElevated(START)).toEqual({ ok: false, failure: { function: 'ShellExecuteExW', code: 1223 } })
  })
})

import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createProcessOwners } from '#electron/win32/process-owners.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, standIn } from './stand-in.ts'

const SID = 'S-1-5-21-1-2-3-1001'

describe('process-owners', () => {
  const { size, ProcessId, pUserSid } = layouts.WTS_PROCESS_INFOW

  function sessions(rows: readonly (readonly [id: number, sid: string | null])[]): { windows: StandIn; freed: unknown[] } {
    const freed: unknown[] = []
    const windows = standIn((self) => ({
      'wtsapi32.dll': {
        WTSEnumerateProcessesW: (_server, _reserved, version, pointer, count) => {
          const bytes = Buffer.alloc(size * rows.length)
          for (const [index, [id, sid]] of rows.entries()) {
            bytes.writeUInt32LE(id, index * size + ProcessId)
            if (sid !== null) bytes.writeBigUInt64LE(self.placeBytes(sidToBytes(sid) ?? Buffer.alloc(0)), index * size + pUserSid)
          }
          ;(pointer as bigint[])[0] = self.placeBytes(bytes)
          ;(count as number[])[0] = rows.length
          return version
        },
        WTSFreeMemory: (address) => freed.push(address),
      },
    }))
    return { windows, freed }
  }

  it('are read for all processes that have one, and the buffer is given back', () => {
    const { windows, freed } = sessions([
      [4, 'S-1-5-18'],
      [100, null],
      [104, SID],
    ])
    const owners = new Map([
      [4, 'S-1-5-18'],
      [104, SID],
    ])
    expect(createProcessOwners(windows.native)()).toEqual({ ok: true, value: owners })
    expect(freed).toHaveLength(1)
  })

  it.each([
    { name: 'a refusal', answer: 0, code: 5 },
    { name: 'no buffer', answer: 1, code: 13 },
  ])('are not known after $name', ({ answer, code }) => {
    const windows = standIn({ 'wtsapi32.dll': { WTSEnumerateProcessesW: () => answer, WTSFreeMemory: () => 0 } })
    windows.setLastError(5)
    expect(createProcessOwners(windows.native)()).toEqual({ ok: false, failure: { function: 'WTSEnumerateProcessesW', code } })
  })
})

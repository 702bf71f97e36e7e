import { describe, expect, it } from 'vitest'

import { createCredentialNames } from '#electron/win32/credential-names.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { structure } from './net-stand-in.ts'
import { standIn } from './stand-in.ts'

/** Place of the pointer to the secret, between the fields that are read. */
const CREDENTIAL_BLOB = 40
/** An address with nothing behind it: following it would give an empty secret unseen, so the test watches for the read itself. */
const SECRET = 0x6666_0000

function credentials(entries: readonly { target: string; user: string | null; written?: bigint }[], code = 0) {
  const freed: unknown[] = []
  const asked: unknown[][] = []
  const windows = standIn((self) => ({
    'advapi32.dll': {
      CredEnumerateW: (filter, flags, count, result) => {
        asked.push([filter, flags])
        self.setLastError(code)
        if (code !== 0) return 0
        const addresses = entries.map(({ target, user, written = 0n }) => {
          const entry = structure(self, layouts.CREDENTIALW.size, {
            [layouts.CREDENTIALW.TargetName]: { text: target },
            [CREDENTIAL_BLOB]: SECRET,
            ...(user === null ? {} : { [layouts.CREDENTIALW.UserName]: { text: user } }),
          })
          entry.writeBigUInt64LE(written, layouts.CREDENTIALW.LastWritten)
          return self.placeBytes(entry)
        })
        const list = Buffer.alloc(addresses.length * 8)
        for (const [index, address] of addresses.entries()) list.writeBigUInt64LE(address, index * 8)
        ;(count as number[])[0] = entries.length
        ;(result as bigint[])[0] = self.placeBytes(list)
        return 1
      },
      CredFree: (address) => {
        freed.push(address)
      },
    },
  }))
  const followed: bigint[] = []
  const watched = {
    ...windows.native,
    bytesAt: (address: bigint, length: number) => {
      followed.push(address)
      return windows.native.bytesAt(address, length)
    },
    wideStringAt: (address: bigint) => {
      followed.push(address)
      return windows.native.wideStringAt(address)
    },
  }
  return { answer: createCredentialNames(watched).list(), freed, asked, followed }
}

describe('credential-names', () => {
  it('lists every entry by target, user and time, and gives the buffer back', () => {
    const { answer, freed, asked } = credentials([
      { target: 'Domain:target=nas', user: 'ERP01\\erpsync', written: 134_081_604_001_230_000n },
      { target: 'LegacyGeneric:target=Müller', user: null },
    ])
    expect(answer).toEqual({
      ok: true,
      value: [
        { target: 'Domain:target=nas', userName: 'ERP01\\erpsync', lastWritten: new Date('2025-11-21T01:00:00.123Z') },
        { target: 'LegacyGeneric:target=Müller', userName: '', lastWritten: null },
      ],
    })
    expect(asked).toEqual([[null, 0]])
    expect(freed).toHaveLength(1)
  })

  it('never follows the pointer to a secret', () => {
    const { followed } = credentials([{ target: 'nas', user: 'erpsync' }])
    expect(followed.length).toBeGreaterThan(2)
    expect(followed).not.toContain(BigInt(SECRET))
  })

  it('takes ERROR_NOT_FOUND for no entry, and any other code for a refusal', () => {
    expect(credentials([], 1168).answer).toEqual({ ok: true, value: [] })
    expect(credentials([], 1312).answer).toEqual({ ok: false, failure: { function: 'CredEnumerateW', code: 1312 } })
    expect(credentials([], 1312).freed).toEqual([])
  })

  it('refuses an answer without a list', () => {
    const windows = standIn({ 'advapi32.dll': { CredEnumerateW: () => 1, CredFree: () => undefined } })
    expect(createCredentialNames(windows.native).list()).toEqual({ ok: false, failure: { function: 'CredEnumerateW', code: 13 } })
  })
})

import { describe, expect, it } from 'vitest'

import { ADMINISTRATORS_ALONE, createProtectedFolders } from '#electron/win32/protected-folder.ts'
import { type StandInExports, standIn } from './stand-in.ts'

const PATH = 'C:\\ProgramData\\ERP Checkup'
const HANDLE = 0x44n
const DESCRIPTOR = 0x5000n

/** What Windows answers; a code makes the call of that name fail. */
interface Answers {
  readonly attributes?: number
  readonly description?: string
  readonly fails?: Readonly<Record<string, number>>
}

function windowsThat({ attributes = 0x10, description = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)', fails = {} }: Answers) {
  const freed: unknown[] = []
  const calls: unknown[][] = []
  const stand = standIn((self) => {
    /** Zero for those that tell by GetLastError, the code for those that return it. */
    const or =
      (name: string, work: (...args: readonly unknown[]) => unknown, style: 'last-error' | 'status' = 'last-error') =>
      (...args: readonly unknown[]): unknown => {
        calls.push([name, ...args])
        const code = fails[name]
        if (code === undefined) return work(...args)
        self.setLastError(code)
        return style === 'status' ? code : name === 'CreateFileW' ? 0xffffffffffffffffn : 0
      }
    const put =
      (index: number, value: bigint, result: number) =>
      (...args: readonly unknown[]): number => {
        ;(args[index] as bigint[])[0] = value
        return result
      }
    const release = (address: unknown): number => {
      freed.push(address)
      return 0
    }
    const text = self.placeText(description)
    const libraries: Readonly<Record<string, StandInExports>> = {
      'shell32.dll': { SHGetKnownFolderPath: or('SHGetKnownFolderPath', put(3, self.placeText('D:\\Daten'), 0), 'status') },
      'ole32.dll': { CoTaskMemFree: release },
      'advapi32.dll': {
        ConvertStringSecurityDescriptorToSecurityDescriptorW: or('ConvertString', put(2, DESCRIPTOR, 1)),
        GetSecurityInfo: or('GetSecurityInfo', put(7, DESCRIPTOR, 0), 'status'),
        ConvertSecurityDescriptorToStringSecurityDescriptorW: or('ConvertSecurity', put(3, text, 1)),
      },
      'kernel32.dll': {
        CreateDirectoryW: or('CreateDirectoryW', () => 1),
        CreateFileW: or('CreateFileW', () => HANDLE),
        GetFileInformationByHandle: or('GetFileInformationByHandle', (_handle, information) => {
          ;(information as Buffer).writeUInt32LE(attributes, 0)
          return 1
        }),
        CloseHandle: release,
        LocalFree: release,
      },
    }
    return libraries
  })
  return { folders: createProtectedFolders(stand.native), freed, calls }
}

describe('protected-folder', () => {
  it('makes a folder with its protection from the first moment', () => {
    const { folders, freed, calls } = windowsThat({})
    expect(folders.create(PATH)).toEqual({ ok: true, value: 'created' })
    expect(calls[0]?.slice(0, 3)).toEqual(['ConvertString', ADMINISTRATORS_ALONE, 1])
    const attributes = calls[1]?.[2] as Buffer
    expect(calls[1]?.slice(0, 2)).toEqual(['CreateDirectoryW', PATH])
    expect([attributes.readUInt32LE(0), attributes.readBigUInt64LE(8), attributes.readUInt32LE(16)]).toEqual([24, DESCRIPTOR, 0])
    expect(freed).toEqual([DESCRIPTOR])
  })

  it('leaves a folder that is there as it is', () => {
    const { folders, freed } = windowsThat({ fails: { CreateDirectoryW: 183 } })
    expect(folders.create(PATH)).toEqual({ ok: true, value: 'exists' })
    expect(freed).toEqual([DESCRIPTOR])
  })

  it('opens the entry itself, never what a link leads to, and asks one handle for everything', () => {
    const { folders, freed, calls } = windowsThat({})
    expect(folders.protectionOf(PATH)).toEqual({
      ok: true,
      value: {
        owner: 'S-1-5-32-544',
        isProtected: true,
        allowed: ['S-1-5-18', 'S-1-5-32-544'],
        unknownEntries: 0,
        isLink: false,
        isFolder: true,
      },
    })
    expect(calls[0]).toEqual(['CreateFileW', PATH, 0x2_0080, 0x7, null, 3, 0x0220_0000, 0n])
    expect(calls.slice(1, 3).map(([name, handle]) => [name, handle])).toEqual([
      ['GetFileInformationByHandle', HANDLE],
      ['GetSecurityInfo', HANDLE],
    ])
    expect(freed).toHaveLength(3)
    expect(freed).toEqual(expect.arrayContaining([DESCRIPTOR, HANDLE]))
  })

  it.each([
    { name: 'a folder', attributes: 0x10, isLink: false, isFolder: true },
    { name: 'a junction', attributes: 0x410, isLink: true, isFolder: true },
    { name: 'a symbolic link to a file', attributes: 0x420, isLink: true, isFolder: false },
    { name: 'a file', attributes: 0x20, isLink: false, isFolder: false },
  ])('tells $name from other entries', ({ attributes, isLink, isFolder }) => {
    expect(windowsThat({ attributes }).folders.protectionOf(PATH)).toMatchObject({ ok: true, value: { isLink, isFolder } })
  })

  it.each([
    { name: 'ConvertString', code: 1305, act: 'create', function: 'ConvertStringSecurityDescriptorToSecurityDescriptorW', freed: 0 },
    { name: 'CreateDirectoryW', code: 1307, act: 'create', function: 'CreateDirectoryW', freed: 1 },
    { name: 'CreateFileW', code: 5, act: 'protectionOf', function: 'CreateFileW', freed: 0 },
    { name: 'GetFileInformationByHandle', code: 6, act: 'protectionOf', function: 'GetFileInformationByHandle', freed: 1 },
    { name: 'GetSecurityInfo', code: 5, act: 'protectionOf', function: 'GetSecurityInfo', freed: 1 },
    { name: 'ConvertSecurity', code: 87, act: 'protectionOf', function: 'ConvertSecurityDescriptorToStringSecurityDescriptorW', freed: 2 },
  ] as const)('names the call that refused: $function', ({ name, code, act, function: refusing, freed: expected }) => {
    const { folders, freed } = windowsThat({ fails: { [name]: code } })
    expect(folders[act](PATH)).toMatchObject({ ok: false, failure: { function: refusing, code, subject: PATH } })
    expect(freed).toHaveLength(expected)
  })

  it('refuses a description that it does not understand', () => {
    const { folders } = windowsThat({ description: 'anything' })
    expect(folders.protectionOf(PATH)).toMatchObject({ ok: false, failure: { function: 'GetSecurityInfo', code: 13 } })
  })

  it('asks Windows for the folder of the programs and not the environment', () => {
    const { folders, freed } = windowsThat({})
    expect(folders.programData()).toEqual({ ok: true, value: 'D:\\Daten' })
    expect(freed).toHaveLength(1)
    expect(windowsThat({ fails: { SHGetKnownFolderPath: 0x80070002 } }).folders.programData()).toMatchObject({
      ok: false,
      failure: { code: 0x80070002 },
    })
  })
})

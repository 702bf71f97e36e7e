import type { NativeAccess } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface IndirectStrings {
  /**
   * The text behind a reference such as `@FirewallAPI.dll,-28775`, in the language of this process.
   *
   * Null: the text is none, or it names a file outside of the system directory, which is not opened.
   */
  resolve(text: string): Win32Result<string | null>
}

/** `@file,-number`, some with a version comment behind; `@{package?…}` of store apps is another kind. */
const REFERENCE = /^@([^,;{}"<>|*?]+),(-\d{1,9})(?:;.*)?$/

/** Spellings of the system directory that references are written with. */
const SYSTEM_DIRECTORY = /^(?:%systemroot%|%windir%)\\system32\\/i

/** One file name: a drive, a folder or a way up is none. */
const FILE_NAME = /^[^\\/:%]+\.(?:dll|exe|mui|cpl)$/i

/** MAX_PATH of minwindef.h: the system directory is never longer. */
const PATH_CHARACTERS = 260

/** Longer than any name of a rule or service: Windows cuts what does not fit. */
const TEXT_CHARACTERS = 1024

/** Resolves references to texts through shlwapi. */
export function createIndirectStrings(native: NativeAccess): IndirectStrings {
  const load = native.bind(
    'shlwapi.dll',
    'uint32_t __stdcall SHLoadIndirectString(str16 source, _Out_ uint8_t *text, uint32_t characters, void *reserved)',
    'status',
  )
  const getSystemDirectory = native.bind(
    'kernel32.dll',
    'uint32_t __stdcall GetSystemDirectoryW(_Out_ uint8_t *buffer, uint32_t characters)',
    'last-error',
  )
  let systemDirectory: string | null = null
  const readSystemDirectory = (): string | null => {
    const buffer = Buffer.alloc(PATH_CHARACTERS * 2)
    const length = Number(getSystemDirectory(buffer, PATH_CHARACTERS))
    return length > 0 && length < PATH_CHARACTERS ? buffer.toString('utf16le', 0, length * 2) : null
  }
  return {
    resolve: (text) => {
      const match = REFERENCE.exec(text)
      const file = match?.[1]?.trim().replace(SYSTEM_DIRECTORY, '') ?? ''
      if (match === null || !FILE_NAME.test(file)) return succeeded(null)
      systemDirectory ??= readSystemDirectory()
      if (systemDirectory === null) return refused('GetSystemDirectoryW', native.lastError())
      const output = Buffer.alloc(TEXT_CHARACTERS * 2)
      // SECURITY: the function maps the file as a library; only one that lies in the system directory itself is ever named to it.
      const status = Number(load(`@${systemDirectory}\\${file},${match[2]}`, output, TEXT_CHARACTERS, null))
      if (status !== 0) return refused('SHLoadIndirectString', status, { subject: text })
      const found = endAtNul(output.toString('utf16le'))
      return found === '' ? refused('SHLoadIndirectString', errorCodes.invalidData, { subject: text }) : succeeded(found)
    },
  }
}

function endAtNul(text: string): string {
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

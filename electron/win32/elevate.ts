import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

/** A program to start with a full administrator token. */
export interface ElevatedStart {
  /** absolute path */
  readonly file: string
  /** command line without the program; nothing secret, other processes can read it */
  readonly parameters: string
  readonly folder: string
}

export interface Elevator {
  /**
   * Asks the person for consent and starts the program; ShellExecuteExW with the verb `runas`.
   *
   * Returns once the person has decided. ERROR_CANCELLED (1223): consent was refused, or the password not given.
   */
  startElevated(start: ElevatedStart): Win32Result<null>
}

/** SEE_MASK_NOASYNC: the caller may end right afterwards. SEE_MASK_FLAG_NO_UI: the caller tells of failures itself (shellapi.h). */
const MASK = 0x100 | 0x400

/** SW_SHOWNORMAL of winuser.h. */
const SHOW_NORMAL = 1

export function createElevator(native: NativeAccess): Elevator {
  const execute = native.bind('shell32.dll', 'int __stdcall ShellExecuteExW(_Inout_ uint8_t *information)', 'last-error')
  return {
    startElevated: ({ file, parameters, folder }) => {
      const layout = layouts.SHELLEXECUTEINFOW
      const information = Buffer.alloc(layout.size)
      // Held here until the call returns: the structure has only their addresses.
      const texts = { lpVerb: wide('runas'), lpFile: wide(file), lpParameters: wide(parameters), lpDirectory: wide(folder) } as const
      information.writeUInt32LE(layout.size, layout.cbSize)
      information.writeUInt32LE(MASK, layout.fMask)
      information.writeInt32LE(SHOW_NORMAL, layout.nShow)
      for (const [field, text] of Object.entries(texts) as [keyof typeof texts, Buffer][]) {
        information.writeBigUInt64LE(native.addressOf(text), layout[field])
      }
      return execute(information) ? succeeded(null) : refused('ShellExecuteExW', native.lastError())
    },
  }
}

function wide(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le')
}

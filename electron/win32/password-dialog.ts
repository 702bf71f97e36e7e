import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress, wideTextAt } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** What the dialog says; it shows all of it as it is. */
export interface PasswordDialogText {
  readonly title: string
  readonly message: string
  /** shown, and not to be changed there; null: the person types it */
  readonly user: string | null
}

export interface TypedThere {
  readonly user: string
  /** zero-terminated UTF-16LE, which whoever gets it wipes */
  readonly password: Buffer
}

export interface PasswordDialog {
  /** null: the person closed the dialog */
  ask(text: PasswordDialogText): Promise<Win32Result<TypedThere | null>>
}

/** In characters: CREDUI_MAX_USERNAME_LENGTH, CREDUI_MAX_PASSWORD_LENGTH and CREDUI_MAX_CAPTION_LENGTH of wincred.h; a message of ours is short. */
const LIMITS = { user: 513, password: 256, title: 128, message: 1024 } as const

/** Of wincred.h. Nothing is stored, and nothing that was stored answers in the person's place. */
const FLAGS = {
  doNotPersist: 0x2,
  alwaysShowInterface: 0x80,
  genericCredentials: 0x40000,
  keepUserName: 0x100000,
} as const

const ALWAYS = FLAGS.doNotPersist | FLAGS.alwaysShowInterface | FLAGS.genericCredentials

/** Under this name the dialog would look for a stored password, which it is told not to. */
const TARGET = 'erp-sync-security-checkup'

const BYTES_PER_CHARACTER = 2

/**
 * The dialog in which Windows itself asks for a password: what is typed there is drawn as dots, and no page sees a key of it.
 *
 * Source: CredUIPromptForCredentialsW of credui.dll, which is called beside the main thread because it waits for a person. It stands on the
 * window of this program that is in front, which waits until it is gone.
 */
export function createPasswordDialog(native: NativeAccess): PasswordDialog {
  const foreground = native.bind('user32.dll', 'uintptr_t __stdcall GetForegroundWindow()', 'status')
  const ownerOf = native.bind(
    'user32.dll',
    'uint32_t __stdcall GetWindowThreadProcessId(uintptr_t window, _Out_ uint32_t *process)',
    'status',
  )
  /** The window of this program that is in front; 0: another program's is, which has to stay usable. */
  const ownWindow = (): bigint => {
    const window = toAddress(foreground())
    const owner = [0]
    if (window !== 0n) ownerOf(window, owner)
    return Number(owner[0]) === process.pid ? window : 0n
  }
  const prompt = native.bindSlow(
    'credui.dll',
    'uint32_t __stdcall CredUIPromptForCredentialsW(void *info, str16 target, uintptr_t reserved, uint32_t error, void *user, uint32_t userCharacters, void *password, uint32_t passwordCharacters, void *save, uint32_t flags)',
    'status',
  )
  return {
    ask: async ({ title, message, user }) => {
      const texts = [wide(message, LIMITS.message), wide(title, LIMITS.title)] as const
      const info = infoOf(native, ownWindow(), texts)
      const name = Buffer.alloc((LIMITS.user + 1) * BYTES_PER_CHARACTER)
      name.write((user ?? '').slice(0, LIMITS.user), 'utf16le')
      const flags = user === null ? ALWAYS : ALWAYS | FLAGS.keepUserName
      const password = Buffer.alloc((LIMITS.password + 1) * BYTES_PER_CHARACTER)
      const save = Buffer.alloc(Uint32Array.BYTES_PER_ELEMENT)
      const { value } = await prompt(info, TARGET, 0, 0, name, LIMITS.user + 1, password, LIMITS.password + 1, save, flags)
      const code = Number(value)
      // The texts are used as long as the dialog is there: naming them here keeps them until then.
      texts[0].fill(0)
      if (code === 0) return succeeded({ user: wideTextAt(name, 0), password })
      password.fill(0)
      return code === errorCodes.cancelled ? succeeded(null) : refused('CredUIPromptForCredentialsW', code)
    },
  }
}

const wide = (text: string, longest: number): Buffer => Buffer.from(`${text.slice(0, longest)}\0`, 'utf16le')

/** CREDUI_INFOW with the window to stand on, the message and the title; without a picture. */
function infoOf(native: NativeAccess, parent: bigint, [message, title]: readonly [Buffer, Buffer]): Buffer {
  const { size, cbSize, hwndParent, pszMessageText, pszCaptionText } = layouts.CREDUI_INFOW
  const info = Buffer.alloc(size)
  info.writeUInt32LE(size, cbSize)
  info.writeBigUInt64LE(parent, hwndParent)
  info.writeBigUInt64LE(native.addressOf(message), pszMessageText)
  info.writeBigUInt64LE(native.addressOf(title), pszCaptionText)
  return info
}

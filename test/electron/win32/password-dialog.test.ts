import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { wideTextAt } from '#electron/win32/memory.ts'
import { createPasswordDialog } from '#electron/win32/password-dialog.ts'
import { type StandIn, standIn } from './stand-in.ts'

const TEXT = { title: 'ERP Sync Security Checkup', message: 'Type the password of ERP01\\sync.', user: 'ERP01\\sync' }
const FOREGROUND = 0x1_0042n

interface Shown {
  info: Buffer
  target: unknown
  user: string
  flags: unknown
  password: Buffer
}

/** A Windows whose dialog ends with this code after `typed` was typed. */
function dialogThat(code: number, typed: string, owner = process.pid) {
  const shown: Shown[] = []
  const self: StandIn = standIn({
    'user32.dll': {
      GetForegroundWindow: () => FOREGROUND,
      GetWindowThreadProcessId: (window, process) => {
        expect(window).toBe(FOREGROUND)
        ;(process as number[])[0] = owner
        return 7
      },
    },
    'credui.dll': {
      CredUIPromptForCredentialsW: (info, target, _reserved, _error, user, userCharacters, password, characters, _save, flags) => {
        expect([userCharacters, characters]).toEqual([(user as Buffer).length / 2, (password as Buffer).length / 2])
        ;(password as Buffer).write(typed, 'utf16le')
        const name = (user as Buffer).toString('utf16le').split('\0', 1).join()
        shown.push({ info: info as Buffer, target, user: name, flags, password: password as Buffer })
        return code
      },
    },
  })
  return { dialog: createPasswordDialog(self.native), shown, self }
}

describe('password-dialog', () => {
  it('gives what was typed, zero-terminated, and shows the user as not to be changed', async () => {
    const { dialog, shown } = dialogThat(0, 'Grüße~→2026')
    const asked = await dialog.ask(TEXT)
    expect(asked.ok && asked.value && [asked.value.user, wideTextAt(asked.value.password, 0)]).toEqual(['ERP01\\sync', 'Grüße~→2026'])
    // Generic, always asked, nothing stored, nothing answered from what is stored, the name fixed.
    expect(shown).toMatchObject([{ user: 'ERP01\\sync', flags: 0x140082, target: 'erp-sync-security-checkup' }])
  })

  it('lets the person type the user where nobody is named', async () => {
    const { dialog, shown } = dialogThat(0, 'x')
    await dialog.ask({ ...TEXT, user: null })
    expect(shown).toMatchObject([{ user: '', flags: 0x40082 }])
  })

  it('stands on no window of another program', async () => {
    const { dialog, shown } = dialogThat(0, 'x', process.pid + 1)
    await dialog.ask(TEXT)
    expect(shown[0]?.info.readBigUInt64LE(layouts.CREDUI_INFOW.hwndParent)).toBe(0n)
  })

  it('stands on its own window that is in front', async () => {
    const { dialog, shown } = dialogThat(0, 'x')
    await dialog.ask(TEXT)
    const { size, cbSize, hwndParent, pszMessageText, pszCaptionText } = layouts.CREDUI_INFOW
    const info = shown[0]?.info ?? Buffer.alloc(size)
    expect(info.length).toBe(size)
    expect([info.readUInt32LE(cbSize), info.readBigUInt64LE(hwndParent)]).toEqual([size, FOREGROUND])
    expect(info.readBigUInt64LE(pszMessageText)).not.toBe(info.readBigUInt64LE(pszCaptionText))
  })

  it.each([
    { name: 'a person who closes it gives nothing', code: 1223, result: { ok: true, value: null } },
    {
      name: 'a Windows that cannot show it',
      code: 1312,
      result: { ok: false, failure: { function: 'CredUIPromptForCredentialsW', code: 1312 } },
    },
  ])('keeps nothing of what was typed: $name', async ({ code, result }) => {
    const { dialog, shown } = dialogThat(code, 'half-typed')
    expect(await dialog.ask(TEXT)).toEqual(result)
    expect(shown[0]?.password.every((byte) => byte === 0)).toBe(true)
  })

  it('is refused where Windows has no such dialog', async () => {
    const { native } = standIn({ 'user32.dll': { GetForegroundWindow: () => 0n } })
    expect(await createPasswordDialog(native).ask(TEXT)).toMatchObject({ ok: false, failure: { code: 126 } })
  })
})

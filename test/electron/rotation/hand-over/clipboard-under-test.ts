import type { Clipboard } from '#electron/win32/clipboard.ts'
import { refused, succeeded } from '#electron/win32/result.ts'

/** What lies on the clipboard, and how often another program still holds it when it is opened. */
export interface ClipboardState {
  clipboard: string
  busy: number
}

/** A clipboard that a test looks at and writes on. */
export function clipboardOver(state: ClipboardState): Clipboard {
  let given = ''
  return {
    give: (text, mark) => {
      if (state.busy > 0) return refused('OpenClipboard', 5)
      given = Buffer.from(text).toString('utf16le')
      state.clipboard = given
      return succeeded({ sequence: 1, mark })
    },
    takeBack: () => {
      if (state.busy > 0) {
        state.busy -= 1
        return refused('OpenClipboard', 5)
      }
      if (state.clipboard !== given) return succeeded('replaced')
      state.clipboard = ''
      return succeeded('emptied')
    },
  }
}

import { describe, expect, it } from 'vitest'

import { allowedUrl, openLink } from '#electron/hosts/desktop/links.ts'
import { createSpeech } from '#electron/hosts/desktop/speech.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'

const REFERENCES = ['https://learn.example.com/windows/security', 'https://support.example.org/']

function click(address: string, isElevated: boolean | null) {
  const standIn = createElectronStandIn()
  const rules = { references: async () => REFERENCES, isElevated, say: createSpeech(() => 'en') }
  return openLink(standIn.electron, rules, address).then(() => standIn)
}

describe('links', () => {
  it.each([
    { address: 'https://learn.example.com/windows/security', url: 'https://learn.example.com/windows/security' },
    { address: 'https://learn.example.com/another/page?x=1#y', url: 'https://learn.example.com/another/page?x=1#y' },
    { address: 'HTTPS://SUPPORT.example.org', url: 'https://support.example.org/' },
    { address: 'http://learn.example.com/windows/security', url: null },
    { address: 'https://learn.example.com:8443/', url: null },
    { address: 'https://user:word@learn.example.com/', url: null },
    { address: 'https://learn.example.com.evil.example/', url: null },
    { address: 'https://evil.example/learn.example.com', url: null },
    { address: 'file:///C:/Windows/System32/cmd.exe', url: null },
    { address: 'javascript:alert(1)', url: null },
    { address: 'ms-msdt:/id', url: null },
    { address: '\\\\evil.example\\share', url: null },
    { address: '', url: null },
  ])('takes $address for $url', ({ address, url }) => {
    expect(allowedUrl(address, REFERENCES)).toBe(url)
  })

  it('opens what a check refers to in the browser', async () => {
    const { shell, clipboard } = await click('https://support.example.org/a', false)
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://support.example.org/a')
    expect(clipboard.writeText).not.toHaveBeenCalled()
  })

  it.each([{ isElevated: true }, { isElevated: null }])(
    'starts nothing and copies the link where elevated is $isElevated',
    async ({ isElevated }) => {
      const { shell, clipboard, dialog } = await click('https://support.example.org/a', isElevated)
      expect(shell.openExternal).not.toHaveBeenCalled()
      expect(clipboard.writeText).toHaveBeenCalledExactlyOnceWith('https://support.example.org/a')
      expect(dialog.showMessageBox).toHaveBeenCalledOnce()
    },
  )

  it.each([false, true])('does nothing at all about another address (elevated: %s)', async (isElevated) => {
    const { shell, clipboard, dialog } = await click('https://evil.example/', isElevated)
    expect([shell.openExternal, clipboard.writeText, dialog.showMessageBox].flatMap((each) => each.mock.calls)).toEqual([])
  })
})

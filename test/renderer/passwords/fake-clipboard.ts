/** A clipboard in memory in the place of the browser's, which may be forbidden to read or write. */
export interface FakeClipboard {
  content: string
  reads: number
}

export function fakeClipboard(may: { readonly mayRead?: boolean; readonly mayWrite?: boolean } = {}): FakeClipboard {
  const { mayRead = true, mayWrite = true } = may
  const clipboard: FakeClipboard = { content: 'before', reads: 0 }
  const value = {
    readText: async () => {
      clipboard.reads += 1
      if (!mayRead) throw new DOMException('not allowed', 'NotAllowedError')
      return clipboard.content
    },
    writeText: async (text: string) => {
      if (!mayWrite) throw new DOMException('not allowed', 'NotAllowedError')
      clipboard.content = text
    },
  }
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value })
  return clipboard
}

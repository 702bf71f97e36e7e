import { parseSync } from 'vite'

/** What may stand in the desktop host at most where it says; everywhere else it opens a door. */
const DOORS: readonly { readonly pattern: RegExp; readonly only?: string; readonly why: string }[] = [
  {
    pattern: /\b(?:nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|plugins):\s*true/,
    why: 'gives pages more than a page needs',
  },
  { pattern: /\b(?:sandbox|contextIsolation|webSecurity):\s*false/, why: 'takes a wall away' },
  {
    pattern: /\bnew (?:electron\.)?(?:BrowserWindow|BrowserView|WebContentsView)\b/,
    only: 'window.ts',
    why: 'opens a page beyond the one that is confined',
  },
  { pattern: /\bopenExternal\b/, only: 'links.ts', why: 'starts programs' },
  { pattern: /\b(?:openPath|showItemInFolder|beep|trashItem|writeShortcutLink)\b/, why: 'starts programs or changes files' },
  {
    pattern: /\bipcMain\s*\.\s*(?:on|once|handle|handleOnce|addListener)\b/,
    only: 'core-port.ts',
    why: 'listens to a page without asking who it is',
  },
  { pattern: /\bsendSync\b|\breturnValue\b/, why: 'stops a page until somebody answers' },
  { pattern: /\bexposeInMainWorld\b/, only: 'page-bridge.ts', why: 'hands something of the preload script to the page' },
  { pattern: /\bexecuteJavaScript\w*\b|\binsertCSS\b/, why: 'runs code in the page' },
  { pattern: /\bload(?:URL|File)\b(?!\(PAGE_URL\))/, why: 'shows another page than the app’s own' },
  { pattern: /\bappendSwitch\b|\bappendArgument\b|no-sandbox/, why: 'changes how Chromium runs' },
  { pattern: /\bcrashReporter\b/, why: 'writes memory, and what is in it, to the drive' },
  { pattern: /\bset(?:CertificateVerifyProc|AsDefaultProtocolClient)\b|\bdisableHardwareAcceleration\b/, why: 'is not decided on' },
  { pattern: /\bopenDevTools\b|\bsetDevToolsWebContents\b/, why: 'opens the inspector' },
  { pattern: /'unsafe-(?:inline|eval|hashes)'|'wasm-unsafe-eval'/, why: 'lets pages run what is not a file of the app' },
  { pattern: /\bfork\(/, only: 'workers.ts', why: 'starts processes' },
  { pattern: /node:child_process/, why: 'starts processes' },
]

/** What of Electron's settings is open in a source file of the desktop host; empty when nothing is. Comments do not count. */
export function electronFaults(path: string, source: string): readonly string[] {
  const { comments } = parseSync(path, source)
  const code = comments.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), source)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return DOORS.filter(({ pattern, only }) => only !== name && pattern.test(code)).map(
    ({ pattern, why }) => `${path}: ${pattern.exec(code)?.[0] ?? ''} ${why}`,
  )
}

/** The fuses of a packaging configuration by name. */
export function fusesIn(configuration: string): { readonly [fuse: string]: boolean } {
  const block = /^electronFuses:\n((?: .*\n)+)/m.exec(configuration)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value === 'true']))
}

import type { ElectronParts } from './electron-parts.ts'
import type { Say } from './speech.ts'

export interface LinkRules {
  /** addresses that the checks refer to */
  readonly references: () => Promise<readonly string[]>
  readonly isElevated: boolean | null
  readonly say: Say
}

/**
 * Opens what a check refers to in the person's browser.
 *
 * SECURITY: only a host that a check names, only https. As administrator nothing is started: the browser would run with all rights,
 * so the link is copied instead – also where it could not be told what rights there are.
 */
export async function openLink(
  electron: Pick<ElectronParts, 'shell' | 'clipboard' | 'dialog'>,
  rules: LinkRules,
  address: string,
): Promise<void> {
  const url = allowedUrl(address, await rules.references())
  if (url === null) return
  if (rules.isElevated === false) {
    await electron.shell.openExternal(url)
    return
  }
  await electron.clipboard.writeText(url)
  await electron.dialog.showMessageBox({
    type: 'info',
    message: rules.say('desktop/link/copied'),
    detail: `${url}\n\n${rules.say('desktop/link/why')}`,
  })
}

/** The address in its normal form, or null where it is not one that the app may hand on. */
export function allowedUrl(address: string, references: readonly string[]): string | null {
  const url = URL.parse(address)
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null
  const hosts = new Set(references.map((reference) => URL.parse(reference)?.host))
  return hosts.has(url.host) ? url.href : null
}

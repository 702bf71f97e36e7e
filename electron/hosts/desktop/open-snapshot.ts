import type { DesktopCore } from '#electron/core/desktop.ts'
import type { Language } from '#shared/texts/translator.ts'
import type { PagePlace } from './channels.ts'
import type { ElectronParts } from './electron-parts.ts'
import type { Say } from './speech.ts'

export interface OpenSnapshotParts {
  readonly core: Pick<DesktopCore, 'openSnapshot'>
  readonly say: Say
  readonly language: Language
  readonly go: (place: PagePlace) => void
}

/** Lets a person choose a snapshot in the system's own dialog and shows its server. */
export async function openSnapshot(electron: Pick<ElectronParts, 'dialog'>, { core, say, language, go }: OpenSnapshotParts): Promise<void> {
  const title = say('desktop/snapshot/title')
  const { canceled, filePaths } = await electron.dialog.showOpenDialog({
    title,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: say('desktop/snapshot/kind'), extensions: ['json'] }],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return
  const opened = await core.openSnapshot(path, language)
  if ('id' in opened) go({ screen: 'setup', id: opened.id })
  else electron.dialog.showErrorBox(title, opened.line ?? say('desktop/fault/line'))
}

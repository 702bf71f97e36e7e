import { catalogueForDigest } from '#shared/catalogue/index.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { checks } from '#shared/checks/index.ts'
import type { About, Language, Settings } from '#shared/contract/index.ts'
import { samples } from '#shared/samples/index.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { sha256 } from '../sha256.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import type { Implementer } from './implementer.ts'

/** The program itself: what it is, its texts, its settings, its sample servers. */
export function appProcedures(os: Implementer, app: App) {
  return {
    about: os.app.about.handler(() => about(app)),
    licenses: os.app.licenses.handler(async () => ({ text: await app.ports.licenses() })),
    texts: os.app.texts.handler(({ input }) => ({ ...screenTexts[input.language] })),
    restartElevated: os.app.restartElevated.handler(async () => {
      if (app.ports.restartElevated === null) throw new AppFailure('REFUSED', 'app/refused/cannot-elevate')
      await app.ports.restartElevated()
      return {}
    }),
    settings: os.app.settings.handler(() => app.settings.read()),
    saveSettings: os.app.saveSettings.handler(({ input }) => app.settings.change(given(input))),
    samples: os.app.samples.handler(({ input }) => samplesIn(input.language)),
  }
}

async function about({ ports }: App): Promise<About> {
  return {
    version: ports.core.version,
    host: ports.host,
    platform: ports.platform,
    machine: ports.machine,
    canRead: ports.platform === 'win32',
    elevated: await ports.elevated(),
    canElevate: ports.restartElevated !== null,
    checks: checks.length,
    tools: remoteTools.length,
    catalogue: sha256(catalogueForDigest()),
  }
}

function samplesIn(language: Language) {
  return samples.map(({ id, title, teaches }) => ({ id, title: title[language], teaches: teaches[language] }))
}

/** A key without a value changes nothing. */
function given(patch: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}

import { saveFile } from '#electron/core/save-file.ts'
import { type CaseStore, createCaseStore, type NewCase } from '#electron/store/cases.ts'
import { createFolderLocks } from '#electron/store/folder-locks.ts'
import { createSettingsStore, type SettingsStore } from '#electron/store/settings.ts'
import { emptyAnswers } from '#shared/formats/answers.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'

export const STORE_CLOCK = '2026-11-20T10:00:00.000Z'

export const smallSnapshot: Snapshot = {
  schema: 'erp-sync-checkup/snapshot@1',
  collectedAt: '2026-11-20T09:00:00Z',
  collector: { version: '1.0.0', elevated: true },
  probes: {},
}

export const newCase: NewCase = {
  source: 'file',
  snapshotText: `${JSON.stringify(smallSnapshot)}\n`,
  profile: { ...emptyProfile, organization: 'Example Ltd' },
  answers: emptyAnswers,
}

/** Both stores over one folder, as the app has them. */
export function storesIn(folder: string): { readonly cases: CaseStore; readonly settings: SettingsStore<Record<string, unknown>> } {
  const common = { folder, locks: createFolderLocks(), now: () => new Date(STORE_CLOCK) }
  return {
    cases: createCaseStore({ ...common, saveFile }),
    settings: createSettingsStore<Record<string, unknown>>({
      ...common,
      defaults: { theme: 'system' },
      understand: (stored) => ({ ...stored }),
    }),
  }
}

import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const german = defineSample(
  {
    id: 'german',
    title: { en: 'German-language server', de: 'Deutschsprachiger Server' },
    teaches: {
      en: 'Groups and rights are recognised by what they are and not by their names: the sync tool is an administrator through a group in a group, whatever that is called.',
      de: 'Gruppen und Rechte werden an dem erkannt, was sie sind, nicht am Namen: Das Sync-Tool ist über eine Gruppe in einer Gruppe Administrator, wie auch immer sie heißt.',
    },
    now: '2026-11-12T14:00:00Z',
  },
  { snapshot, profile, answers },
)

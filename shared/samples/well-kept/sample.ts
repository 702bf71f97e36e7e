import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const wellKept = defineSample(
  {
    id: 'well-kept',
    title: { en: 'Well-kept server', de: 'Gut gepflegter Server' },
    teaches: {
      en: 'What all three checklists look like when everything is done: the sync tool has a user of its own that nobody can sign in with, and nobody else can get in.',
      de: 'Wie alle drei Checklisten aussehen, wenn alles erledigt ist: Das Sync-Tool hat einen eigenen Benutzer, mit dem sich niemand anmelden kann, und sonst kommt niemand herein.',
    },
    now: '2026-11-18T18:00:00Z',
  },
  { snapshot, profile, answers },
)

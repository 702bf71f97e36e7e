import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const deploying = defineSample(
  {
    id: 'deploying',
    title: { en: 'In deployment', de: 'Während der Einführung' },
    teaches: {
      en: 'While the vendor deploys, the remote access that it needs is no gap: the first checklist waits until the deployment ends, the others apply already.',
      de: 'Solange der Hersteller einführt, ist der Fernzugriff, den er braucht, keine Lücke: Die erste Checkliste wartet bis zum Ende der Einführung, die anderen gelten schon.',
    },
    now: '2026-11-18T21:00:00Z',
  },
  { snapshot, profile, answers },
)

import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const standardEdition = defineSample(
  {
    id: 'standard-edition',
    title: { en: 'Sage 100 Standard without SQL Server', de: 'Sage 100 Standard ohne SQL Server' },
    teaches: {
      en: 'Without a database server two checks fall away; the sync tool runs as a service of its own that nobody can sign in as.',
      de: 'Ohne Datenbankserver entfallen zwei Prüfungen; das Sync-Tool läuft als eigener Dienst, unter dem sich niemand anmelden kann.',
    },
    now: '2026-11-11T19:00:00Z',
  },
  { snapshot, profile, answers },
)

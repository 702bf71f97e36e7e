import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const notElevated = defineSample(
  {
    id: 'not-elevated',
    title: { en: 'Read without administrator rights', de: 'Ohne Administratorrechte gelesen' },
    teaches: {
      en: 'What cannot be seen stays unknown: users, groups, rights and the database were refused, so nothing is reported as good that nobody looked at.',
      de: 'Was nicht zu sehen ist, bleibt unbekannt: Benutzer, Gruppen, Rechte und Datenbank wurden verweigert, also gilt nichts als gut, was niemand angesehen hat.',
    },
    now: '2026-11-19T12:00:00Z',
  },
  { snapshot, profile, answers },
)

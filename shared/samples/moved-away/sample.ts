import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const movedAway = defineSample(
  {
    id: 'moved-away',
    title: { en: 'Old server after a move', de: 'Alter Server nach einem Umzug' },
    teaches: {
      en: 'The ERP moved to another server, and everything that the sync tool had is still here: services, user, login and a task.',
      de: 'Das ERP ist auf einen anderen Server umgezogen, und alles, was das Sync-Tool hatte, ist noch hier: Dienste, Benutzer, Anmeldung und eine Aufgabe.',
    },
    now: '2026-11-10T16:00:00Z',
  },
  { snapshot, profile, answers },
)

import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const typical = defineSample(
  {
    id: 'typical',
    title: { en: 'Typical server', de: 'Typischer Server' },
    teaches: {
      en: 'What is usually left open after a deployment: the vendor’s user and remote tools are still there, and the sync tool shares an administrator’s account, with too many rights and passwords that are too weak.',
      de: 'Was nach einer Einführung meist offen bleibt: Benutzer und Fernwartung des Herstellers sind noch da, und das Sync-Tool teilt sich ein Administratorkonto, mit zu vielen Rechten und zu schwachen Passwörtern.',
    },
    now: '2026-11-17T22:00:00Z',
  },
  { snapshot, profile, answers },
)

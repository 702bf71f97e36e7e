import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const terminalServer = defineSample(
  {
    id: 'terminal-server',
    title: { en: 'Terminal server looked after by a service provider', de: 'Terminalserver unter der Obhut eines Dienstleisters' },
    teaches: {
      en: 'Ways in that belong to the work – Remote Desktop and the agent of a service provider – are kept by name, and no new one slips in under that.',
      de: 'Zugänge, die zur Arbeit gehören – Remotedesktop und der Agent eines Dienstleisters –, werden namentlich behalten, und kein neuer rutscht darunter durch.',
    },
    now: '2026-11-19T20:00:00Z',
  },
  { snapshot, profile, answers },
)

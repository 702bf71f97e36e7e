import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const terminalServer = defineSample(
  {
    id: 'terminal-server',
    title: { en: 'Terminal server looked after by a service provider', de: 'Terminalserver unter der Obhut eines Dienstleisters' },
    teaches: {
      en: 'Ways in that belong to the work are kept by name; a connector and web screens bring both packs with them.',
      de: 'Zugänge, die zur Arbeit gehören, werden namentlich behalten; ein Connector und Webmasken bringen beide Zusatzpakete mit.',
    },
    now: '2026-11-19T20:00:00Z',
  },
  { snapshot, profile, answers },
)

import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const oldTls = defineSample(
  {
    id: 'old-tls',
    title: { en: 'Web screens with old TLS', de: 'Webmasken mit altem TLS' },
    teaches: {
      en: 'Where an ERP has web screens, every layer around them counts: old TLS, a certificate about to end, a firewall that is partly off and questions that nobody has answered yet.',
      de: 'Wo ein ERP Webmasken hat, zählt jede Schicht um sie herum: altes TLS, ein bald endendes Zertifikat, eine teils abgeschaltete Firewall und Fragen, die noch niemand beantwortet hat.',
    },
    now: '2026-11-17T16:00:00Z',
  },
  { snapshot, profile, answers },
)

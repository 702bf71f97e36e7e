import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const managedAccount = defineSample(
  {
    id: 'managed-account',
    title: { en: 'Domain member with a managed account', de: 'Domänenmitglied mit verwaltetem Konto' },
    teaches: {
      en: 'A group managed service account has no password that a person could know: the sync tool and its database login run on it, and only the ERP user still has one.',
      de: 'Ein gruppenverwaltetes Dienstkonto hat kein Passwort, das jemand kennen könnte: Sync-Tool und Datenbankanmeldung laufen darunter, nur der ERP-Benutzer hat noch eines.',
    },
    now: '2026-11-16T17:00:00Z',
  },
  { snapshot, profile, answers },
)

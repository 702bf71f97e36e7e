import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const domainController = defineSample(
  {
    id: 'domain-controller',
    title: { en: 'ERP on a domain controller', de: 'ERP auf einem Domänencontroller' },
    teaches: {
      en: 'On a domain controller every account is the whole domain’s: a sync tool that is an administrator here is one everywhere.',
      de: 'Auf einem Domänencontroller gehört jedes Konto der ganzen Domäne: Ein Sync-Tool, das hier Administrator ist, ist es überall.',
    },
    now: '2026-11-13T15:00:00Z',
  },
  { snapshot, profile, answers },
)

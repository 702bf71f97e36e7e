import { oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { languageSchema, settingsSchema } from './views.ts'

const about = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'loopback', 'in-process']),
  platform: z.string(),
  /** name of this machine */
  machine: z.string(),
  /** whether this machine can be read: it runs Windows */
  canRead: z.boolean(),
  /** full administrator token; null where it cannot be told */
  elevated: z.boolean().nullable(),
  /** *Restart as administrator* is offered */
  canElevate: z.boolean(),
  checks: z.number(),
  tools: z.number(),
  /** SHA-256 of the catalogue, hex */
  catalogue: z.string(),
})

export const app = {
  about: oc.errors(errors).input(z.object({})).output(about),
  /** the licences of everything inside, as one long text; empty where this build has no list of them */
  licenses: oc
    .errors(errors)
    .input(z.object({}))
    .output(z.object({ text: z.string() })),
  /** every text of the screens in one language; keys are those of `shared/texts/screens` */
  texts: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.record(z.string(), z.string())),
  /** asks the person for administrator rights; a host that gets them ends and starts again, one that does not goes on */
  restartElevated: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.object({})),
  settings: oc.errors(errors).input(z.object({})).output(settingsSchema),
  saveSettings: oc.errors(errors).input(settingsSchema.partial()).output(settingsSchema),
  samples: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.array(z.object({ id: z.string(), title: z.string(), teaches: z.string() }))),
}

export type About = z.infer<typeof about>

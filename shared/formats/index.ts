import type { z } from 'zod'

import { answersSchema } from './answers.ts'
import { checkupSchema } from './checkup.ts'
import { profileSchema } from './profile.ts'
import { rotationReportSchema } from './rotation-report.ts'
import { snapshotSchema } from './snapshot.ts'

/** The public file formats by short name: what the published JSON Schemas are made from. */
export const publicFormats: { readonly [name: string]: z.ZodType } = {
  snapshot: snapshotSchema,
  profile: profileSchema,
  answers: answersSchema,
  checkup: checkupSchema,
  'rotation-report': rotationReportSchema,
}

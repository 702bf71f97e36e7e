import { describe, expect, it } from 'vitest'

import { checkupSchema } from '#shared/formats/checkup.ts'
import { jsonReport } from '#shared/report/json.ts'
import { sampleCheckup } from '../../support/checkup.ts'

describe('jsonReport', () => {
  const text = jsonReport(sampleCheckup)

  it('is the checkup itself, with keys in their order', () => {
    expect(text).toBe(`${JSON.stringify(sampleCheckup, null, 2)}\n`)
  })

  it('reads back as a checkup', () => {
    expect(checkupSchema.parse(JSON.parse(text))).toEqual(sampleCheckup)
  })
})

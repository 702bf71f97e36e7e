import { type RotationReportDocument, rotationReportSchemaId } from '../../formats/rotation-report.ts'
import { createTranslator } from '../../texts/translator.ts'
import { courseOf, type RotationJournal } from './course.ts'
import { rotationFacts } from './facts.ts'
import { rotationNames } from './names.ts'
import { eventInWords } from './sentences.ts'

/** What came of a password change, for scripts and archives: times in UTC, keys and sentences the same whatever language a person reads. */
export function rotationReportJson(journal: RotationJournal): string {
  const translator = createTranslator('en', [])
  const words = { translator, names: rotationNames(journal.plan, translator) }
  const course = courseOf(journal.plan, journal.events)
  const document: RotationReportDocument = {
    schema: rotationReportSchemaId,
    ...rotationFacts(journal, course),
    events: course.steps.map((step) => ({ ...step.event, sentence: eventInWords(step, words) })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

import type { Check } from '#shared/checks/check.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { createTranslator } from '#shared/texts/translator.ts'

/** The sentence of an item and its evidence in German; throws where a text is missing. */
export function inGerman({ definition }: Check, item: CheckupItem): readonly string[] {
  const german = createTranslator('de', [definition])
  const evidence = item.evidence.map(({ message }) => {
    if (message === undefined) throw new Error(`evidence without a message: ${item.id}`)
    return german.message(message)
  })
  return [german.sentence([item.message, ...(item.also ?? [])]), ...evidence]
}

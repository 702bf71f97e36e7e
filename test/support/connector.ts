import type { Check } from '#shared/checks/check.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { createTranslator } from '#shared/texts/translator.ts'

export type Installation = Facts['connector']['installations'][number]
export type ConnectorKey = Installation['keys'][number]

/** Profile of a server that is said to have a connector: the pack applies, whatever the probe finds. */
export const withConnector = { syncTools: [{ name: 'Inventory Advisor', kind: 'connector' }] } as const

export const FOLDER = 'C:\\Connector'

export function installation(more: Partial<Installation> = {}): Installation {
  return { product: 'Inventory Advisor', location: FOLDER, keys: [], reachability: [], ...more }
}

export function privateKey(more: Partial<ConnectorKey> = {}): ConnectorKey {
  const readableBy = [{ sid: 'S-1-5-18', name: 'NT AUTHORITY\\SYSTEM' }]
  return { path: `${FOLDER}\\keys\\id_rsa`, kind: 'private', algorithm: 'RSA', bits: 2048, readableBy, ...more }
}

/** What the item says: `<message>: <parameters>` each, without the check's id. */
export function saidBy(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])].map(({ id, params }) =>
    [id.replace(`${item.id}/`, ''), ...Object.values(params).flat()].join(': '),
  )
}

/** Sentence and evidence in both languages, to look for placeholders that nothing filled. */
export function renderedTexts({ definition }: Check, item: CheckupItem): string[] {
  return (['en', 'de'] as const).flatMap((language) => {
    const translator = createTranslator(language, [definition])
    const details = item.evidence.map((piece) => translator.message(piece.message ?? { id: '', params: {} }))
    return [translator.sentence([item.message, ...(item.also ?? [])]), ...details]
  })
}

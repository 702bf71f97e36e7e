import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'

/** As long as Windows and SQL Server let names be, without a place to break, and what a name must never become on a page. */
const renamings: readonly (readonly [name: string, longer: string])[] = [
  ['ERP01', `ERP-PRODUKTION-${'0123456789'.repeat(4)}-VERY-LONG`],
  ['warehouse', `<img src=x onerror=alert(1)>${'w'.repeat(90)}`],
  ['vendor_support', `vendor ${'unbreakable'.repeat(10)}`],
  ['MAS_SVF', `MAS_${'DATABASE'.repeat(15)}`],
  ['ScreenConnect Client', `ScreenConnect Client ${'x'.repeat(120)}`],
  ['erpsync', 'مزامنة‮erp‬sync'],
]

/** The longest name of an organisation that anybody will type, and what a page must show as text. */
export const hostileOrganization = `Donaudampfschifffahrts${'gesellschaft'.repeat(12)} & Söhne <b>GmbH</b>`

/** A server on which every name is as long and as odd as it may be. */
export function hostileSnapshot(): Snapshot {
  let text = JSON.stringify(loadSample('typical').snapshot)
  for (const [name, longer] of renamings) text = text.replaceAll(name, JSON.stringify(longer).slice(1, -1))
  return JSON.parse(text)
}

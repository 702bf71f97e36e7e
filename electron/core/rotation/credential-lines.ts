import { credentialRecords } from '#shared/rotation/credential-records.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { ViewContext } from './run-view.ts'

/** After the call: what is known of each password now, a sentence each. */
export function recordedLines({ translator, facts: { plan, events, recordsGoTo }, moment }: ViewContext): string[] {
  const records = credentialRecords(plan, events)
  if (records.length === 0) return []
  return [
    ...records.map(({ login, grade, unique, changedAt }) =>
      translator.text(`rotation-record/${grade}`, {
        login: visibleText(login),
        unique: translator.text(`rotation-record/${unique ? 'unique' : 'not-unique'}`),
        time: moment(changedAt),
      }),
    ),
    translator.text(`rotation-record/${recordsGoTo === 'nowhere' ? 'rehearsal' : recordsGoTo}`),
  ]
}

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { requiredDatabases } from '#shared/checks/sql-read-only/databases.ts'
import type { ItemView } from '#shared/contract/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { findLogin } from '#shared/sql-login/login.ts'
import { readOnlyScript } from '#shared/sql-login/read-only-script.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { StoredCase } from '../../store/case-folder.ts'

/** The check whose gaps a script can close. */
const CHECK = 'sql-read-only'

type Steps = ItemView['steps']

/** Scripts made for what was found: for each login the one that takes rights away, and the way back. None for any other item. */
export function scriptSteps(item: CheckupItem, { snapshot, profile }: StoredCase, translator: Translator): Steps {
  const record = snapshot.value.probes['sql-server']
  if (item.id !== CHECK || item.verdict !== 'fail' || record?.status !== 'ok') return []
  const host = snapshot.value.probes.host
  const users = snapshot.value.probes['local-users']
  const accounts = createAccountDirectory({
    host: host?.status === 'ok' ? host.facts : undefined,
    'local-users': users?.status === 'ok' ? users.facts : undefined,
  })
  const named = profile.value.syncTools.flatMap((tool) => (tool.sqlLogin?.trim() ? [tool.sqlLogin.trim()] : []))
  const found = [...new Map(named.map((name) => [name.toLowerCase(), name])).values()].flatMap((name) =>
    findLogin(record.facts.instances, name, accounts),
  )
  return found.flatMap((each): Steps => {
    const { fix, inverse } = readOnlyScript(each, requiredDatabases(profile.value.erp))
    const names = { login: visibleText(each.login.name), instance: visibleText(each.instance.name) }
    const step = (key: 'fix' | 'inverse', text: string): Steps[number] => {
      return { text: translator.text(`app/script/${key}`, names), restarts: null, undo: null, command: { shell: 't-sql', text } }
    }
    return [step('fix', fix), step('inverse', inverse)]
  })
}

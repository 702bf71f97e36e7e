import { describe, expect, it } from 'vitest'

import { judge, service } from '../../../support/world.ts'
import { check, services, task, withFacts } from './situation.ts'

describe('tasks under the account', () => {
  it('lists tasks with their command', () => {
    const item = judge(check, withFacts(task({})))
    expect(item.because).toBe(String.raw`A scheduled task of something else runs as wspsync: \Backup\Nightly.`)
    expect(item.evidence[0]).toMatchObject({
      probe: 'scheduled-tasks',
      subject: String.raw`\Backup\Nightly`,
      kind: 'task',
      detail: String.raw`enabled task, runs as ERP01\wspsync: C:\Backup\run.exe`,
    })
    expect(judge(check, withFacts(task({ enabled: false }))).evidence[0]).toMatchObject({ kind: 'disabled-task' })
  })

  it('knows every folder of the tool', () => {
    const more = services(service('WSPMore', String.raw`.\wspsync`, { executable: String.raw`D:\More\x.exe` }))
    expect(judge(check, withFacts({ ...more, ...task({ command: String.raw`D:\More\y.exe` }) })).verdict).toBe('pass')
    expect(judge(check, withFacts({ ...more, ...task({ command: String.raw`C:\WSP\Sync\y.exe` }) })).verdict).toBe('pass')
  })
})

import { expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, ownAccount, powershell, powershellRow, readFacts, runTool } from './support.ts'

const LOG = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'

/** Users of the sessions by the first word of each line: the words of the header and of the state are in the language of Windows. */
async function usersOfSessions(): Promise<readonly string[]> {
  // Where nobody has a session it says so and calls that a failure.
  const listed = await runTool('quser.exe').catch(() => '')
  const [, ...lines] = listed.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.map((line) => line.replace(/^>/, '').trim().split(/\s+/)[0] ?? '')
}

describeWith('Windows', 'logons of a real Windows', () => {
  it('have the sessions that Windows lists', async () => {
    const { seen, lasting } = await compare(usersOfSessions, () => readFacts('logons'))
    const names = seen.sessions.map(({ account }) => account.slice(account.lastIndexOf('\\') + 1).toLowerCase())
    expect(names.sort()).toEqual([...lasting].sort())
  })

  it('have the own session, unless it is the one of the services', async () => {
    const own = await ownAccount()
    const { session } = await powershellRow<{ session: number }>(
      '[pscustomobject]@{ session = [Diagnostics.Process]::GetCurrentProcess().SessionId }',
    )
    const { sessions } = await readFacts('logons')
    const ours = sessions.filter(({ accountSid }) => accountSid === own.sid)
    if (session !== 0) expect(ours.length).toBeGreaterThan(0)
    expect(ours.filter(({ account }) => account.toLowerCase() !== own.name.toLowerCase())).toEqual([])
  })

  it('reach back as far as the log of the session manager', async () => {
    const [oldest] = await powershell<{ at: string }>(
      `Get-WinEvent -LogName $env:CHECKUP_LOG -Oldest -MaxEvents 1 -ErrorAction SilentlyContinue |
        ForEach-Object { [pscustomobject]@{ at = $_.TimeCreated.ToUniversalTime().ToString('o') } }`,
      { CHECKUP_LOG: LOG },
    )
    const { since } = await readFacts('logons')
    expect(Date.parse(since)).toBeLessThanOrEqual(Date.now())
    if (oldest !== undefined) expect(Math.abs(Date.parse(since) - Date.parse(oldest.at))).toBeLessThan(2)
  })

  it('list nobody who did not come over a network', async () => {
    const told = await powershell<{ at: string }>(
      `Get-WinEvent -FilterHashtable @{ LogName = $env:CHECKUP_LOG; Id = 21, 25 } -ErrorAction SilentlyContinue | ForEach-Object {
        $address = ([xml]$_.ToXml()).Event.UserData.EventXML.Address
        if ($address -and $address -ne 'LOCAL') {
          [pscustomobject]@{ at = $_.TimeCreated.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss') } } }`,
      { CHECKUP_LOG: LOG },
    )
    const { remote } = await readFacts('logons')
    const second = ({ at }: { at: string }): string => at.slice(0, 'yyyy-MM-ddTHH:mm:ss'.length)
    expect(
      remote
        .filter(({ kind }) => kind === 'rdp')
        .map(second)
        .sort(),
    ).toEqual(told.map(second).sort())
  })
})

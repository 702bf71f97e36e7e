import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/connector-no-inbound/definition.ts'
import { rule } from '#shared/checks/connector-no-inbound/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import { FOLDER, type Installation, installation, renderedTexts, saidBy, withConnector } from '../../support/connector.ts'
import { type FactsGiven, judge } from '../../support/world.ts'

type Listener = Facts['listeners']['listeners'][number]
type Process = Facts['processes']['processes'][number]
type InboundRule = Facts['firewall']['inboundAllow'][number]

const check = pair(definition, rule)

interface Seen {
  readonly installations?: readonly Installation[]
  readonly listeners?: readonly Listener[]
  readonly processes?: readonly Process[]
  readonly rules?: readonly InboundRule[]
}

function factsOf({ installations = [installation()], listeners = [], processes = [], rules = [] }: Seen): FactsGiven {
  return {
    connector: { installations },
    listeners: { listeners },
    processes: { processes },
    firewall: { profiles: [], inboundAllow: rules },
  }
}

const of = (seen: Seen) => judge(check, { profile: withConnector, facts: factsOf(seen) })
const without = (probe: ProbeId, seen: Seen) => judge(check, { profile: withConnector, facts: { ...factsOf(seen), [probe]: undefined } })

function listener(process: string | null, address = '0.0.0.0', more: Partial<Listener> = {}): Listener {
  return { protocol: 'tcp', address, port: 8080, process, ...more }
}

function running(path: string | null, name = 'connector.exe'): Process {
  return { name, path, account: null, accountSid: null }
}

function allowing(program: string | null, more: Partial<InboundRule> = {}): InboundRule {
  return { name: 'Rule', protocol: 'TCP', localPorts: '8080', remoteAddresses: 'any', program, service: null, ...more }
}

const OWN = `${FOLDER}\\bin\\connector.exe`
const LISTENS = 'listens: connector.exe (0.0.0.0:8080)'
const PATH_NOT_TOLD = 'path-not-told: connector.exe (0.0.0.0:8080)'

interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'nothing listens', verdict: 'pass', says: ['closed'] },
  { name: 'a listener by path', listeners: [listener(OWN)], verdict: 'fail', says: [LISTENS] },
  {
    name: 'capitals do not matter',
    listeners: [listener('c:\\CONNECTOR\\Connector.EXE')],
    verdict: 'fail',
    says: ['listens: Connector.EXE (0.0.0.0:8080)'],
  },
  { name: 'a program beside the folder', listeners: [listener('C:\\ConnectorData\\connector.exe')], verdict: 'pass', says: ['closed'] },
  { name: 'a program of the folder’s own name', listeners: [listener('C:\\Connector')], verdict: 'pass', says: ['closed'] },
  { name: 'UDP', listeners: [listener(OWN, '0.0.0.0', { protocol: 'udp' })], verdict: 'pass', says: ['closed'] },
  {
    name: 'every open port, once more by IPv6',
    listeners: [listener(OWN), listener(OWN, '::'), listener(OWN, '10.0.0.5', { port: 22 })],
    verdict: 'fail',
    says: ['listens: connector.exe (0.0.0.0:8080): connector.exe ([::]:8080): connector.exe (10.0.0.5:22)'],
  },
  {
    name: 'a name that runs from the folder',
    listeners: [listener('connector.exe')],
    processes: [running(OWN)],
    verdict: 'fail',
    says: [LISTENS],
  },
  {
    name: 'a name in another spelling',
    listeners: [listener('CONNECTOR')],
    processes: [running(OWN)],
    verdict: 'fail',
    says: ['listens: CONNECTOR (0.0.0.0:8080)'],
  },
  {
    name: 'a name that also runs elsewhere',
    listeners: [listener('connector.exe')],
    processes: [running(OWN), running('D:\\Other\\connector.exe')],
    verdict: 'attention',
    says: ['name-shared: connector.exe (0.0.0.0:8080)'],
  },
  {
    name: 'a name that also runs at an unread path',
    listeners: [listener('connector.exe')],
    processes: [running(null), running(OWN)],
    verdict: 'attention',
    says: ['name-shared: connector.exe (0.0.0.0:8080)'],
  },
  {
    name: 'a name that runs elsewhere alone',
    listeners: [listener('connector.exe')],
    processes: [running('D:\\Other\\connector.exe'), running(OWN, 'helper.exe')],
    verdict: 'pass',
    says: ['closed'],
  },
  {
    name: 'a name at an unread path',
    listeners: [listener('connector.exe')],
    processes: [running('D:\\Other\\connector.exe'), running(null)],
    verdict: 'attention',
    says: [PATH_NOT_TOLD],
  },
  { name: 'a name that no process bears', listeners: [listener('connector.exe')], verdict: 'attention', says: [PATH_NOT_TOLD] },
  {
    name: 'names of Windows at unread paths',
    listeners: [listener('System'), listener('svchost.exe')],
    processes: [running(null, 'System'), running(null, 'svchost.exe')],
    verdict: 'pass',
    says: ['closed'],
  },
  {
    name: 'a name of Windows that runs from the folder',
    listeners: [listener('svchost.exe')],
    processes: [running(`${FOLDER}\\svchost.exe`, 'svchost.exe')],
    verdict: 'fail',
    says: ['listens: svchost.exe (0.0.0.0:8080)'],
  },
  {
    name: 'a program that is not told',
    listeners: [listener(null), listener(' ')],
    verdict: 'attention',
    says: ['owner-not-told: 0.0.0.0:8080'],
  },
  { name: 'a shortened path', listeners: [listener('C:\\CONNEC~1\\connector.exe')], verdict: 'attention', says: [PATH_NOT_TOLD] },
  { name: 'a shortened path of another folder', listeners: [listener('C:\\PROGRA~1\\connector.exe')], verdict: 'pass', says: ['closed'] },
  { name: 'a rule for a program', rules: [allowing(OWN)], verdict: 'fail', says: ['let-in: Rule'] },
  { name: 'a rule for UDP', rules: [allowing(OWN, { protocol: 'UDP' })], verdict: 'fail', says: ['let-in: Rule'] },
  { name: 'a rule for one address', rules: [allowing(OWN, { remoteAddresses: '10.0.0.0/8' })], verdict: 'fail', says: ['let-in: Rule'] },
  {
    name: 'rules for other programs',
    rules: [allowing('System'), allowing(null), allowing('C:\\ConnectorData\\c.exe')],
    verdict: 'pass',
    says: ['closed'],
  },
  {
    name: 'listener and rules together',
    listeners: [listener(OWN), listener(null, '::')],
    rules: [allowing(OWN), allowing(OWN, { protocol: 'UDP' }), allowing(`${FOLDER}\\b.exe`, { name: 'Second' })],
    verdict: 'fail',
    says: [LISTENS, 'let-in: Rule: Second', 'owner-not-told: [::]:8080'],
  },
  {
    name: 'several connectors: their folders count together',
    installations: [installation(), installation({ product: 'Other', location: 'D:\\Other\\' })],
    listeners: [listener('connector.exe')],
    processes: [running(OWN), running('D:\\Other\\connector.exe')],
    verdict: 'fail',
    says: [LISTENS],
  },
  {
    name: 'a folder that others share beside a good one',
    installations: [installation(), installation({ product: ' ', location: 'C:\\Program Files' })],
    listeners: [listener('C:\\Program Files\\x\\x.exe'), listener(OWN)],
    verdict: 'fail',
    says: [LISTENS, 'no-folder: C:\\Program Files'],
  },
  {
    name: 'no folder at all',
    installations: [installation({ location: '' })],
    listeners: [listener('C:\\x.exe'), listener(null)],
    verdict: 'attention',
    says: ['no-folder: Inventory Advisor'],
  },
  { name: 'no connector', installations: [], listeners: [listener(null)], verdict: 'attention', says: ['no-installation'] },
]

describe('connector-no-inbound', () => {
  it.each(rows)('$name: $verdict', ({ verdict, says, ...seen }) => {
    const item = of(seen)
    expect([item.verdict, saidBy(item)]).toEqual([verdict, says])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it.each([
    ['127.0.0.1', 'pass'],
    ['127.255.255.254', 'pass'],
    ['128.0.0.1', 'fail'],
    ['::1', 'pass'],
    ['0:0:0:0:0:0:0:1', 'pass'],
    ['::ffff:127.0.0.1', 'pass'],
    ['[::1]', 'pass'],
    ['::1%12', 'pass'],
    [' 127.0.0.1 ', 'pass'],
    ['0000:0000:0000:0000:0000:0000:0000:0001', 'pass'],
    ['::', 'fail'],
    ['::11', 'fail'],
    ['fe80::1', 'fail'],
    ['0.0.0.0', 'fail'],
    ['192.168.127.1', 'fail'],
  ])('a listener on %s: %s', (address, verdict) => {
    expect(of({ listeners: [listener(OWN, address)] }).verdict).toBe(verdict)
  })

  it.each([
    ['C:\\Program Files\\Connector', '%ProgramFiles%\\Connector\\c.exe', 'fail'],
    ['C:\\Program Files\\Connector', '%ProgramW6432%\\connector\\bin\\c.exe', 'fail'],
    ['C:\\Program Files (x86)\\Connector', '%ProgramFiles(x86)%\\Connector\\c.exe', 'fail'],
    ['C:\\Program Files (x86)\\Connector', '%ProgramFiles%\\Connector\\c.exe', 'pass'],
    ['C:\\ProgramData\\Connector', '%ProgramData%\\Connector\\c.exe', 'fail'],
    ['C:\\Connector', '%SystemDrive%\\Connector\\c.exe', 'fail'],
    ['D:\\Program Files\\Connector', '%ProgramFiles%\\Connector\\c.exe', 'attention'],
    ['D:\\Program Files\\Connector', '%ProgramFiles%\\Other\\c.exe', 'pass'],
    ['C:\\Connector', '%Unknown%\\Connector\\c.exe', 'pass'],
    ['C:\\Connector', '%SystemDrive\\Connector\\c.exe', 'pass'],
    ['C:\\Files%ProgramData%', 'C:\\Files%ProgramData%\\c.exe', 'fail'],
    ['\\\\nas\\apps\\Connector', '\\\\NAS\\apps\\Connector\\c.exe', 'fail'],
    ['"C:/Connector/"', '"C:\\Connector\\c.exe" --port 1', 'fail'],
    ['C:\\Connector\\', '\\\\?\\C:\\Connector\\c.exe', 'fail'],
    ['C:\\Program Files\\Connector', 'C:\\PROGRA~1\\Connector\\c.exe', 'attention'],
    ['C:\\PROGRA~1\\Connector', 'C:\\Program Files\\Connector\\c.exe', 'attention'],
    ['C:\\Program Files\\Connector', 'C:\\PROGRA~1\\Other\\c.exe', 'pass'],
    ['C:\\Connector', 'C:\\OTHERP~1\\c.exe', 'pass'],
    ['C:\\My Connector', 'C:\\MYCONN~12\\c.exe', 'attention'],
    ['C:\\M.y Connector', 'C:\\MYCONN~1.NET\\c.exe', 'attention'],
    ['C:\\Connector', 'C:\\CO0A1B~1\\c.exe', 'attention'],
    ['C:\\Connector', 'C:\\Connec~1x\\c.exe', 'pass'],
    ['C:\\Connector', 'C:\\Connectors~1\\c.exe', 'pass'],
    ['C:\\App', 'C:\\AppData\\c.exe', 'pass'],
    ['C:\\App', 'C:\\App\\c.exe', 'fail'],
    ['C:\\App', 'C:\\\\App\\\\c.exe', 'fail'],
    ['C:\\App', 'C:\\App', 'pass'],
  ])('installed in %s, a rule for %s: %s', (location, program, verdict) => {
    expect(of({ installations: [installation({ location })], rules: [allowing(program)] }).verdict).toBe(verdict)
  })

  it('says of a rule at an untold path that it may be about the connector', () => {
    const item = of({ rules: [allowing('C:\\CONNEC~1\\c.exe')] })
    expect(saidBy(item)).toEqual(['let-in-perhaps: Rule'])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('shows what only this server can reach', () => {
    const item = of({
      listeners: [listener(OWN, '127.0.0.1'), listener('D:\\Other\\x.exe', '::1'), listener(OWN, '::1', { protocol: 'udp' })],
    })
    expect([item.verdict, item.evidence.map(({ detail }) => detail)]).toEqual([
      'pass',
      ['listens on 127.0.0.1:8080, for this server alone'],
    ])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('keeps its digest when only the port changes', () => {
    const digest = (port: number, path = OWN) => of({ listeners: [listener(path, '::', { port })] }).factsDigest
    expect(digest(49_152)).toBe(digest(8080))
    expect(digest(8080, `${FOLDER}\\other.exe`)).not.toBe(digest(8080))
  })

  describe('with probes missing', () => {
    it('passes without the firewall and says that it was not looked at', () => {
      const item = without('firewall', { rules: [allowing(OWN)] })
      expect([item.verdict, saidBy(item)]).toEqual(['pass', ['closed', 'note/not-looked-at: firewall']])
    })

    it.each(['connector', 'listeners', 'processes'] as const)('cannot pass without %s', (probe) => {
      expect(without(probe, {}).verdict).toBe('unknown')
    })

    it('still fails for what the other probes show', () => {
      expect(without('listeners', { rules: [allowing(OWN)] }).verdict).toBe('fail')
      expect(without('processes', { listeners: [listener(OWN)] }).verdict).toBe('fail')
    })

    it('asks nothing about names that no process could explain', () => {
      expect(saidBy(without('processes', { listeners: [listener('connector.exe')] }))).toEqual(['note/probe-not-collected: processes'])
    })
  })

  it('does not apply where nothing calls for the pack', () => {
    expect(judge(check, { facts: factsOf({ installations: [] }) }).verdict).toBe('not-applicable')
  })
})

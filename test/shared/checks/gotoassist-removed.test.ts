import { describe, expect, it } from 'vitest'

import type { Matcher, ToolEvidence, ToolMatch } from '#shared/catalogue/match.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/gotoassist-removed/definition.ts'
import { rule } from '#shared/checks/gotoassist-removed/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { judge, program, type Situation, service } from '../../support/world.ts'

const check = pair(definition, rule)

type Process = Facts['processes']['processes'][number]

function running(name: string, path: string | null = null): Process {
  return { name, path, account: null, accountSid: null }
}

function goto(name: string, executable = 'C:\\Other\\other.exe'): Facts['services']['services'][number] {
  return service(name, 'LocalSystem', { executable })
}

interface Seen {
  readonly services?: Facts['services']['services']
  readonly programs?: Facts['programs']['programs']
  readonly processes?: readonly Process[]
  readonly files?: Facts['remote-access-files']['present']
}

function situation(seen: Seen): Situation {
  return {
    facts: {
      services: { services: seen.services ?? [] },
      programs: { programs: seen.programs ?? [] },
      processes: { processes: seen.processes ?? [] },
      'remote-access-files': { present: seen.files ?? [] },
    },
  }
}

function without(probe: ProbeId, seen: Seen): CheckupItem {
  const full = situation(seen)
  return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
}

function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])].map(({ id, params }) =>
    [id.replace('gotoassist-removed/', ''), ...Object.values(params).flat()].join(': '),
  )
}

const V4 = 'GoToAssist Remote Support (customer)'
const UNATTENDED = 'GoToAssist Remote Support Unattended'
const unattendedFolder = 'C:\\Program Files (x86)\\GoToAssist Remote Support Unattended'
const appletFolder = 'C:\\Users\\anna\\AppData\\Local\\GoToAssist Remote Support Applet\\1.tmp'
const first = 'GoToResolve_1111111111111111111'
const second = 'GoToResolve_2222222222222222222'

interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'nothing', verdict: 'pass', says: ['removed'] },
  { name: 'a service', services: [goto('GoToAssist Remote Support Customer')], verdict: 'fail', says: [`installed: ${V4}`] },
  {
    name: 'a stopped and disabled service',
    services: [{ ...goto('GoToAssist Remote Support Customer'), state: 'stopped', startMode: 'disabled' }],
    verdict: 'fail',
    says: [`installed: ${V4}`],
  },
  {
    name: 'a service by its program alone',
    services: [goto('Support', `${unattendedFolder}\\77\\GoToAssistProcessChecker.exe`)],
    verdict: 'fail',
    says: [`installed: ${UNATTENDED} (Support)`],
  },
  { name: 'an installed program', programs: [program('GoToAssist Customer 4.8.0.1732')], verdict: 'fail', says: [`installed: ${V4}`] },
  {
    name: 'a process that only the unattended product has',
    processes: [running('GoToAssistUnattended.exe')],
    verdict: 'fail',
    says: [`running: ${UNATTENDED}`],
  },
  {
    name: 'a process of a product for both kinds of session',
    processes: [running('g2ax_comm_customer.exe')],
    verdict: 'attention',
    says: [`session: ${V4}`],
  },
  {
    name: 'a process of the applet',
    processes: [running('GoToAssistService.exe', `${appletFolder}\\GoToAssistService.exe`)],
    verdict: 'attention',
    says: ['session: GoToAssist Remote Support applet'],
  },
  {
    name: 'a process that applet and unattended product share',
    processes: [running('GoToAssistService.exe')],
    verdict: 'attention',
    says: ['session: GoToAssist Remote Support applet'],
  },
  {
    name: 'the shared process in the folder of the unattended product',
    processes: [running('GoToAssistService.exe', `${unattendedFolder}\\77\\GoToAssistService.exe`)],
    verdict: 'fail',
    says: [`running: ${UNATTENDED}`],
  },
  {
    name: 'only a folder',
    files: [{ tool: 'goto-assist-applet-v5', path: appletFolder }],
    verdict: 'attention',
    says: ['remnant: GoToAssist Remote Support applet'],
  },
  {
    name: 'a folder of the unattended product',
    files: [{ tool: 'goto-assist-unattended-v5', path: unattendedFolder }],
    verdict: 'attention',
    says: [`remnant: ${UNATTENDED}`],
  },
  {
    name: 'a process and a folder',
    processes: [running('g2ax_start.exe')],
    files: [{ tool: 'goto-assist-customer-v4', path: 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer' }],
    verdict: 'attention',
    says: [`session: ${V4}`],
  },
  {
    name: 'a service, a process and a program',
    services: [goto('GoToAssist Remote Support Customer')],
    processes: [running('g2ax_start.exe')],
    programs: [program('GoToAssist Customer')],
    verdict: 'fail',
    says: [`installed: ${V4}`],
  },
  {
    name: 'a service by a name from memory alone',
    services: [goto('GoToAssist_4711')],
    verdict: 'attention',
    says: [`not-verified: ${UNATTENDED} (GoToAssist_4711)`],
  },
  {
    name: 'a program by a name from memory alone',
    programs: [program('GoToAssist')],
    verdict: 'attention',
    says: ['not-verified: GoToAssist Corporate'],
  },
  {
    name: 'a process by a name from memory alone',
    processes: [running('g2aservice.exe')],
    verdict: 'attention',
    says: ['not-verified: GoToAssist Corporate'],
  },
  {
    name: 'two kinds of names from memory',
    programs: [program('GoToAssist')],
    processes: [running('g2aservice.exe')],
    verdict: 'fail',
    says: ['installed: GoToAssist Corporate'],
  },
  {
    name: 'two installations of one product',
    services: [goto(first), goto(second)],
    verdict: 'fail',
    says: [`installed: GoTo Resolve Unattended (${first}): GoTo Resolve Unattended (${second})`],
  },
  {
    name: 'several products: the worst decides, all are listed',
    programs: [program('GoToAssist Customer')],
    processes: [running('GoToResolveService.exe')],
    files: [{ tool: 'goto-assist-applet-v5', path: appletFolder }],
    verdict: 'fail',
    says: [`installed: ${V4}`, 'remnant: GoToAssist Remote Support applet', 'session: GoTo Resolve applet'],
  },
  { name: "the technician's console", processes: [running('g2ax_comm_expert.exe')], verdict: 'pass', says: ['removed'] },
  {
    name: 'other tools',
    services: [goto('TeamViewer')],
    programs: [program('GoToMyPC'), program('GoTo Opener')],
    verdict: 'pass',
    says: ['removed'],
  },
]

describe('gotoassist-removed', () => {
  it.each(rows)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })

  it('names each thing that was found', () => {
    const item = judge(
      check,
      situation({
        services: [goto('GoToAssist Remote Support Customer')],
        programs: [program('GoToAssist Customer')],
        processes: [running('g2ax_start.exe')],
        files: [{ tool: 'goto-assist-customer-v4', path: 'D:\\Program Files\\GoToAssist Remote Support Customer' }],
      }),
    )
    expect(item.evidence.map(({ probe, subject, detail }) => [probe, subject, detail])).toEqual([
      ['services', 'goto-assist-customer-v4', 'service GoToAssist Remote Support Customer'],
      ['programs', 'goto-assist-customer-v4', 'installed program GoToAssist Customer'],
      ['processes', 'goto-assist-customer-v4', 'running process g2ax_start.exe'],
      ['remote-access-files', 'goto-assist-customer-v4', 'folder D:\\Program Files\\GoToAssist Remote Support Customer'],
    ])
  })

  describe('facts digest', () => {
    const digest = (seen: Seen): string | undefined => judge(check, situation(seen)).factsDigest
    const folder = { files: [{ tool: 'goto-assist-customer-v4', path: 'C:\\Program Files\\GoToAssist Remote Support Customer' }] }
    const process = { processes: [running('g2ax_start.exe')] }
    const installed = { services: [goto('GoToAssist Remote Support Customer')] }

    it('leaves processes and folders out beside a service', () => {
      expect(digest({ ...installed, ...process, ...folder })).toBe(digest(installed))
    })

    it('leaves folders out beside a process', () => {
      expect(digest({ ...process, ...folder })).toBe(digest(process))
    })

    it('tells service, program, process and folder apart', () => {
      const digests = [installed, process, folder, { programs: [program('GoToAssist Customer')] }, {}].map(digest)
      expect(new Set(digests).size).toBe(digests.length)
    })

    it.each([
      { name: 'service', seen: { services: [goto('GoToAssist_4711')] } },
      { name: 'program', seen: { programs: [program('GoToAssist')] } },
      { name: 'process', seen: { processes: [running('g2aservice.exe')] } },
    ])('rests on a $name by an unverified name', ({ seen }) => {
      expect(digest(seen)).not.toBe(digest({}))
    })
  })

  describe('weak names', () => {
    const tool = remoteTools.find((each) => each.id === 'goto-assist-unattended-v5')
    const piece = (kind: ToolEvidence['kind'], weak: boolean): ToolEvidence => ({
      kind,
      name: kind,
      probe: 'services',
      memory: false,
      weak,
    })
    const judgeAs = (strength: ToolMatch['strength'], ...evidence: ToolEvidence[]): readonly unknown[] => {
      if (tool === undefined) throw new Error('no such tool')
      const catalogue: Matcher = { matchTools: () => [{ tool, subject: tool.id, evidence, strength }] }
      const input = { facts: {}, catalogue } as unknown as Parameters<typeof rule>[0]
      return rule(input).map((finding) => [finding.message.id, finding.evidence?.map((each) => each.context ?? false)])
    }
    const verdictOf = (...evidence: ToolEvidence[]): readonly unknown[] => judgeAs('proven', ...evidence)

    it.each(['service', 'program', 'process'] as const)('a %s by a weak name decides nothing', (kind) => {
      expect(verdictOf(piece(kind, true), piece('folder', false))).toEqual([['remnant', [true, false]]])
    })

    it('leave a process that decides alone', () => {
      expect(verdictOf(piece('process', false), piece('program', true), piece('folder', false))).toEqual([['running', [false, true, true]]])
    })

    it('by memory alone, rest on everything that was found', () => {
      const kinds = ['service', 'program', 'process', 'folder'] as const
      const evidence = kinds.map((kind) => piece(kind, false))
      expect(judgeAs('name-not-verified', ...evidence, piece('program', true))).toEqual([
        ['not-verified', [false, false, false, false, true]],
      ])
    })

    it('are shown beside what decides', () => {
      expect(verdictOf(piece('service', false), piece('program', true))).toEqual([['installed', [false, true]]])
    })
  })

  describe('with probes missing', () => {
    it.each(['services', 'programs', 'processes'] as const)('cannot pass without %s', (probe) => {
      expect(without(probe, {}).verdict).toBe('unknown')
    })

    it('still fails for what the other probes show', () => {
      expect(without('services', { programs: [program('GoToAssist Customer')] }).verdict).toBe('fail')
      expect(without('programs', { services: [goto('GoToAssist')] }).verdict).toBe('fail')
      expect(without('processes', { services: [goto('GoToAssist')] }).verdict).toBe('fail')
    })

    it('passes without the folders and says that they were not looked at', () => {
      const item = without('remote-access-files', {})
      expect(item.verdict).toBe('pass')
      expect(item.because).toContain('not looked at')
    })
  })
})

import type { InstalledTool } from '../../sync-tool/installed-tool.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { leftovers } from './leftovers.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

export const rule: Rule = (input) => (input.profile.deployment.phase === 'moved-away' ? judgeFormerServer(input) : judgeServer(input))

function judgeFormerServer(input: Input): readonly Found[] {
  const { facts, syncTools } = input
  const findings = syncTools.tools.flatMap(stillInstalled)
  if (findings.length > 0) return findings
  if (facts.services === undefined || facts.programs === undefined) return []
  if (syncTools.anythingInstalled) findings.push(connectorLeft(syncTools.tools))
  else findings.push({ verdict: 'pass', message: { id: 'gone' } })
  return [...findings, ...leftovers(input)]
}

function stillInstalled(tool: InstalledTool): Found[] {
  return [
    ...tool.services.map(
      (service): Found => ({
        verdict: 'fail',
        message: { id: 'services-left', params: { services: [service.name] } },
        evidence: [{ probe: 'services', subject: service.name, kind: 'service', params: { title: service.displayName } }],
      }),
    ),
    ...tool.programs.map(
      (program): Found => ({
        verdict: 'fail',
        message: { id: 'programs-left', params: { programs: [program.name] } },
        evidence: [{ probe: 'programs', subject: program.name, kind: 'program', params: { location: program.location ?? '–' } }],
      }),
    ),
  ]
}

/** The connector's own probe saw its folder, though no service and no program is known by its name. */
function connectorLeft(tools: readonly InstalledTool[]): Found {
  const names = connectorsOf(tools)
  const evidence = names.map((name): Proof => ({ probe: 'connector', subject: name, kind: 'connector' }))
  return { verdict: 'attention', message: { id: 'connector-left', params: { tools: names } }, evidence }
}

function connectorsOf(tools: readonly InstalledTool[]): readonly string[] {
  return tools.filter((tool) => tool.kind === 'connector').map((tool) => tool.label)
}

function judgeServer({ facts, syncTools }: Input): readonly Found[] {
  const installed = syncTools.tools.filter((tool) => tool.services.length > 0 || tool.programs.length > 0)
  if (installed.length > 0) return facts.services === undefined ? [] : installed.map(judgeInstalled)
  if (syncTools.anythingInstalled) return connectorsOf(syncTools.tools).map((name) => about('attention', 'not-running', name))
  if (facts.services === undefined || facts.programs === undefined) return []
  const names = syncTools.tools.map((tool) => tool.label)
  return (names.length > 0 ? names : [ERP_DRIVER_NAME]).map((name) => about('attention', 'not-installed', name))
}

function judgeInstalled(tool: InstalledTool): Found {
  const running = tool.services.filter((service) => service.state === 'running')
  if (running.length === 0) return about('attention', 'not-running', tool.label)
  const evidence = running.map((service): Proof => ({ probe: 'services', subject: service.name, kind: 'running' }))
  return { verdict: 'not-applicable', message: { id: 'in-use', params: { tools: [tool.label] } }, evidence }
}

function about(verdict: Found['verdict'], id: 'not-installed' | 'not-running', tool: string): Found {
  return { verdict, message: { id, params: { tools: [tool] } }, evidence: [{ probe: 'services', subject: tool, kind: id }] }
}

import type { Dependant } from './dependants.ts'
import type { DependantKind } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { type HandledBy, handledBy } from './judge-dependants.ts'
import type { PreflightWorld } from './world.ts'

interface DependantNode {
  /** key of the login, or id of the dependant */
  readonly id: string
  readonly kind: 'login' | DependantKind
  readonly name: string
}

/** Who depends on which login, and who brings the new password there. */
export interface DependantGraph {
  readonly nodes: readonly DependantNode[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly handledBy: HandledBy }[]
}

/** Each dependant is one node, also where it names two logins. */
export function graphOf(world: PreflightWorld, dependants: ReadonlyMap<string, readonly Dependant[]>): DependantGraph {
  const { logins } = world.input
  const all = logins.flatMap((login) => (dependants.get(login.key) ?? []).map((dependant) => ({ login, dependant })))
  const nodes = new Map<string, DependantNode>()
  for (const { key, name } of logins) nodes.set(key, { id: key, kind: 'login', name })
  for (const { dependant } of all) nodes.set(dependant.id, { id: dependant.id, kind: dependant.kind, name: dependant.name })
  const edgeOf = ({ login, dependant }: { readonly login: LoginToChange; readonly dependant: Dependant }) => ({
    from: dependant.id,
    to: login.key,
    handledBy: handledBy(world, login, dependant),
  })
  return { nodes: [...nodes.values()], edges: all.map(edgeOf) }
}

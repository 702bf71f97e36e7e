import type { RotationPreparation } from '#shared/contract/index.ts'
import type { PlannedHolder } from '#shared/rotation/plan.ts'
import { visibleText } from '#shared/visible-text.ts'
import { dependantLine, holderLine, type WordsContext } from './change-words.ts'
import type { Rehearsal } from './compose-change.ts'

type Graph = RotationPreparation['graph']
type Node = Graph['nodes'][number]

/** Who depends on which login, with the windows of the sync tool: what is typed into them, no fact of the server shows. */
export function dependantsView(context: WordsContext, rehearsal: Rehearsal): Graph {
  const { nodes, edges } = rehearsal.preflight.dependants
  const { translator } = context
  const windows = windowsOf(rehearsal)
  const windowNodes = windows.map(({ holder }) => [holder.key, windowNode(context, holder)] as const)
  const handedOver = windows.map(({ login, holder }) => ({ from: holder.key, to: login.key, handledBy: 'hand' as const }))
  return {
    nodes: [
      ...nodes.map(
        (node): Node => ({
          id: node.id,
          kind: node.kind === 'login' ? 'login' : 'dependant',
          name: node.kind === 'login' ? visibleText(node.name) : dependantLine(context, node),
          kindWord: translator.text(`rotation-dependant/${isNamed(node.kind) ? node.kind : 'other'}`),
        }),
      ),
      ...new Map(windowNodes).values(),
    ],
    edges: [...edges, ...handedOver].map((edge) => ({ ...edge, handledWord: translator.text(`cli/rotate/by/${edge.handledBy}`) })),
  }
}

const isNamed = (kind: string): boolean => kind === 'service' || kind === 'task' || kind === 'login'

const windowsOf = ({ plan }: Rehearsal) =>
  plan.logins.flatMap((login) => login.holders.filter(({ kind }) => kind === 'sync-tool-window').map((holder) => ({ login, holder })))

const windowNode = (context: WordsContext, holder: PlannedHolder): Node => ({
  id: holder.key,
  kind: 'dependant',
  name: holderLine(context, holder),
  kindWord: context.translator.text('rotation-dependant/window'),
})

import { checks } from '#shared/checks/index.ts'
import type { Comparison } from '#shared/contract/index.ts'
import type { EvidenceChange, ItemChange } from '#shared/evaluation/drift.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import { type ComparedSide, compareCheckups } from '../compare.ts'

/** What changed between two checkups, in the words of one language. */
export async function comparison(before: Checkup, after: Checkup, translator: Translator): Promise<Comparison> {
  const drift = await compareCheckups(before, after)
  return {
    before: sideView(drift.before),
    after: sideView(drift.after),
    notes: drift.notes.map((note) => translator.text(`cli/diff/note/${note}`)),
    items: drift.items.map((item) => itemView(item, before, after, translator)),
  }
}

function sideView({ server, collectedAt, evaluatedAt, grade }: ComparedSide): Comparison['before'] {
  return { server: visibleText(server), at: evaluatedAt ?? collectedAt, grade: grade ?? null }
}

function itemView(item: ItemChange, before: Checkup, after: Checkup, translator: Translator): Comparison['items'][number] {
  const isKnown = checks.some((check) => check.definition.id === item.id)
  return {
    id: item.id,
    title: visibleText(isKnown ? translator.check(item.id).title : item.title),
    before: item.before,
    after: item.after,
    direction: item.direction,
    evidence: item.evidence.map((change) => {
      const side = change.change === 'added' ? after : before
      return { change: change.change, subject: visibleText(change.subject), detail: detailOf(item, change, side, isKnown, translator) }
    }),
  }
}

/** A change carries the English detail; the checkup that it comes from knows it by its key. */
function detailOf(item: ItemChange, change: EvidenceChange, side: Checkup, isKnown: boolean, translator: Translator): string {
  const evidence = side.items.find((each) => each.id === item.id)?.evidence ?? []
  const piece = evidence.find((each) => each.probe === change.probe && each.subject === change.subject && each.detail === change.detail)
  return visibleText(isKnown && piece?.message !== undefined ? translator.message(piece.message) : change.detail)
}

import type { Verdict } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import { constantMarkup, type Html, html } from './escape-html.ts'
import type { ReportEvidence, ReportItem } from './model.ts'
import { probeName } from './not-checked.ts'

/** An item with more evidence than this may break over pages; a shorter one is kept together. */
const KEPT_TOGETHER_ROWS = 8

interface Presentation {
  /** where it stands: several places show the same item, ids are made from both */
  readonly place: 'gap' | 'accepted' | 'open' | 'item'
  readonly heading: 'h3' | 'h4'
  readonly withEvidence: boolean
}

/** Word and sign of a verdict: the sign is drawn by the style sheet, so that the text holds the word alone. */
export function verdictMark(verdict: Verdict, word: string): Html {
  return html`<span class="verdict ${verdict}">${word}</span>`
}

export function itemArticle(item: ReportItem, translator: Translator, { place, heading, withEvidence }: Presentation): Html {
  const classes = ['item', `item-${item.verdict}`]
  if (item.accepted !== undefined) classes.push('item-accepted')
  if (withEvidence && item.evidence.length > KEPT_TOGETHER_ROWS) classes.push('long')
  const title = place === 'item' ? html`${item.title}` : html`<a href="#item-${item.id}">${item.title}</a>`
  const severe = item.verdict === 'fail' || item.verdict === 'attention'
  return html`<article class="${classes.join(' ')}" id="${place}-${item.id}" aria-labelledby="${place}-${item.id}-title">
<div class="item-head"><${tag(heading)} id="${place}-${item.id}-title">${title}</${tag(heading)}>${verdictMark(item.verdict, item.verdictWord)}</div>
${severe ? html`<p class="soft small">${translator.text('report/severity-is', { severity: item.severityWord })}</p>\n` : undefined}<p>${item.sentence}</p>
${accepted(item)}${
  place === 'item' ? undefined : firstStep(item, translator)
}${withEvidence ? evidenceTable(item.evidence, translator) : undefined}</article>
`
}

function tag(heading: Presentation['heading']): Html {
  return constantMarkup(heading)
}

function accepted(item: ReportItem): Html {
  const chip = item.accepted === undefined ? undefined : html`<p><span class="chip">${item.accepted.inWords}</span></p>\n`
  const answers = item.answers.map((answer) => html`<p class="small">${answer.sentence}</p>\n`)
  return html`${chip}${answers}`
}

function firstStep(item: ReportItem, translator: Translator): Html | undefined {
  if (item.firstStep === undefined) return undefined
  const { text, restarts, command } = item.firstStep
  const what =
    restarts === undefined ? undefined : html`<br><span class="soft small">${translator.text('report/restarts', { what: restarts })}</span>`
  const lines = command.length === 0 ? undefined : html`<pre><code>${command.join('\n')}</code></pre>\n`
  return html`<div class="step"><p><strong>${translator.text('report/first-step-label')}</strong> ${text}${what}</p>\n${lines}</div>\n`
}

function evidenceTable(evidence: readonly ReportEvidence[], translator: Translator): Html | undefined {
  if (evidence.length === 0) return undefined
  const judged = evidence.some((piece) => piece.verdict !== undefined)
  const rows = evidence.map(
    (piece) =>
      html`<tr><th scope="row"><bdi>${piece.subject}</bdi></th><td><bdi>${piece.detail}</bdi></td><td class="soft">${probeName(
        piece.probe,
        translator,
      )}</td>${judged ? html`<td>${pieceVerdict(piece, translator)}</td>` : undefined}</tr>\n`,
  )
  const columns = ['subject', 'found', 'probe', ...(judged ? ['verdict'] : [])]
  return html`<table class="evidence">
<caption>${translator.text('report/heading/evidence')}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${translator.text(`report/column/${column}`)}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`
}

function pieceVerdict(piece: ReportEvidence, translator: Translator): Html | undefined {
  return piece.verdict === undefined ? undefined : verdictMark(piece.verdict, translator.text(`report/verdict/${piece.verdict}`))
}

import type { Translator } from '../../texts/translator.ts'
import { dayInWords } from '../dates.ts'
import { type Html, html } from '../escape-html.ts'
import { verdictMark } from '../html-item.ts'
import { htmlPage } from '../html-page.ts'
import { ageInWords, type Portfolio, reasonInWords, resultWord, worstInWords } from './model.ts'
import type { JudgedServer, PortfolioRow, UnreadFile } from './row.ts'

const columnIds = ['server', 'result', 'gaps', 'open', 'worst', 'review-and-due'] as const

/** Cells beside the server and its result, for a row that has but one thing to say. */
const CELLS_BEHIND_RESULT = columnIds.length - 2

/** The portfolio as one HTML page with a table that says what the text table says; it needs nothing else. */
export function portfolioHtml(portfolio: Portfolio, translator: Translator): string {
  const heading = (id: (typeof columnIds)[number]): Html => {
    const isNumber = id === 'gaps' || id === 'open'
    return html`<th scope="col"${isNumber ? html` class="number"` : undefined}>${translator.text(`report/portfolio/column/${id}`)}</th>`
  }
  const content = html`<header>
<h1>${portfolio.title}</h1>
</header>
<main id="main">
${portfolio.summary.map((sentence) => html`<p>${sentence}</p>\n`)}<section id="servers" aria-labelledby="servers-heading">
<h2 id="servers-heading">${translator.text('report/portfolio/heading')}</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="servers-heading"><table>
<thead><tr>${columnIds.map(heading)}</tr></thead>
<tbody>
${portfolio.rows.map((row) => tableRow(row, translator))}</tbody>
</table></div>
</section>
</main>
<footer>
<p class="small">${translator.text('report/portfolio/scope')}</p>
<p class="small">${translator.text('report/scope/no-certification')}</p>
</footer>`
  return htmlPage(portfolio.language, portfolio.title, content)
}

function tableRow(row: PortfolioRow, translator: Translator): Html {
  return row.kind === 'judged' ? judgedRow(row, translator) : unreadRow(row, translator)
}

function unreadRow(row: UnreadFile, translator: Translator): Html {
  return html`<tr><th scope="row"><bdi>${row.file}</bdi></th><td>${verdictMark('unknown', resultWord(row, translator))}</td>
<td colspan="${CELLS_BEHIND_RESULT}"><bdi>${reasonInWords(row, translator)}</bdi></td></tr>\n`
}

const marks = { best: 'pass', good: 'pass', gaps: 'fail', incomplete: 'attention' } as const

function judgedRow(row: JudgedServer, translator: Translator): Html {
  return html`<tr><th scope="row">${serverCell(row, translator)}</th>
<td>${verdictMark(marks[row.grade], resultWord(row, translator))}</td>
<td class="number">${row.counts.fail}</td>
<td class="number">${row.counts.attention + row.counts.unknown}</td>
<td>${worstCell(row, translator)}</td>
<td>${dueCell(row)}</td></tr>\n`
}

function serverCell(row: JudgedServer, translator: Translator): Html {
  const notTold = translator.text('report/not-told')
  const taken = html`<time datetime="${row.takenAt}">${dayInWords(row.takenAt, translator)}</time>`
  return html`<bdi>${row.server || notTold}</bdi><br><bdi>${row.organization || notTold}</bdi><br>
<span class="soft small"><bdi>${row.file}</bdi><br>${translator.text('report/portfolio/column/read')}: ${taken}, ${ageInWords(row, translator)}</span>`
}

function worstCell(row: JudgedServer, translator: Translator): Html {
  const accepted = translator.text('report/portfolio/accepted', { count: row.accepted })
  return html`<bdi>${worstInWords(row, translator) ?? translator.text('report/portfolio/nothing')}</bdi>${
    row.accepted === 0 ? undefined : html`<br><span class="soft small">${accepted}</span>`
  }`
}

/** The review stands above the list, whether it is due or not. */
function dueCell(row: JudgedServer): Html {
  const due = row.due.filter(({ kind }) => kind !== 'review').map(({ sentence }) => html`<li><bdi>${sentence}</bdi></li>`)
  return html`${row.nextReview.sentence}${due.length === 0 ? undefined : html`<ul>${due}</ul>`}`
}

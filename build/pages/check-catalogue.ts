import type { Check } from '#shared/checks/check.ts'
import type { Checklist } from '#shared/checks/index.ts'

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('')

/** A section that is left out when it has nothing to say. */
const section = (title: string, body: string): string => (body === '' ? '' : `**${title}**\n\n${body}\n`)

function readsOf({ manual, reads }: Check['definition']): string {
  if (reads.length === 0) return manual === true ? 'nothing: only a person can tell' : 'nothing on the server: the profile tells'
  return reads.map((read) => (read.endsWith('?') ? `\`${read.slice(0, -1)}\` (where it was collected)` : `\`${read}\``)).join(', ')
}

function stepsOf({ steps, texts }: Check['definition']): string {
  return steps
    .map((step, index) => {
      const words = texts.en.steps[step.id]
      if (words === undefined) throw new Error(`the step ${step.id} has no text`)
      const restarts = words.restarts === undefined ? '' : `\n   - Restarts: ${words.restarts}`
      const undo = words.undo === undefined ? '' : `\n   - Way back: ${words.undo}`
      const command =
        step.command === undefined ? '' : `\n\n   \`\`\`${fenceOf(step.command.shell)}\n${indent(step.command.text)}\n   \`\`\``
      return `${index + 1}. ${words.text}${restarts}${undo}${command}\n`
    })
    .join('')
}

const fenceOf = (shell: 'powershell' | 'cmd' | 't-sql'): string => ({ powershell: 'powershell', cmd: 'bat', 't-sql': 'sql' })[shell]

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n')

function checkSection({ definition }: Check): string {
  const { en } = definition.texts
  const confirmation = definition.manual ? `\nA confirmation counts ${definition.confirmedMonths ?? 12} months.\n` : ''
  return [
    `${anchorOf(definition.id)}\n\n### ${en.title}\n\n`,
    `\`${definition.id}\` · severity ${definition.severity} · for the ${definition.who.replaceAll('-', ' ')} · takes ${definition.effort}\n\n`,
    `${en.why}\n\n`,
    `Reads ${readsOf(definition)}.\n${confirmation}\n`,
    section('How it is judged', bullets(en.judged)),
    section('What is left open, and how it is decided', bullets(en.open)),
    section('What to do', stepsOf(definition)),
    section('References', bullets(definition.references.map(({ title, url }) => `[${title}](${url})`))),
  ].join('')
}

/** What holds for every check, in the words of an administrator. */
const forAll = `Each check comes to one of five verdicts, with one sentence and the evidence for it:

| verdict | means |
|---|---|
| pass | the good state was seen |
| fail | a gap is proven |
| attention | the facts raise a question, or only a person can tell |
| unknown | the facts were denied, failed or not collected: never counted as good |
| not applicable | the check does not concern this server |

- Where a check finds several things, the worst decides (fail, unknown, attention, pass) and all are listed.
- A check says *fail* on what it saw even when other facts are missing; *pass* needs all facts that it reads but for those marked “where it was collected”.
- A person's answer can settle *attention* and *unknown*. Nothing turns a *fail* into a pass; an accepted risk needs an end date and stays a gap until then.
- Facts older than 31 days, or from the future, make *unknown* of everything but a *fail*.
- While a deployment is going on, the checklist “Remove remote access” waits, and says until when.
- The packs count only where they concern the server; they can be asked for in the profile (\`packs\`).
`

const anchorOf = (id: string): string => `<a id="${id}"></a>`

function overview(checklists: readonly Checklist[], checks: readonly Check[]): string {
  const rows = checklists.flatMap(({ id, texts }) => [
    `| **${texts.en.title}** | | |\n`,
    ...checks
      .filter(({ definition }) => definition.checklist === id)
      .map(({ definition }) => {
        const judgedBy = definition.manual ? 'a person' : definition.reads.length === 0 ? 'the profile' : 'facts'
        return `| [${definition.texts.en.title}](#${definition.id}) | ${definition.severity} | ${judgedBy} |\n`
      }),
  ])
  return `| check | severity | judged by |\n|---|---|---|\n${rows.join('')}`
}

/** The page that lists every check for whoever wants to know how a server is judged, in the order of the checklists. */
export function checkCatalogue(checklists: readonly Checklist[], checks: readonly Check[]): string {
  const parts = checklists.map(({ id, texts }) => {
    const own = checks.filter(({ definition }) => definition.checklist === id)
    return `## ${texts.en.title}\n\n${texts.en.introduction}\n\n${own.map(checkSection).join('')}`
  })
  const top = `<!-- Made by "npm run docs" from shared/checks; changes made here are lost. -->\n\n# The checks\n\n`
  return `${top}${forAll}\n${overview(checklists, checks)}\n${parts.join('')}`.replace(/\n+$/, '\n')
}

import type { Check } from '#shared/checks/check.ts'
import type { Checklist } from '#shared/checks/index.ts'

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('')

/** A section that is left out when it has nothing to say. */
const section = (title: string, body: string): string => (body === '' ? '' : `**${title}**\n\n${body}\n`)

function readsOf(reads: readonly string[]): string {
  if (reads.length === 0) return 'nothing: only a person can tell'
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
    `### ${en.title}\n\n`,
    `\`${definition.id}\` · severity ${definition.severity} · ${definition.who.replaceAll('-', ' ')} · ${definition.effort}\n\n`,
    `${en.why}\n\n`,
    `Reads ${readsOf(definition.reads)}.\n${confirmation}\n`,
    section('How it is judged', bullets(en.judged)),
    section('What is left open, and how it is decided', bullets(en.open)),
    section('What to do', stepsOf(definition)),
    section('References', bullets(definition.references.map(({ title, url }) => `[${title}](${url})`))),
  ].join('')
}

/** The page that lists every check for a reader of the repository, in the order of the checklists. */
export function checkCatalogue(checklists: readonly Checklist[], checks: readonly Check[]): string {
  const parts = checklists.map(({ id, texts }) => {
    const own = checks.filter(({ definition }) => definition.checklist === id)
    return `## ${texts.en.title}\n\n${texts.en.introduction}\n\n${own.map(checkSection).join('')}`
  })
  return `<!-- Made by "npm run docs" from shared/checks; changes made here are lost. -->\n\n# The checks\n\n${parts.join('')}`.replace(
    /\n+$/,
    '\n',
  )
}

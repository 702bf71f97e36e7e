import type { Facts } from '#shared/facts/index.ts'

type Task = Facts['scheduled-tasks']['tasks'][number]

/** What stands in a definition where the snapshot masks an argument: it must never come out. */
export const TASK_SECRET = 'Hunter2-Winter'

/** Program with or without quotation marks, and the arguments behind it. */
const PROGRAM = /^(.+?\.(?:exe|cmd|vbs|bat))(?: (.*))?$/i

const COM_HANDLER = 'COM handler '

/** Groups run as whoever of them is signed in. */
const GROUPS = /^S-1-5-(?:32-\d+|4)$/

/** The definition of a task as the task scheduler gives it. */
export function taskDefinition(task: Task, enabled: boolean): string {
  const principal = [
    GROUPS.test(task.account) ? element('GroupId', task.account) : element('UserId', task.account),
    task.storesPassword ? element('LogonType', 'Password') : '',
    task.elevated ? element('RunLevel', 'HighestAvailable') : element('RunLevel', 'LeastPrivilege'),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `<RegistrationInfo>${element('URI', task.path)}</RegistrationInfo><Triggers />`,
    `<Settings>${element('Enabled', String(enabled))}</Settings>`,
    `<Principals><Principal id="Author">${principal.join('')}</Principal></Principals>`,
    `<Actions Context="Author">${actionOf(task.command)}</Actions></Task>`,
  ].join('')
}

function actionOf(command: string): string {
  if (command.startsWith(COM_HANDLER)) return `<ComHandler>${element('ClassId', command.slice(COM_HANDLER.length))}</ComHandler>`
  const [, program = command, commandArguments] = PROGRAM.exec(command.replace('***', TASK_SECRET)) ?? []
  const passed = commandArguments === undefined ? '' : element('Arguments', commandArguments)
  return `<Exec>${element('Command', program)}${passed}</Exec>`
}

function element(name: string, text: string): string {
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`
}

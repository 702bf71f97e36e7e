import { parseXml, type XmlElement } from './xml.ts'

export interface TaskDefinition {
  /** User or group that the task runs as: a SID or a name, as it was written; null: none is named. */
  readonly account: string | null
  readonly enabled: boolean
  /** Asks for the highest rights of its account. */
  readonly elevated: boolean
  /** Windows keeps the account's password for it. */
  readonly storesPassword: boolean
  /** Program with arguments of the first action, or what the action is instead; empty: there is none. */
  readonly command: string
  readonly actions: number
}

/** Logon types that keep a password; the others come without one, or with that of whoever is signed in. */
const STORING: ReadonlySet<string> = new Set(['Password', 'InteractiveTokenOrPassword'])

/** xs:boolean may be written as a digit. */
const TRUE: ReadonlySet<string> = new Set(['true', '1'])

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads the definition of a scheduled task, as the task scheduler gives it and as it lies in `System32\Tasks`.
 *
 * Sample (Windows Server 2019, English): `<?xml version="1.0" encoding="UTF-16"?><Task version="1.2"
 * xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"><Principals><Principal id="Author"><UserId>S-1-5-18</UserId>…`.
 * Null: it is no such definition, or was cut short.
 */
export function parseTask(source: string | Uint8Array): TaskDefinition | null {
  const text = typeof source === 'string' ? source : decode(source)
  const task = text === null ? null : parseXml(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
  if (task?.name !== 'Task') return null
  const actions = child(task, 'Actions')
  const principal = principalOf(task, actions?.attributes.get('Context'))
  const enabled = content(child(task, 'Settings'), 'Enabled')
  return {
    account: content(principal, 'UserId') ?? content(principal, 'GroupId'),
    enabled: enabled === null || TRUE.has(enabled),
    elevated: content(principal, 'RunLevel') === 'HighestAvailable',
    storesPassword: STORING.has(content(principal, 'LogonType') ?? ''),
    command: describeAction(actions?.children[0]),
    actions: actions?.children.length ?? 0,
  }
}

/** The principal that the actions name; where they name none, the first. */
function principalOf(task: XmlElement, context: string | undefined): XmlElement | undefined {
  const principals = child(task, 'Principals')?.children ?? []
  return principals.find((principal) => context !== undefined && principal.attributes.get('id') === context) ?? principals[0]
}

function describeAction(action: XmlElement | undefined): string {
  if (action === undefined) return ''
  switch (action.name) {
    case 'Exec':
      return [content(action, 'Command'), content(action, 'Arguments')].filter((part) => part !== null).join(' ')
    case 'ComHandler':
      return `COM handler ${content(action, 'ClassId') ?? ''}`.trim()
    case 'SendEmail':
      return 'e-mail'
    case 'ShowMessage':
      return 'message'
    default:
      return action.name
  }
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((element) => element.name === name)
}

/** Text of a child without the white space around it; null: there is none. */
function content(parent: XmlElement | undefined, name: string): string | null {
  return child(parent, name)?.text.trim() || null
}

/** Files of tasks are UTF-16 with a byte order mark; those that a person imported may be UTF-8. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const littleEndian = first === 0xff && second === 0xfe
  const bigEndian = first === 0xfe && second === 0xff
  const encoding = littleEndian ? 'utf-16le' : bigEndian ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // The decoder says only that it could not: that is the answer.
    return null
  }
}

import { parseTask } from '../../policy/task-xml.ts'
import { parseXml, type XmlElement } from '../../policy/xml.ts'

/** What a password change has to know of a task's definition. */
export interface TaskPrincipal {
  /** SID or name, as it was written */
  readonly account: string
  /** it may also run with the token of whoever is signed in */
  readonly orInteractive: boolean
}

const INTERACTIVE_OR_PASSWORD = 'InteractiveTokenOrPassword'

/** The account whose password Windows keeps for the task; null: it keeps none, or this is no definition. */
export function passwordPrincipal(definition: string): TaskPrincipal | null {
  const task = parseTask(definition)
  if (task?.storesPassword !== true || task.account === null) return null
  const types = textsOf(parseXml(withoutMark(definition)), 'LogonType')
  return { account: task.account, orInteractive: types.includes(INTERACTIVE_OR_PASSWORD) }
}

/** Elements that Windows writes anew at each registration, by the path of their names below the root. */
const WRITTEN_BY_WINDOWS: ReadonlySet<string> = new Set([
  'RegistrationInfo/URI',
  'RegistrationInfo/SecurityDescriptor',
  'Principals/Principal/UserId',
  'Principals/Principal/DisplayName',
  // The task's own switch, which is compared by itself.
  'Settings/Enabled',
])

/** Whether two definitions say the same, but for what Windows writes itself; one that cannot be read is never the same. */
export function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((definition) => parseXml(withoutMark(definition)))
  return first != null && second != null && comparable(first) === comparable(second)
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

function textsOf(element: XmlElement | null, name: string): readonly string[] {
  if (element === null) return []
  return [...(element.name === name ? [element.text.trim()] : []), ...element.children.flatMap((child) => textsOf(child, name))]
}

function comparable(root: XmlElement): string {
  return JSON.stringify(plainOf(root, ''))
}

/** Name, attributes and either children or text; white space between elements says nothing. */
function plainOf({ name, attributes, children, text }: XmlElement, path: string): unknown {
  const kept = children.flatMap((child) => {
    const childPath = path === '' ? child.name : `${path}/${child.name}`
    return WRITTEN_BY_WINDOWS.has(childPath) ? [] : [plainOf(child, childPath)]
  })
  // An empty container is the same as one whose only content Windows writes.
  const content = children.length > 0 ? kept : text
  return [name, [...attributes].sort(([one], [other]) => (one < other ? -1 : 1)), content]
}

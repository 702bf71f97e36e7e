import type { Tool, ToolCategory } from './tool.ts'

const waysIn: ReadonlySet<ToolCategory> = new Set([
  'attended',
  'unattended',
  'rmm',
  'tunnel',
  'vpn',
  'gateway',
  'vnc',
  'rdp-mod',
  'malicious',
])
const noWayIn: ReadonlySet<ToolCategory> = new Set(['console', 'launcher', 'network', 'meetings'])

/** Lets somebody in and is judged by its name: neither a console, launcher, network tool or meeting nor a part of Windows. */
export function isWayIn(tool: Tool): boolean {
  return tool.categories.some((category) => waysIn.has(category)) && !isNoWayIn(tool) && !tool.categories.includes('builtin')
}

/** A console, launcher, network tool or meeting: its names are known in order to be left out. */
export function isNoWayIn(tool: Tool): boolean {
  return tool.categories.some((category) => noWayIn.has(category))
}

/** Somebody at the server can let a supporter in with it, whatever else it can do. */
export function isAttended(tool: Tool): boolean {
  return tool.categories.includes('attended')
}

/** Works only while somebody at the server takes part: what is found is an open session or what one left behind. */
export function isAttendedOnly(tool: Tool): boolean {
  return isWayIn(tool) && tool.categories.every((category) => category === 'attended' || !waysIn.has(category))
}

/** GoToAssist, GoTo Resolve and their applets, which have a check of their own. */
export function isGotoFamily(tool: Tool): boolean {
  return tool.family === 'goto'
}

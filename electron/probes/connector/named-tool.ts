import type { SyncTool } from '#shared/formats/profile.ts'

/** Trailing `4.2`, `v4.2.1`, `(64-bit)`, `Version 3`, `2024`: the same product in another version. */
const VERSION_AT_END = /(?:[\s,_-]+(?:version\s*)?\(?v?\d+(?:[.\d]*\d)?\)?|\s+\((?:x86|x64|32-bit|64-bit)\))+$/

/** The profile names the service by its name or display name; the name of the tool may be that of its service too. */
export function namesService(tool: SyncTool, service: { readonly name: string; readonly displayName: string }): boolean {
  const wanted = [tool.service ?? '', tool.name].map(comparable).filter((name) => name !== '')
  return wanted.includes(comparable(service.name)) || wanted.includes(comparable(service.displayName))
}

/** Equal without case, up to a version at the end. */
export function namesProgram(tool: SyncTool, programName: string): boolean {
  const wanted = comparable(tool.name)
  return wanted !== '' && (wanted === comparable(programName) || withoutVersion(wanted) === withoutVersion(comparable(programName)))
}

function comparable(name: string): string {
  return name.trim().toLowerCase()
}

function withoutVersion(name: string): string {
  return name.replace(VERSION_AT_END, '')
}

import type { MatchInput } from '#shared/catalogue/match.ts'

/** One thing on a server, in the shape of its probe. */
export type Item =
  | { readonly service: string; readonly shown?: string; readonly path: string }
  | { readonly program: string; readonly location?: string }
  | { readonly process: string; readonly path: string | null }
  | { readonly folder: string; readonly tool: string }

/** The facts that show the things and nothing else. */
export function factsOf(items: readonly Item[]): Required<MatchInput> {
  return {
    services: items.flatMap((item) =>
      'service' in item ? [{ name: item.service, displayName: item.shown ?? item.service, executable: item.path, state: 'running' }] : [],
    ),
    programs: items.flatMap((item) => ('program' in item ? [{ name: item.program, location: item.location ?? null }] : [])),
    processes: items.flatMap((item) => ('process' in item ? [{ name: item.process, path: item.path }] : [])),
    files: items.flatMap((item) => ('folder' in item ? [{ tool: item.tool, path: item.folder }] : [])),
  }
}

/**
 * What a tool is for.
 *
 * `console`, `launcher`, `network` and `meetings` are no way in; `builtin` is Windows itself, judged by its state and never by a name.
 * `monitoring` and `persistence` say more about a tool and are no way in by themselves.
 */
export type ToolCategory =
  | 'attended'
  | 'unattended'
  | 'rmm'
  | 'tunnel'
  | 'vpn'
  | 'gateway'
  | 'vnc'
  | 'rdp-mod'
  | 'malicious'
  | 'console'
  | 'launcher'
  | 'network'
  | 'meetings'
  | 'builtin'
  | 'monitoring'
  | 'persistence'

/**
 * A name to look for: a whole glob without case, `*` for any text and `?` for one character.
 *
 * `memory`: no source confirms the name, so it proves nothing alone. `weak`: Windows or other products bear it too, so it counts only
 * beside another proof of the same tool.
 */
export interface Pattern {
  readonly glob: string
  readonly memory?: true
  readonly weak?: true
}

/**
 * A remote-access tool and the traces that it leaves.
 *
 * `displayNames` are compared with the installed programs' names, with and without a trailing version or edition. `installPaths` are folder
 * globs that begin with a variable of install-path.ts. `drivers` are told for the administrator's sake: a driver lies under System32
 * and proves nothing here.
 */
export interface Tool {
  readonly id: string
  readonly name: string
  readonly vendor: string
  readonly categories: readonly ToolCategory[]
  readonly family?: 'goto'
  /** several installations, each with its own service, can stand side by side */
  readonly multipleInstallations?: true
  readonly displayNames: readonly Pattern[]
  readonly services: readonly Pattern[]
  readonly serviceDisplayNames?: readonly Pattern[]
  readonly executables: readonly Pattern[]
  readonly installPaths: readonly Pattern[]
  readonly drivers?: readonly Pattern[]
  readonly removal?: { readonly steps: readonly string[]; readonly restart?: true }
  readonly notes?: readonly string[]
  readonly references?: readonly string[]
}

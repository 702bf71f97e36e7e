/** Where the person sits: the window of the app, a terminal of this machine, or a browser that a secret would have to travel to. */
export type HandOverHost = 'desktop' | 'terminal' | 'loopback'

/** Who may see the pixels of this session beside the person in front of this machine; `unknown` counts as anybody. */
export type DisplayReach = 'local' | 'remote-session' | 'remote-controlled' | 'virtual-machine' | 'unknown'

/** Where a text goes that is put on the clipboard of this session; `unknown` counts as anywhere. */
export type ClipboardReach =
  | 'local'
  | 'remote-session'
  | 'remote-controlled'
  | 'shared-with-client'
  | 'shared-with-host'
  | 'remote-tool'
  | 'unknown'

/** What decides how a secret may be handed over. Nothing in it is secret. */
export interface Surroundings {
  readonly host: HandOverHost
  readonly display: DisplayReach
  readonly clipboard: ClipboardReach
  /** Names of the remote-access programs that run, as the catalogue calls them; null: not known. */
  readonly remoteTools: readonly string[] | null
  /**
   * Whether keys can be typed into another program's password box: `not-proven` once a try found no proof, `program-not-known` where nobody
   * can say which program's box it would be, `no-desktop` where this process has no windows around it.
   */
  readonly field: 'possible' | 'not-proven' | 'program-not-known' | 'no-desktop'
  /** What the last test with two patterns said; the window tests itself before it draws anyway. */
  readonly protectedWindow: 'not-tried' | 'proven' | 'not-proven'
  /** The person said that nobody else sees the screen now. */
  readonly sharePaused: boolean
}

/** What Windows cannot tell: what a person said, and what an earlier try for the same secret found. Absent: nothing. */
export interface Told {
  readonly field?: 'not-proven' | 'program-not-known'
  readonly protectedWindow?: Surroundings['protectedWindow']
  readonly sharePaused?: boolean
}

/** The surroundings that were read, with what is told beside them. */
export function withTold(read: Surroundings, { field, ...others }: Told): Surroundings {
  return { ...read, ...others, field: read.field === 'possible' ? (field ?? read.field) : read.field }
}

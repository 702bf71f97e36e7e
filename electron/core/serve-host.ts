import type { Language } from '#shared/texts/translator.ts'
import type { Core } from './core.ts'

/** What the command line asks of the host that shows the app in this machine's browser. */
export interface ServeRequest {
  readonly core: Core
  /** null: any port that is free */
  readonly port: number | null
  /** whether the browser is to be opened */
  readonly open: boolean
  readonly language: Language
  readonly environment: NodeJS.ProcessEnv
  /** aborted when the program is told to end */
  readonly signal: AbortSignal
  /** called when the page can be opened, and again when the browser that was started never came */
  readonly onLink: (link: ServeLink) => Promise<void>
}

/** Where the page is: its address holds a token that works once. */
export interface ServeLink {
  readonly url: string
  readonly browser: 'not-asked-for' | 'opened' | NotOpened
}

/** Why a person has to open the link: a browser is never started with administrator rights, none was found, or none came. */
export type NotOpened = 'elevated' | 'no-browser' | 'never-came'

export type ServeEnd =
  | { readonly kind: 'stopped'; readonly because: 'told-to' | 'page-gone' | 'never-opened' }
  | { readonly kind: 'port-refused'; readonly port: number; readonly because: 'taken' | 'not-allowed' }
  /** the screens were not built */
  | { readonly kind: 'no-screens' }

/** Shows the app until it is told to stop or nobody looks at it any more. */
export type Serve = (request: ServeRequest) => Promise<ServeEnd>

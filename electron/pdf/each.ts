import { createElement, Fragment, type ReactElement } from 'react'

/** One element for each entry. Without keys: a page is drawn once, and nothing says that ids from a file differ. */
export function each<T>(entries: readonly T[], draw: (entry: T) => ReactElement): ReactElement {
  return createElement(Fragment, null, ...entries.map(draw))
}

import { createContext, use } from 'react'

/** Set when a person goes to another page, taken by the page's title once it is there. */
export interface Arrival {
  pending: boolean
}

/** The default serves a screen that stands alone: nobody arrives there. */
const ArrivalContext = createContext<Arrival>({ pending: false })

export const ArrivalProvider = ArrivalContext

export function useArrival(): Arrival {
  return use(ArrivalContext)
}

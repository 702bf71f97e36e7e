/** How a library is broken: it cannot be loaded, its functions never return, or they touch memory that nobody has. */
export type LibraryFault = 'absent' | 'hanging' | 'crashing'

/** What the worker of a described Windows reads before it starts. */
export interface DescribedSettings {
  /** time of the collection, ISO 8601 */
  readonly now: string
  /** broken libraries by file name */
  readonly faults: Readonly<Record<string, LibraryFault>>
}

/** What the worker of one area leaves behind. */
export interface WorkerTrace {
  /** `library function` by probe */
  readonly calls: Readonly<Record<string, readonly string[]>>
  /** memory and handles that were not given back */
  readonly outstanding: number
  /** memory and handles given back that nobody had */
  readonly wrong: number
}

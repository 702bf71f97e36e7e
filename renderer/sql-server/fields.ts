/** A browser neither remembers names of logins and servers nor sends them to a spell checker. */
export const plain = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none', maxLength: 256 } as const

/** A problem of a field as Fluent's Field takes it; empty: there is none. */
export type Validation = { readonly validationState?: 'error'; readonly validationMessage?: string }

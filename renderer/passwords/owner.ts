import type { PasswordTarget } from '#shared/passwords/policy.ts'

/** What a password is for, as a person has typed it. */
export interface Owner {
  /** null: the sync tool, or not known yet */
  readonly target: PasswordTarget | null
  readonly login: string
  readonly server: string
}

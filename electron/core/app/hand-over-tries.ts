import type { SecretRef } from '#shared/contract/index.ts'
import type { DrawOutcome, WindowRefusal } from '../../rotation/hand-over/desk.ts'
import type { FieldOutcome } from '../../rotation/hand-over/into-field.ts'
import type { FieldRefusal } from '../../rotation/hand-over/prove-field.ts'
import type { Told } from '../../rotation/hand-over/surroundings.ts'
import type { NamedSecret } from './hand-over-secret.ts'

/** What tries for one secret found; another secret, or the end of the hand-over, begins anew. */
export interface Tries {
  told(ref: SecretRef, secret: NamedSecret): Told
  noteField(outcome: FieldOutcome): void
  noteWindow(outcome: DrawOutcome, isSharePaused: boolean): void
  forget(): void
}

/** Going to the right field mends the others. */
const NO_PROOF: ReadonlySet<FieldRefusal> = new Set<FieldRefusal>(['no-password-box', 'higher-integrity', 'not-told'])

/** The test found that the window is not protected, or could not find out. */
const NOT_PROVEN: ReadonlySet<WindowRefusal> = new Set<WindowRefusal>([
  'nothing-captured',
  'ordinary-window-not-seen',
  'protected-window-seen',
  'protected-window-not-painted',
  'no-affinity',
])

export function createTries(): Tries {
  let name = ''
  let found: Pick<Told, 'field' | 'protectedWindow'> = {}
  return {
    told: (ref, { expected }) => {
      const wanted = JSON.stringify(ref)
      if (wanted !== name) {
        name = wanted
        found = {}
      }
      return expected === null ? { ...found, field: 'program-not-known' } : found
    },
    noteField: (outcome) => {
      if (outcome.kind === 'refused' && NO_PROOF.has(outcome.reason)) found = { ...found, field: 'not-proven' }
    },
    noteWindow: (outcome, isSharePaused) => {
      if (outcome.kind === 'refused' && NOT_PROVEN.has(outcome.reason)) found = { ...found, protectedWindow: 'not-proven' }
      else if (outcome.kind === 'drawn' && !isSharePaused) found = { ...found, protectedWindow: 'proven' }
    },
    forget: () => {
      found = {}
    },
  }
}

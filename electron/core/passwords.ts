import type { PasswordVerdict } from '#shared/passwords/grade.ts'
import { DEFAULT_LENGTH, type PasswordTarget } from '#shared/passwords/policy.ts'
import type { SecretLine, SecretPrompt } from '../passwords/secret-line.ts'
import { type StandardInput, systemErrorCode } from './read-file.ts'

/** What passwords need from outside. */
export interface PasswordPorts {
  readonly standardInput: StandardInput
  /** the bundle of the thread that estimates strength */
  readonly strengthWorkerPath: string
}

/** A line, why there is none, or what the system said instead of one. */
export type SecretInput = SecretLine | { readonly kind: 'unreadable'; readonly code: string }

/** What every host can ask for about passwords. None is kept, written or logged. */
export interface PasswordsCore {
  /** `length` within the policy; absent: Best */
  generate(length?: number): Promise<string>
  /** whether there is a person to ask: standard input is a terminal */
  readonly canAsk: boolean
  readSecret(prompt: SecretPrompt): Promise<SecretInput>
  /** grades what a person brings; null: for no target in particular */
  grade(password: string, target: PasswordTarget | null): Promise<PasswordVerdict>
}

export function createPasswordsCore(ports: PasswordPorts): PasswordsCore {
  return {
    generate: async (length = DEFAULT_LENGTH) => {
      const { generatePassword } = await import('../passwords/generate.ts')
      return generatePassword({ length, names: [] })
    },
    canAsk: ports.standardInput.isTerminal,
    readSecret: async (prompt) => {
      const { readSecretLine } = await import('../passwords/secret-line.ts')
      try {
        return await readSecretLine(ports.standardInput, prompt)
      } catch (error) {
        const code = systemErrorCode(error)
        if (code === null) throw error
        return { kind: 'unreadable', code }
      }
    },
    grade: async (password, target) => {
      const { estimateStrength } = await import('../passwords/strength.ts')
      const { contextWords } = await import('#shared/passwords/estimate.ts')
      const { gradeBrought } = await import('#shared/passwords/grade.ts')
      const estimate = await estimateStrength({ password, words: contextWords, workerPath: ports.strengthWorkerPath })
      return gradeBrought({ password, target, names: [], isUnique: null, estimate })
    },
  }
}

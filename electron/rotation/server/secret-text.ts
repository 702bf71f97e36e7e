/** A password on its way into one call. */
export interface SecretText {
  /** Zero-terminated UTF-16LE, valid while the function runs and wiped afterwards; the function keeps no copy. */
  use<Value>(work: (utf16le: Buffer) => Value): Value
  /** The same for a call that goes on beside this thread: the text is wiped only when what `work` promises is settled. */
  useUntil<Value>(work: (utf16le: Buffer) => Promise<Value>): Promise<Value>
}

/** SECURITY: the text that it is made of cannot be wiped; it comes from the keychain for this one act and is not kept. */
export function secretText(password: string): SecretText {
  const copy = (): Buffer => Buffer.from(`${password}\0`, 'utf16le')
  return {
    use: (work) => {
      const buffer = copy()
      try {
        return work(buffer)
      } finally {
        buffer.fill(0)
      }
    },
    useUntil: async (work) => {
      const buffer = copy()
      try {
        return await work(buffer)
      } finally {
        buffer.fill(0)
      }
    },
  }
}

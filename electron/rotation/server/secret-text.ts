/** A password on its way into one call. */
export interface SecretText {
  /** Zero-terminated UTF-16LE, valid while the function runs and wiped afterwards; the function keeps no copy. */
  use<Value>(work: (utf16le: Buffer) => Value): Value
}

/** SECURITY: the text that it is made of cannot be wiped; it comes from the keychain for this one act and is not kept. */
export function secretText(password: string): SecretText {
  return {
    use: (work) => {
      const buffer = Buffer.from(`${password}\0`, 'utf16le')
      try {
        return work(buffer)
      } finally {
        buffer.fill(0)
      }
    },
  }
}

/**
 * What `generate-password` asks Node's `crypto` for, from the browser's own cryptographic source.
 *
 * The bundler puts this module in the place of `crypto`. A batch has 256 bytes, far below the 65,536 that a browser gives at once.
 */
export function randomBytes(size: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size))
}

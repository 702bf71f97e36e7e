/** What a key is, without anything of its content. `bits` is 0 where the file does not tell. */
export interface KeyDescription {
  readonly kind: 'private' | 'public'
  readonly algorithm: string
  readonly bits: number
}

/** Algorithm and size alone, as the public part of a pair tells them. */
export type KeyStrength = Pick<KeyDescription, 'algorithm' | 'bits'>

/** Size of the keys whose curve is part of their name, in bits. */
export const ED25519_BITS = 256

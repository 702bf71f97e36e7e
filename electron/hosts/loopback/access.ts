import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Bits that nobody guesses over a network, not even without any delay between two tries. */
const SECRET_BYTES = 32

/** Enough for a place that is no key: it only keeps the cookie away from other servers. */
const PLACE_BYTES = 16

/** Who may see the app: the one browser that brought the token. */
export interface Access {
  /** base64url; stands in the fragment of the link, which a browser sends nowhere */
  readonly token: string
  /** the folder of the app in the address, with a slash at both ends */
  readonly place: string
  /** gives the Set-Cookie line for the right token, once and in time; null otherwise */
  redeem(given: string): string | null
  /** whether a Cookie header holds the key that was given for the token */
  admits(cookies: string | undefined): boolean
  readonly isRedeemed: boolean
}

export interface AccessOptions {
  readonly port: number
  readonly lifeMs: number
  /** a clock that only goes forward, in milliseconds */
  readonly now: () => number
}

export function createAccess({ port, lifeMs, now }: AccessOptions): Access {
  const token = secret(SECRET_BYTES)
  const place = `/${secret(PLACE_BYTES)}/`
  const name = `erp-checkup-${port}`
  const deadline = now() + lifeMs
  let key: string | null = null
  return {
    token,
    place,
    get isRedeemed() {
      return key !== null
    },
    redeem: (given) => {
      const isRight = sameSecret(given, token)
      if (!isRight || key !== null || now() > deadline) return null
      key = secret(SECRET_BYTES)
      // SECURITY: a cookie goes to every port of this machine, so to servers of other users as well; they cannot know the path, and without
      // it the browser keeps the cookie to itself. The prefix __Host- would need Secure and the path /: there is no TLS here, and no such path.
      return `${name}=${key}; Path=${place}; HttpOnly; SameSite=Strict`
    },
    admits: (cookies) => {
      const wanted = key
      return wanted !== null && valuesOf(cookies, name).some((value) => sameSecret(value, wanted))
    },
  }
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Every value of that name: a server on another port may have set one of its own, and the browser then sends both. */
function valuesOf(cookies: string | undefined, name: string): readonly string[] {
  return (cookies ?? '').split(';').flatMap((part) => {
    const [key, ...value] = part.trim().split('=')
    return key === name ? [value.join('=')] : []
  })
}

/** Stands in every answer, whatever it is. */
export const everywhere: { readonly [name: string]: string } = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), hid=()',
}

export const NEVER_KEPT = 'no-store'

/** For files whose name changes with their content. */
export const KEPT = 'private, max-age=31536000, immutable'

/** Nothing is loaded, nothing leads out, nobody frames it. */
export const nothingAllowed: readonly string[] = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]

/** Fluent writes an empty style element and fills it by script: this is the digest of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** SECURITY: what the screens may do. Sockets are named because not every browser counts them among 'self'. */
export function screenPolicy(host: string): string {
  return [
    ...nothingAllowed,
    "object-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ws://${host}`,
  ].join('; ')
}

/** Closes a tagged union: the compiler refuses a case that nobody handles; at run time it is a bug of our own. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}

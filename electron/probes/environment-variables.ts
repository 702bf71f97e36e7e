/**
 * Replaces `%NAME%` by the variable's value, as ExpandEnvironmentStrings does.
 *
 * Names are compared without case; a variable that is not set stays as it is written. What a value contains is not expanded again.
 */
export function expandVariables(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (!text.includes('%')) return text
  const values = new Map(Object.entries(environment).map(([name, value]) => [name.toUpperCase(), value]))
  return text.replace(/%([^%]+)%/g, (written, name: string) => values.get(name.toUpperCase()) ?? written)
}

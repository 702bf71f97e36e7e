import { importsOf } from './imports.ts'

/** Splits `./some-id/rule.ts` into folder and file. */
const MEMBER = /^\.\/([^/]+)\/([^/]+)$/

/**
 * Compares a list with the folders that it should name.
 *
 * A folder counts as listed when the list imports every one of its expected files; a listed folder that does not exist is a fault too.
 */
export function listFaults(
  list: { readonly path: string; readonly source: string },
  folders: readonly string[],
  expectedFiles: readonly string[],
): readonly string[] {
  const imported = new Set(importsOf(list.path, list.source))
  const named = new Set([...imported].flatMap((specifier) => MEMBER.exec(specifier)?.[1] ?? []))
  const missing = folders.flatMap((folder) =>
    expectedFiles.filter((file) => !imported.has(`./${folder}/${file}`)).map((file) => `${list.path}: does not import ./${folder}/${file}`),
  )
  const unknown = [...named].filter((name) => !folders.includes(name)).map((name) => `${list.path}: names ${name}, which is no folder`)
  return [...missing, ...unknown]
}

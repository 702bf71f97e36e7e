// Tells where libraries were loaded from: `unguarded` as anybody might load them, `guarded` as the product does. Argument: output file.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'

import { createNativeAccess, koffiSource, type SystemLibrary } from '#electron/win32/library.ts'

const [mode, outputFile = ''] = process.argv.slice(2)

function unguarded(): unknown {
  const koffi: typeof Koffi = createRequire(import.meta.url)('koffi')
  return {
    byName: koffi.load('netapi32.dll').func('int inner()')(),
    dependency: koffi.load('C:\\windows\\system32\\outer.dll').func('int outer()')(),
  }
}

function guarded(): unknown {
  const native = createNativeAccess(koffiSource)
  return {
    byName: native.bind('netapi32.dll', 'int inner()', 'status')(),
    dependency: native.bind('outer.dll' as SystemLibrary, 'int outer()', 'status')(),
  }
}

writeFileSync(outputFile, JSON.stringify(mode === 'guarded' ? guarded() : unguarded()))

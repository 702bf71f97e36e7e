// Tells whose library a name leads to: `unguarded` as anybody might load it, `guarded` as the product does. Arguments: mode, output file.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'

import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'

const [mode, outputFile = ''] = process.argv.slice(2)

function unguarded(): unknown {
  const koffi: typeof Koffi = createRequire(import.meta.url)('koffi')
  return koffi.load('authz.dll').func('int inner()')()
}

function guarded(): unknown {
  return createNativeAccess(koffiSource).bind('authz.dll', 'int inner()', 'status')()
}

writeFileSync(outputFile, JSON.stringify(mode === 'guarded' ? guarded() : unguarded()))

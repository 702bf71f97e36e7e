// Asks a data source through ODBC. Arguments: output file, connection string, statements.
import { writeFileSync } from 'node:fs'

import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createOdbc } from '#electron/win32/odbc.ts'
import { measurePauses } from './longest-pause.ts'

const [outputFile = '', connectionString = '', ...statements] = process.argv.slice(2)
const LIMIT_S = 5
const odbc = createOdbc(createNativeAccess(koffiSource))
const connected = await odbc.connect(connectionString, LIMIT_S)
const end = measurePauses()
// All at once: each waits for its turn, and the end of the connection for them.
const asked = connected.ok ? statements.map((statement) => connected.value.query(statement, LIMIT_S)) : []
if (connected.ok) connected.value.close()
const answers = await Promise.all(asked)
const outcome = { ...end(), drivers: odbc.drivers(), failure: connected.ok ? null : connected.failure, answers }
writeFileSync(outputFile, JSON.stringify(outcome))

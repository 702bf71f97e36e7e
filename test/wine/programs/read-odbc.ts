// Asks a data source through ODBC. Arguments: output file, connection string, statements.
import { writeFileSync } from 'node:fs'

import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createOdbc } from '#electron/win32/odbc.ts'

const [outputFile = '', connectionString = '', ...statements] = process.argv.slice(2)
const LIMIT_S = 5
const odbc = createOdbc(createNativeAccess(koffiSource))
const connected = odbc.connect(connectionString, LIMIT_S)
const answers = connected.ok ? statements.map((statement) => connected.value.query(statement, LIMIT_S)) : []
if (connected.ok) connected.value.close()
writeFileSync(outputFile, JSON.stringify({ drivers: odbc.drivers(), failure: connected.ok ? null : connected.failure, answers }))

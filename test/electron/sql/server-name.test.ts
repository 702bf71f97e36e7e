import { describe, expect, it } from 'vitest'

import { parseServerName } from '#electron/sql/server-name.ts'

describe('a server name', () => {
  it.each([
    ['ERP01', { host: 'ERP01', instance: null, port: null }],
    ['ERP01\\SAGE', { host: 'ERP01', instance: 'SAGE', port: null }],
    ['ERP01\\MSSQLSERVER', { host: 'ERP01', instance: null, port: null }],
    ['ERP01,1533', { host: 'ERP01', instance: null, port: 1533 }],
    ['tcp:erp01.acme.example\\SAGE, 50123', { host: 'erp01.acme.example', instance: 'SAGE', port: 50_123 }],
    ['127.0.0.1,49812', { host: '127.0.0.1', instance: null, port: 49_812 }],
    [' . ', { host: '127.0.0.1', instance: null, port: null }],
    ['(local)\\SQLEXPRESS', { host: '127.0.0.1', instance: 'SQLEXPRESS', port: null }],
    ['localhost', { host: '127.0.0.1', instance: null, port: null }],
    ['[::1],1433', { host: '::1', instance: null, port: 1433 }],
  ])('%s is read as its tools read it', (text, address) => {
    expect(parseServerName(text)).toEqual(address)
  })

  it.each(['', '\\SAGE', 'ERP01,0', 'ERP01,65536', 'ERP01,abc', 'a b', 'ERP01\\', 'np:ERP01', 'lpc:ERP01', 'ERP01;Database=x'])(
    '%j is none',
    (text) => {
      expect(parseServerName(text)).toBeNull()
    },
  )
})

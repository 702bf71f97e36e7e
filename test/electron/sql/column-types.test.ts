import { describe, expect, it } from 'vitest'

import { valueText } from '#electron/sql/value-text.ts'
import { collations, column, compressedRowToken, metadataToken, rowToken, type TypedColumn } from '../../support/tds/columns.ts'
import { isQuestion, openSession } from '../../support/tds/open-session.ts'
import { packetsOf, packetTypes } from '../../support/tds/packets.ts'
import type { TdsSending } from '../../support/tds/server.ts'
import { doneToken, errorToken, infoToken, token, uint16 } from '../../support/tds/tokens.ts'

/** 2025-05-17 in days since 1900-01-01, and 2026-08-30 in days since 0001-01-01. */
const DAYS_1900 = 45_792
const DAYS_1 = 739_857
/** 18:22:41.25 in ten-millionths of a second */
const EVENING = 661_612_500_000

const kinds: readonly [type: string, TypedColumn, value: unknown, text: string][] = [
  ['tinyint', column.tinyint('c'), 255, '255'],
  ['smallint', column.smallint('c'), -32_768, '-32768'],
  ['int', column.int('c'), -2_147_483_648, '-2147483648'],
  ['int that is never NULL', column.fixedInt('c'), 16_384, '16384'],
  ['bigint beyond a double', column.bigint('c'), 9_223_372_036_854_775_807n, '9223372036854775807'],
  ['bit that is set', column.bit('c'), true, '1'],
  ['bit that is not set', column.bit('c'), false, '0'],
  ['nvarchar of other scripts', column.nvarchar('c'), 'Zürich – №1 ✓ 𝄞', 'Zürich – №1 ✓ 𝄞'],
  ['nvarchar without a character', column.nvarchar('c'), '', ''],
  ['nvarchar(max) in chunks', column.nvarcharMax('c'), 'ä'.repeat(5000), 'ä'.repeat(5000)],
  ['nvarchar(max) of unknown length', column.nvarcharMax('c', false), 'Größe', 'Größe'],
  ['nvarchar(max) without a character', column.nvarcharMax('c'), '', ''],
  ['varchar of a German collation', column.varchar('c'), 'Müller & Söhne, 5 €', 'Müller & Söhne, 5 €'],
  ['varchar of an American collation', column.varchar('c', collations.american), 'Straße', 'Straße'],
  ['char(2) with a blank', column.char('c', 2), 'S', 'S '],
  ['varbinary', column.varbinary('c'), '0105000000000005', '0x0105000000000005'],
  ['varbinary without a byte', column.varbinary('c'), '', '0x'],
  ['uniqueidentifier', column.uniqueidentifier('c'), '33221100554477668899aabbccddeeff', '00112233-4455-6677-8899-AABBCCDDEEFF'],
  ['datetime', column.datetime('c'), [DAYS_1900, 19_848_375], '2025-05-17T18:22:41.250'],
  ['datetime2', column.datetime2('c'), [EVENING, DAYS_1], '2026-08-30T18:22:41.250'],
  ['date', column.date('c'), DAYS_1, '2026-08-30'],
  ['time', column.time('c'), EVENING, '18:22:41.250'],
  ['datetimeoffset', column.datetimeoffset('c'), [EVENING, DAYS_1, 120], '2026-08-30T18:22:41.250Z'],
  ['sql_variant with an int', column.variant('c'), `3800${'2a000000'}`, '42'],
  ['sql_variant with nvarchar', column.variant('c'), `e70720000904d00034${Buffer.from('Ä1', 'utf16le').toString('hex')}`, 'Ä1'],
]

const result = (columns: readonly TypedColumn[], rows: readonly Buffer[]): Buffer =>
  Buffer.concat([metadataToken(columns), ...rows, doneToken({ rows: rows.length })])

async function ask(bytes: Buffer, deliver?: (sending: TdsSending) => void) {
  const { session } = await openSession({
    answer: (text) => (isQuestion(text) ? { bytes } : { columns: [], rows: [] }),
    ...(deliver === undefined ? {} : { deliver }),
  })
  return await session.query('SELECT c')
}

describe('a value', () => {
  it.each(kinds)('of %s is text', async (_type, typed, value, text) => {
    expect(await ask(result([typed], [rowToken([typed], [value])]))).toEqual({ ok: true, value: [{ c: text }] })
  })

  it.each(kinds.filter(([type]) => type !== 'int that is never NULL'))(
    'of %s may be NULL, and the next row is read',
    async (_type, typed, value, text) => {
      const rows = [rowToken([typed], [null]), rowToken([typed], [value])]
      expect(await ask(result([typed], rows))).toEqual({ ok: true, value: [{ c: null }, { c: text }] })
    },
  )

  it('that is no date of any calendar is nothing', () => {
    expect(valueText(new Date(Number.NaN), 'DateTime')).toBeNull()
  })
})

describe('a row', () => {
  const columns = kinds.map(([, typed], index) => ({ ...typed, name: `c${index}` }))
  const values = kinds.map(([, , value]) => value)
  const texts = Object.fromEntries(kinds.map(([, , , text], index) => [`c${index}`, text]))

  it('of every type at once, whole and with its NULLs left out', async () => {
    const isNull = (index: number): boolean => index % 3 === 0
    const some = values.map((value, index) => (isNull(index) ? null : value))
    const expected = Object.fromEntries(Object.entries(texts).map(([name, text], index) => [name, isNull(index) ? null : text]))
    expect(
      await ask(result(columns, [rowToken(columns, values), compressedRowToken(columns, some), compressedRowToken(columns, values)])),
    ).toEqual({
      ok: true,
      value: [texts, expected, texts],
    })
  })

  it('is the same wherever its packets are cut', async () => {
    const small = columns.filter((_, index) => ![9].includes(index))
    const payload = result(small, [
      rowToken(
        small,
        values.filter((_, index) => index !== 9),
      ),
    ])
    const expected = Object.fromEntries(Object.entries(texts).filter(([name]) => name !== 'c9'))
    let place = 0
    const { session } = await openSession({
      answer: (text) => (isQuestion(text) ? { bytes: payload } : { columns: [], rows: [] }),
      deliver: ({ stage, packets, send }) => {
        if (stage !== 'answer' || packets.byteLength < payload.byteLength) send(packets)
        else send(inTwoPackets(payload, place))
      },
    })
    for (place = 0; place <= payload.byteLength; place += 1) {
      expect([place, await session.query('SELECT c')]).toEqual([place, { ok: true, value: [expected] }])
    }
  }, 60_000)
})

/** One message of two packets. */
function inTwoPackets(payload: Buffer, place: number): Buffer {
  const first = packetsOf({ type: packetTypes.answer, payload: payload.subarray(0, place) })
  const second = packetsOf({ type: packetTypes.answer, payload: payload.subarray(place) })
  first[1] = 0
  second[6] = 2
  return Buffer.concat([first, second])
}

describe('an answer', () => {
  const [id, name] = [column.int('id'), column.nvarchar('name')]
  const ORDER = token(0xa9, uint16(1))
  const TABLE_NAME = token(0xa4, Buffer.from([1]), uint16(1), Buffer.from('t', 'utf16le'))
  const COLUMN_INFO = token(0xa5, Buffer.from([1, 1, 0]))
  const more = (rows: number): Buffer => {
    const done = doneToken({ rows })
    done[1] = (done[1] ?? 0) | 0x01
    return done
  }
  const inProcedure = (rows: number): Buffer => {
    const done = more(rows)
    done[0] = 0xff
    return done
  }
  const info = infoToken({ number: 8153, message: 'Warnung: NULL wird gelöscht.' }, 'ERP01')
  const last = { ok: true, value: [{ name: 'MAS_ABC' }, { name: 'MAS_XYZ' }] }
  const names = [rowToken([name], ['MAS_ABC']), rowToken([name], ['MAS_XYZ'])]

  it.each([
    [
      'of several result sets is the last',
      [metadataToken([id]), rowToken([id], [1]), more(1), metadataToken([name]), ...names, doneToken({ rows: 2 })],
    ],
    ['with messages in between is its rows', [info, metadataToken([name]), names[0], info, names[1], info, doneToken({ rows: 2 })]],
    ['that tells its order is its rows', [metadataToken([name]), ORDER, ...names, doneToken({ rows: 2 })]],
    ['that tells its tables is its rows', [metadataToken([name]), TABLE_NAME, COLUMN_INFO, ...names, doneToken({ rows: 2 })]],
    [
      'of statements inside of a procedure is the last result',
      [
        metadataToken([id]),
        rowToken([id], [1]),
        inProcedure(1),
        inProcedure(0),
        metadataToken([name]),
        ...names,
        inProcedure(2),
        doneToken({ inProcedure: true }),
      ],
    ],
    ['that is followed by what has no rows is its rows', [metadataToken([name]), ...names, more(2), doneToken({})]],
  ])('%s', async (_name, tokens) => {
    expect(await ask(Buffer.concat(tokens.flatMap((each) => each ?? [])))).toEqual(last)
  })

  it('with errors behind its rows is the last error, and no rows', async () => {
    const errors = [229, 3013].map((number) => errorToken({ number }, 'ERP01'))
    const bytes = Buffer.concat([metadataToken([name]), ...names, ...errors, doneToken({ failed: true })])
    expect(await ask(bytes)).toEqual({ ok: false, failure: { kind: 'server', number: 3013 } })
  })

  it('that ends as failed without a word why is a failure', async () => {
    const bytes = Buffer.concat([metadataToken([name]), ...names, doneToken({ failed: true })])
    expect(await ask(bytes)).toMatchObject({ ok: false })
  })

  it('whose last result set is empty has no rows', async () => {
    const bytes = Buffer.concat([metadataToken([id]), rowToken([id], [1]), more(1), metadataToken([name]), doneToken({ rows: 0 })])
    expect(await ask(bytes)).toEqual({ ok: true, value: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { decodeText } from '#electron/core/decode-text.ts'

const json = '{"name": "Müller"}'

/** UTF-16 with the high byte first. */
function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

describe('decodeText', () => {
  it.each([
    ['plain text', '{}'],
    ['umlauts', json],
    ['a single byte', '1'],
    ['a mark inside the text', '"\uFEFF"'],
  ])('reads %s', (_name, text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text })
  })

  it.each([
    ['nothing', Buffer.alloc(0), /JSON, but the file is empty/],
    ['a UTF-8 byte order mark', Buffer.from(`\uFEFF${json}`), /UTF-8 without a byte order mark.*UTF-8 without BOM/],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${json}`, 'utf16le'), /this is UTF-16.*UTF-8 without BOM/],
    ['UTF-16, high byte first, with a mark', bigEndian(`\uFEFF${json}`), /this is UTF-16/],
    ['UTF-16 without a mark', Buffer.from(json, 'utf16le'), /this is UTF-16/],
    ['UTF-16, high byte first, without a mark', bigEndian(json), /this is UTF-16/],
    ['Windows-1252', Buffer.from(`${json} `, 'latin1'), /UTF-8 text, but this is none/],
    ['noise', Buffer.from([0x8f, 0x12, 0xc3, 0x28, 0xff, 0x00, 0x7b]), /UTF-8 text, but this is none/],
    ['zero bytes', Buffer.alloc(100), /zero bytes/],
    ['a zero byte in text', Buffer.from('{"a":\0 1}'), /zero bytes/],
    ['text that ends inside a character of two bytes', Buffer.from('"ü').subarray(0, 2), /cut short/],
    ['text that ends inside a character of four bytes', Buffer.from('"😀').subarray(0, 4), /cut short/],
  ])('refuses %s', (_name, bytes, reason) => {
    const decoded = decodeText(bytes)
    expect(decoded.ok ? '' : decoded.reason).toMatch(reason)
  })
})

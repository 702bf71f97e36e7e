import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSecretLine, SECRET_LINE_LIMIT_BYTES, type SecretSource } from '#electron/passwords/secret-line.ts'

async function* inChunks(parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

const noPrompt = {
  ask: () => Promise.reject(new Error('asked')),
  answered: () => Promise.reject(new Error('answered')),
}

const piped = (...parts: readonly (string | Uint8Array)[]) => readSecretLine({ isTerminal: false, chunks: inChunks(parts) }, noPrompt)

/** A terminal that notes what happened to it. */
function terminal(parts: readonly string[], setRawMode?: (isRaw: boolean) => unknown) {
  const events: string[] = []
  const chunks: SecretSource['chunks'] = Object.assign(inChunks(parts), {
    setRawMode:
      setRawMode ??
      ((isRaw: boolean) => {
        events.push(isRaw ? 'hidden' : 'shown')
      }),
  })
  const note = (event: string) => async () => {
    events.push(event)
  }
  return { events, line: readSecretLine({ isTerminal: true, chunks }, { ask: note('asked'), answered: note('answered') }) }
}

const line = (text: string) => ({ kind: 'line', text })
const refused = (reason: string) => ({ kind: 'refused', reason })

describe('readSecretLine of a pipe', () => {
  it.each([
    ['a line', ['secret\n'], line('secret')],
    ['a line of Windows', ['secret\r\n'], line('secret')],
    ['a text without a line break', ['secret'], line('secret')],
    ['the first of many lines', ['secret\nother\n'], line('secret')],
    ['one line break and no more', ['secret\r\r\n'], refused('control-character')],
    ['a line in pieces', ['se', 'cr', 'et\r', '\n'], line('secret')],
    ['spaces around it', [' secret \n'], line(' secret ')],
    ['a byte order mark', ['\uFEFFsecret\n'], line('secret')],
    ['other scripts', ['Grün.пароль.42\n'], line('Grün.пароль.42')],
    ['nothing', [], refused('empty')],
    ['an empty line', ['\nsecret\n'], refused('empty')],
    ['a byte order mark alone', ['\uFEFF\n'], refused('empty')],
    ['UTF-16 with a mark', [Buffer.from('\uFEFFsecret\n', 'utf16le')], refused('utf-16')],
    ['UTF-16 without a mark', [Buffer.from('secret\n', 'utf16le')], refused('utf-16')],
    ['UTF-16 the other way round', [Buffer.from('\uFEFFsecret\n', 'utf16le').swap16()], refused('utf-16')],
    ['Latin 1', [Buffer.from('Grün\n', 'latin1')], refused('not-utf-8')],
    ['a tab', ['sec\tret\n'], refused('control-character')],
    ['the longest line', ['x'.repeat(SECRET_LINE_LIMIT_BYTES)], line('x'.repeat(SECRET_LINE_LIMIT_BYTES))],
    ['a longer line', ['x'.repeat(SECRET_LINE_LIMIT_BYTES + 1)], refused('too-long')],
  ])('takes %s', async (_name, parts, expected) => {
    expect(await piped(...parts)).toEqual(expected)
  })

  it('reads no further than it has to', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1
        yield Buffer.alloc(1024, 'x')
      }
    }
    expect(await readSecretLine({ isTerminal: false, chunks: endless() }, noPrompt)).toEqual(refused('too-long'))
    expect(given).toBe(5)
  })

  it('takes any text that can be typed as it is, however it arrives', async () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((given) => !/\p{Cc}|^\uFEFF/u.test(given))
    await fc.assert(
      fc.asyncProperty(text, fc.nat(200), async (given, cut) => {
        const bytes = Buffer.from(`${given}\n`)
        expect(await piped(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(line(given))
      }),
    )
  })
})

describe('readSecretLine of a terminal', () => {
  it('shows what is typed again before it lets the terminal go, which takes no mode any more then', async () => {
    const events: string[] = []
    async function* keys(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from('secret\r')
        yield Buffer.from('more')
      } finally {
        events.push('let go')
      }
    }
    const chunks = Object.assign(keys(), { setRawMode: (isRaw: boolean) => events.push(isRaw ? 'hidden' : 'shown') })
    const nothing = async () => undefined
    expect(await readSecretLine({ isTerminal: true, chunks }, { ask: nothing, answered: nothing })).toEqual(line('secret'))
    expect(events).toEqual(['hidden', 'shown', 'let go'])
  })

  it('hides first, then asks, and shows again at the end', async () => {
    const { events, line: read } = terminal(['sec', 'ret\r'])
    expect(await read).toEqual(line('secret'))
    expect(events).toEqual(['hidden', 'asked', 'shown', 'answered'])
  })

  it.each([
    ['backspace', 'secrex\u007Ft\r', line('secret')],
    ['backspace over a character of several bytes', 'secreü\u007Ft\r', line('secret')],
    ['backspace over nothing', '\b\bsecret\r', line('secret')],
    ['clearing the line', 'wrong\u0015secret\r', line('secret')],
    ['the end of input', 'secret\u0004', line('secret')],
    ['the end of input on Windows', 'secret\u001A', line('secret')],
    ['no answer', '\r', refused('empty')],
    ['cancelling', 'sec\u0003ret\r', refused('cancelled')],
    ['an arrow key', 'sec\u001B[Dret\r', refused('control-character')],
    ['too much', `${'x'.repeat(SECRET_LINE_LIMIT_BYTES + 1)}\r`, refused('too-long')],
  ])('understands %s', async (_name, typed, expected) => {
    const { events, line: read } = terminal([typed])
    expect(await read).toEqual(expected)
    expect(events.at(-2)).toBe('shown')
  })

  it('reads nothing where it cannot hide', async () => {
    const { events, line: read } = terminal(['secret\r'], () => {
      throw new Error('EIO')
    })
    expect(await read).toEqual(refused('not-hidden'))
    expect(events).toEqual([])
    expect(await readSecretLine({ isTerminal: true, chunks: inChunks(['secret\r']) }, noPrompt)).toEqual(refused('not-hidden'))
  })
})

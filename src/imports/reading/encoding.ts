import type { Source } from './source'

/** What a text may be said to be written in, where it does not say it itself. */
export const encodings = ['gb18030', 'big5', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export type Written = { encoding: string; from: number; unclear: boolean }

/** UTF-16 without a mark: in texts of tables every second byte of most characters is nothing. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.length - (bytes.length % 2)
  if (looked < 4) return null
  const nothing = [0, 0]
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) nothing[at % 2] = (nothing[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nothing.map((count) => count / (looked / 2))
  // separators, digits and line ends are in every row, also where all else is Chinese
  if (odd > 0.15 && odd > even * 4) return 'utf-16le'
  return even > 0.15 && even > odd * 4 ? 'utf-16be' : null
}

function decodes(source: Source, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const part of source.parts()) decoder.decode(part, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Bytes above 127 that are looked at: some ten thousand characters say how a file is written. */
const enough = 20_000

/** Two bytes that are a common Chinese character or sign in GB 2312. */
const isCommon = (first: number, second: number): boolean =>
  second >= 0xa1 && second <= 0xfe && ((first >= 0xa1 && first <= 0xa3) || (first >= 0xb0 && first <= 0xd7))

/** How bytes above 127 stand in a text: those of common Chinese characters, and those that stand alone as accented letters do. */
function highBytes(source: Source): { all: number; common: number; alone: number } {
  const count = { all: 0, common: 0, alone: 0 }
  let run: number[] = []
  const ended = (): void => {
    if (run.length === 1) count.alone += 1
    count.all += run.length
    for (let at = 0; at + 1 < run.length; at += 2) if (isCommon(run[at] ?? 0, run[at + 1] ?? 0)) count.common += 2
    run = []
  }
  for (const part of source.parts()) {
    for (const byte of part) {
      if (byte >= 0x80) run.push(byte)
      else if (run.length > 0) ended()
    }
    if (count.all >= enough) break
  }
  ended()
  return count
}

/**
 * In what a text is written, of what Excel and other systems write: UTF-8 or UTF-16, with mark or without, GB 18030 (GBK, GB 2312), or the
 * letters of Western Europe. `unclear`: what is neither mostly common Chinese characters nor mostly single accented letters may be either, or
 * the Chinese of Taiwan (Big5); only its sender knows.
 */
export function writtenIn(source: Source, told?: Encoding): Written {
  const bytes = source.head(2000)
  const clear = (encoding: string, from = 0): Written => ({ encoding, from, unclear: false })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clear('utf-16le', 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clear('utf-16be', 2)
  const wide = unmarkedUtf16(bytes)
  if (wide) return clear(wide)
  if (decodes(source, 'utf-8')) return clear('utf-8')
  if (told) return clear(told)
  const { all, common, alone } = highBytes(source)
  if (common >= all * 0.8 && decodes(source, 'gb18030')) return clear('gb18030')
  if (all > 3 && alone >= all * 0.7 && common < all * 0.1) return clear('windows-1252')
  return { encoding: 'gb18030', from: 0, unclear: true }
}

/** The first bit of a text that reads otherwise in each of them, as each reads it. */
export function readInEach(source: Source): string {
  for (const part of source.parts()) {
    const at = part.findIndex((byte) => byte >= 0x80)
    if (at < 0) continue
    const bit = part.subarray(at, at + 18)
    return encodings.map((encoding) => `${encoding} “${new TextDecoder(encoding).decode(bit).replace(/\s+/g, ' ').trim()}”`).join(' · ')
  }
  return ''
}

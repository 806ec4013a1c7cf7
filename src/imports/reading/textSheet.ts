import { parse } from 'csv-parse/sync'

import type { Sheet } from './sheet'
import { inMemory, type Source } from './source'

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

type Written = { encoding: string; from: number }

function isUtf8(source: Source): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (const part of source.parts()) decoder.decode(part, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** In what a text is written, of what Excel and Chinese systems write: UTF-8 or UTF-16, with mark or without, else GB 18030 (GBK, GB 2312). */
function writtenIn(source: Source): Written {
  const bytes = source.head(2000)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', from: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', from: 2 }
  const wide = unmarkedUtf16(bytes)
  if (wide) return { encoding: wide, from: 0 }
  return { encoding: isUtf8(source) ? 'utf-8' : 'gb18030', from: 0 }
}

/** A text part by part, as often as it is asked for: no more of it is held than is being read. */
export function textOf(source: Source): () => Iterable<string> {
  const { encoding, from } = writtenIn(source)
  return function* () {
    const decoder = new TextDecoder(encoding)
    for (const part of source.parts(from)) yield decoder.decode(part, { stream: true })
    yield decoder.decode()
  }
}

/** The whole of a text that is no file of rows by the million. */
const decode = (bytes: Buffer): string => [...textOf(inMemory(bytes))()].join('')

const separators = [',', ';', '\t', '|']

export function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r?\n|\r/, 1)
  const count = (sign: string): number => head.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** The rows of a separated text; quoted cells may hold separators, doubled quotes and line ends. Row numbers count records. */
export function textSheet(bytes: Buffer): Sheet {
  const text = decode(bytes).replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const records: string[][] = parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const rows = records.map((cells, index) => ({ row: index + 1, hidden: false, cells: cells.map((cell) => ({ text: cell })) }))
  return { rows, hiddenColumns: new Set(), separator, others: [] }
}

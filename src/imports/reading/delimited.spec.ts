import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'

import { recordsIn } from './delimited'

const theirs = (text: string, separator: string): string[][] =>
  parse(text, {
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  })

function* cut(text: string, length: number): Iterable<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}
const ours = (text: string, separator: string, length = text.length || 1): string[][] => [...recordsIn(cut(text, length), separator)]

test.each([
  ['plain', 'a,b\n1,2\n'],
  ['no line end at the end', 'a,b\r\n1,2'],
  ['empty cells and lines', 'a,,\n\n,,\r\n'],
  ['old Macs', 'a,b\r1,2\r'],
  ['mixed line ends', 'a,b\r1,2\n3,4\r\n5,6'],
  ['quotes, doubled quotes, separators and lines within', '"a","b ""c"" d"\n"x\ny","1,5"\r\n"",z'],
  ['a quote within a cell', 'a,5" pipe,b\n1,2,3'],
  ['a word in quotes', '"Big" box,b\n1,2'],
  ['a mark', '\uFEFFa,b\n1,2'],
  ['cells of blanks', ' a , b \n"x" ,y\n'],
])('%s: read as everybody reads it, however it is cut', (_, text) => {
  const wanted = theirs(text, ',')
  for (const length of [1, 2, 3, 7, 1000]) expect(ours(text, ',', length)).toEqual(wanted)
})

/** Numbers that follow from their place alone. */
function* figures(): Generator<number, never> {
  for (let last = 12345; ;) yield (last = (last * 1_103_515_245 + 12_345) % 2_147_483_648)
}

test('six hundred made-up texts', () => {
  const next = figures()
  const of = (count: number): number => Math.floor(next.next().value / 65_536) % count
  const signs = ['a', '客', ' ', '""', ';', ',', '\t', '\n', '\r\n', '1', "'"]
  for (let round = 0; round < 600; round += 1) {
    const separator = [',', ';', '\t', '|'][of(4)] ?? ','
    const cell = (): string => {
      const inside = Array.from({ length: of(6) }, () => signs[of(signs.length)]).join('')
      return of(2) === 0 ? `"${inside}"` : inside.replaceAll('"', '').replaceAll(/[\r\n;,\t]/g, '')
    }
    const text = Array.from({ length: 1 + of(5) }, () => Array.from({ length: 1 + of(4) }, cell).join(separator)).join(
      ['\n', '\r\n', '\r'][of(3)],
    )
    expect([text, ours(text, separator, 1 + of(9))]).toEqual([text, theirs(text, separator)])
  }
})

test('a quote that is never closed is told', () => {
  expect(() => ours('a,"b\n1,2', ',')).toThrow('CSV_QUOTE_NOT_CLOSED')
  expect(() => ours(`"${'x'.repeat(9 << 20)}`, ',', 1 << 20)).toThrow('CSV_MAX_RECORD_SIZE')
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { addedTitles, chosenTitle, type InvoiceTitle, settleTitles, titleData, type TitleData } from './invoiceTitles'

const head = (invoiceTitle: string | null, taxNo: string | null = null): TitleData => ({
  ...{ invoiceTitle, taxNo, invoiceAddress: null, invoicePhone: null, bank: null, bankAccount: null },
})
const row = (title: string, more: InvoiceTitle = {}): InvoiceTitle => ({ title, ...more })
const names = (rows: readonly InvoiceTitle[]) => rows.map(({ title, main }) => `${title ?? ''}${main ? '*' : ''}`)

describe('one default, and the record says the same', () => {
  test.each<
    [string, { rows: InvoiceTitle[]; head: TitleData } | null, { rows: InvoiceTitle[]; head: TitleData }, string[], string | null, string[]]
  >([
    ['no list', null, { rows: [], head: head('甲') }, [], '甲', []],
    ['first of an unmarked list', null, { rows: [row('乙'), row('丙')], head: head(null) }, ['乙*', '丙'], '乙', []],
    ['the marked one', null, { rows: [row('乙'), row('丙', { main: true })], head: head(null) }, ['乙', '丙*'], '丙', []],
    ['the one the record names', null, { rows: [row('乙'), row('丙')], head: head('丙') }, ['乙', '丙*'], '丙', []],
    ['another one beside the list', null, { rows: [row('乙')], head: head('甲') }, ['甲*', '乙'], '甲', []],
    [
      'two marked',
      null,
      { rows: [row('乙', { main: true }), row('丙', { main: true })], head: head(null) },
      ['乙*', '丙*'],
      null,
      ['invoiceTitles.1.main'],
    ],
    [
      'the record is changed',
      { rows: [row('乙', { main: true }), row('丙')], head: head('乙') },
      { rows: [row('乙', { main: true }), row('丙')], head: head('新') },
      ['新*', '丙'],
      '新',
      [],
    ],
    [
      'the list is changed',
      { rows: [row('乙', { main: true })], head: head('乙') },
      { rows: [row('乙'), row('丙', { main: true })], head: head('乙') },
      ['乙', '丙*'],
      '丙',
      [],
    ],
    [
      'both are changed, differently',
      { rows: [row('乙', { main: true })], head: head('乙') },
      { rows: [row('丙', { main: true })], head: head('丁') },
      ['丙*'],
      '丙',
      ['invoiceTitle'],
    ],
    [
      'a first list beside the title of the record',
      { rows: [], head: head('甲') },
      { rows: [row('乙')], head: head('甲') },
      ['甲*', '乙'],
      '甲',
      [],
    ],
    [
      'a first list with a default of its own',
      { rows: [], head: head('甲', 'T') },
      { rows: [row('乙', { main: true })], head: head('甲', 'T') },
      ['甲', '乙*'],
      '乙',
      [],
    ],
    ['the list is emptied', { rows: [row('乙', { main: true })], head: head('乙') }, { rows: [], head: head('乙') }, [], '乙', []],
  ])('%s', (_, stored, given, rows, title, paths) => {
    // prettier-ignore
    const settled = settleTitles({ stored, given })
    expect([names(settled.rows), settled.head.invoiceTitle, settled.findings.map(({ path }) => path)]).toEqual([rows, title, paths])
  })

  test('whatever is entered: refused, or exactly one default that the record repeats; saving it again changes nothing', () => {
    const text = fc.constantFrom('甲', '乙', '丙')
    const rows = fc.array(fc.record({ title: text, taxNo: fc.option(text), main: fc.boolean() }), { maxLength: 4 })
    const kept = fc.record({ rows, head: text.map((title) => head(title)) })
    fc.assert(
      fc.property(fc.option(kept), kept, (stored, given) => {
        const settled = settleTitles({ stored, given })
        if (settled.findings.length > 0 || settled.rows.length === 0) return
        const mains = settled.rows.filter(({ main }) => main)
        if (stored && JSON.stringify(stored.rows) === JSON.stringify(given.rows) && stored.rows.filter(({ main }) => main).length !== 1)
          return
        expect(mains).toHaveLength(1)
        const again = settleTitles({ stored: settled, given: settled })
        expect([names(again.rows), again.head, again.findings]).toEqual([names(settled.rows), settled.head, []])
      }),
    )
  })
})

test('an invoice names a title by its row or by what it says', () => {
  const rows = [row('甲公司', { id: 'r1', taxNo: '1' }), row('乙公司', { id: 'r2' })]
  expect([chosenTitle(rows, 'r2')?.title, chosenTitle(rows, ' 甲公司 ')?.id, chosenTitle(rows, '丙')]).toEqual(['乙公司', 'r1', undefined])
  expect(titleData(row('甲公司', { taxNo: ' 1 ', bank: '' }))).toMatchObject({ invoiceTitle: '甲公司', taxNo: '1', bank: null })
})

test('a record that names only its tax number is made out to its name: a first list keeps that, too', () => {
  const given = { head: head(null, 'T-1'), name: '甲公司' }
  const settled = settleTitles({ stored: { rows: [], head: given.head }, given: { ...given, rows: [row('乙')] } })
  expect([names(settled.rows), settled.head.taxNo]).toEqual([['甲公司*', '乙'], 'T-1'])
  const blank = settleTitles({ stored: null, given: { rows: [row('乙')], head: head(null), name: '甲公司' } })
  expect(names(blank.rows)).toEqual(['乙*'])
})

test('titles of a file: the same words are the same title, none is taken away, one default; the same file again changes nothing', () => {
  const text = fc.constantFrom('甲', '乙', '丙', ' 丁 ')
  const rows = fc.uniqueArray(fc.record({ title: text, taxNo: fc.constantFrom('1', '2'), main: fc.constantFrom(true, false, undefined) }), { selector: ({ title }) => title.trim() }) // prettier-ignore
  fc.assert(
    fc.property(rows, rows, (known, file) => {
      const given = file.map((one, index) => ({
        ...one,
        main: one.main && file.findIndex(({ main }) => main) === index ? true : undefined,
      }))
      const once = addedTitles(known, given)
      expect(once.rows.map(({ title }) => title?.trim())).toEqual([...new Set([...known, ...given].map(({ title }) => title.trim()))])
      if (given.some(({ main }) => main)) expect(once.rows.filter(({ main }) => main)).toHaveLength(1)
      const again = addedTitles(once.rows, given)
      expect([again.added, again.changed, again.rows]).toEqual([0, 0, once.rows])
    }),
  )
})

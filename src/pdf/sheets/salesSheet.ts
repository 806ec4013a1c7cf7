import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { type Freight, freightGross } from '@/src/domain/pricing/freight'
import { amountInWords } from '@/src/domain/text/amountInWords'
import { lineName, type Named, unitIn } from '@/src/domain/words/nameIn'
import { sheetWords } from '@/src/domain/words/sheetWords'

import type { PrintedLine, PrintInput, Sheet, SheetCell, SheetColumn } from '../sheet'
import { amount, codeOf, dayOf, nameFor, nameOf, percent, quantity, unitPrice } from '../shown'

type Contact = { name?: string; phone?: string | null; main?: boolean | null }

const mainContact = (customer: unknown): Contact | undefined => {
  const contacts = (customer as { contacts?: Contact[] } | null)?.contacts ?? []
  return contacts.find(({ main }) => main) ?? contacts[0]
}

/** Head of every sales document: who, when, on what terms. */
export function salesFacts({ doc, language }: Pick<PrintInput, 'doc' | 'language'>): Sheet['facts'] {
  const say = sheetWords[language]
  const contact = mainContact(doc['customer'])
  const facts: Sheet['facts'] = [
    [say.customer, nameOf(doc['customer'])],
    [say.date, dayOf(doc['date'])],
    [say.contact, [contact?.name, contact?.phone].filter(Boolean).join('  ')],
    [say.salesperson, nameOf(doc['salesperson'])],
    [say.address, textOf(doc['deliveryAddress'])],
    [say.terms, nameFor(doc['paymentTerms'], language)],
    [say.currency, textOf(doc['currency'])],
    [say.taxMode, doc['taxMode'] === 'exclusive' ? say.exclusive : say.inclusive],
  ]
  return facts.filter(([, value]) => value !== '')
}

/** To whom an invoice is made out, as the document has it. */
export function titleFacts({ doc, language }: Pick<PrintInput, 'doc' | 'language'>): Sheet['facts'] {
  const say = sheetWords[language]
  const told = (...fields: string[]): string => fields.flatMap((field) => textOf(doc[field]) || []).join('  ')
  const facts: Sheet['facts'] = [
    [say.invoiceTitle, told('invoiceTitle')],
    [say.taxNo, told('taxNo')],
    [say.titleAddress, told('invoiceAddress', 'invoicePhone')],
    [say.titleBank, told('bank', 'bankAccount')],
  ]
  return facts.filter(([, value]) => value !== '')
}

/** Before there is an invoice: said where it will name somebody else than the customer. */
export const chosenTitleFacts = (input: Pick<PrintInput, 'doc' | 'language'>): Sheet['facts'] =>
  textOf(input.doc['invoiceTitle']) === nameOf(input.doc['customer'])
    ? []
    : titleFacts({ ...input, doc: { ...input.doc, invoiceAddress: null, invoicePhone: null, bank: null, bankAccount: null } })

/** Dates of a line: its schedule, each promised date where it differs. */
const datesOf = (line: PrintedLine): string =>
  ((line['schedule'] ?? []) as Array<{ date: string; qty: number; promised?: string | null }>)
    .map(({ date, qty, promised }, _at, all) => {
      const day = dayOf(promised ?? date)
      return all.length > 1 ? `${day} × ${quantity(qty)}` : day
    })
    .join('\n') || dayOf(line['promised'])

type Part = 'picture' | 'due' | 'batch' | 'warehouse' | 'money' | 'breaks'

type Break = { qty: number; price: number }

/** What more of an item costs, the least quantity first. */
const breaksOf = (line: PrintedLine): Break[] =>
  [...((line['breaks'] ?? []) as Break[])].sort((one, other) => Number(one.qty) - Number(other.qty))

/** The lines of a sales document, each with its quantity breaks below it; parts that a kind of sheet does not need are left out. */
export function salesTable({ doc, language, pictures }: PrintInput, parts: readonly Part[]): Sheet['tables'][number] {
  const say = sheetWords[language]
  const has = (part: Part): boolean => parts.includes(part)
  const lines = doc.lines ?? []
  const discounted = lines.some((line) => Number(line['discountRate'] ?? 0) !== 0)
  const parted: Array<
    [SheetColumn, (line: PrintedLine, at: number) => SheetCell, ofBreak?: (step: Break, line: PrintedLine) => string] | null
  > = [
    [{ title: '#', align: 'right' }, (_line, at) => String(at + 1)],
    has('picture') && pictures.size > 0
      ? [{ title: say.picture, width: 50 }, (line) => ({ picture: pictures.get(idOf(line['item']) ?? 0) ?? null })]
      : null,
    [{ title: say.item, noWrap: true }, (line) => codeOf(line['item'])],
    [
      { title: say.name, width: '*' },
      (line) => {
        const item = line['item'] as (Named & { specification?: string | null }) | null
        return {
          text: lineName(textOf(line['description']), item, language),
          sub: [item?.specification, line['remark']].filter(Boolean).map(String).join('  '),
        }
      },
      () => say.breaks,
    ],
    has('due') ? [{ title: say.due }, datesOf] : null,
    has('warehouse') ? [{ title: say.warehouse }, (line) => nameFor(line['warehouse'], language)] : null,
    has('batch') && lines.some((line) => line['batchNo']) ? [{ title: say.batch }, (line) => textOf(line['batchNo'])] : null,
    [{ title: say.qty, align: 'right', noWrap: true }, (line) => quantity(line['qty']), (step) => `≥ ${quantity(step.qty)}`],
    [{ title: say.unit }, (line) => unitIn(textOf(line['unit']), language), (_step, line) => unitIn(textOf(line['unit']), language)],
    has('money')
      ? [{ title: say.price, align: 'right', noWrap: true }, (line) => unitPrice(line['price']), ({ price }) => unitPrice(price)]
      : null,
    has('money') && discounted ? [{ title: say.discount, align: 'right', noWrap: true }, (line) => percent(line['discountRate'])] : null,
    has('money')
      ? [
          { title: say.tax, align: 'right', noWrap: true },
          (line) => (line['taxRate'] === null || line['taxRate'] === undefined ? say.exempt : percent(line['taxRate'])),
        ]
      : null,
    has('money') ? [{ title: say.gross, align: 'right', noWrap: true }, (line) => amount(line['gross'])] : null,
  ]
  const columns = parted.filter((part) => part !== null)
  const rowsOf = (line: PrintedLine, at: number): SheetCell[][] => [
    columns.map(([, cell]) => cell(line, at)),
    ...(has('breaks') ? breaksOf(line) : []).map((step) => columns.map(([, , ofBreak]) => ({ quiet: ofBreak?.(step, line) ?? '' }))),
  ]
  return { columns: columns.map(([column]) => column), rows: lines.flatMap(rowsOf) }
}

/** 大写金额: a Chinese paper about yuan says its amount in words, too. */
function inWords({ doc, language }: Pick<PrintInput, 'doc' | 'language'>): Array<[string, string]> {
  const { grossTotal } = doc
  const said = language === 'zh' && doc['currency'] === 'CNY' && typeof grossTotal === 'number' ? amountInWords(grossTotal) : null
  return said === null ? [] : [[`${sheetWords.zh.gross}（大写）`, said]]
}

export function salesTotals({ doc, language }: Pick<PrintInput, 'doc' | 'language'>): NonNullable<Sheet['totals']> {
  const say = sheetWords[language]
  return [
    ...(Number(doc['headerDiscount'] ?? 0) !== 0 ? [[say.headerDiscount, `−${amount(doc['headerDiscount'])}`] as [string, string]] : []),
    ...(Number(doc['freight'] ?? 0) !== 0 ? [[say.freight, amount(freightGross(doc as Freight).toNumber())] as [string, string]] : []),
    [say.net, amount(doc['netTotal'])],
    [say.taxAmount, amount(doc['taxTotal'])],
    ...inWords({ doc, language }),
    [say.gross, `${textOf(doc['currency'])} ${amount(doc['grossTotal'])}`],
  ]
}

/** A sheet of a sales document with everything but its table, totals and places to sign. */
export const salesSheet = (input: PrintInput, title: { zh: string; en: string }): Omit<Sheet, 'tables'> => ({
  language: input.language,
  company: input.company,
  title: title[input.language],
  no: input.doc.no,
  facts: salesFacts(input),
  ...(textOf(input.doc['remark']) ? { notes: [{ title: sheetWords[input.language].remark, text: textOf(input.doc['remark']) }] } : {}),
})

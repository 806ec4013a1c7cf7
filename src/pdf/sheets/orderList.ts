import type { ListedLine } from '@/src/domain/quotes/listedDifferences'
import { nameIn, unitIn } from '@/src/domain/words/nameIn'
import { pageWords } from '@/src/domain/words/pageWords'
import { sheetWords } from '@/src/domain/words/sheetWords'

import type { Sheet } from '../sheet'
import { amount, dayOf, quantity, unitPrice } from '../shown'

/** What a list and its surroundings say. */
export type ListOnPaper = {
  no: string
  at: string
  quoteNo: string
  orderNo: string
  customer: string
  name: string
  email: string
  remark?: string | null
  currency?: string | null
  netTotal?: number | null
  taxTotal?: number | null
  grossTotal?: number | null
  lines: ListedLine[]
}

/** 客户订购清单, as the customer sent it: his copy, and the house's. */
export function orderListSheet({
  list,
  language,
  company,
}: {
  list: ListOnPaper
  language: Sheet['language']
  company: Sheet['company']
}): Sheet {
  const [say, page] = [sheetWords[language], pageWords]
  return {
    language,
    company,
    title: { zh: '客户订购清单', en: 'Customer order list' }[language],
    no: list.no,
    facts: [
      [say.customer, list.customer],
      [say.date, dayOf(list.at)],
      [page.title[language], list.quoteNo],
      [page.orderNo[language], list.orderNo],
      [say.contact, list.name],
      [{ zh: '邮箱', en: 'E-mail' }[language], list.email],
      [say.currency, list.currency ?? ''],
    ],
    tables: [
      {
        columns: [
          { title: '#', align: 'right' },
          { title: say.item, noWrap: true },
          { title: say.name, width: '*' },
          { title: say.qty, align: 'right' },
          { title: say.unit },
          { title: say.price, align: 'right' },
          { title: page.wished[language] },
          { title: say.gross, align: 'right' },
        ],
        rows: list.lines.map((line, at) => [
          String(at + 1),
          line.code,
          { text: nameIn(line, language), sub: line.specification ?? '' },
          line.qty === null ? page.left[language] : quantity(line.qty),
          unitIn(line.unit, language),
          line.qty === null ? '' : unitPrice(line.price),
          line.date ?? '',
          line.qty === null ? '' : amount(line.gross),
        ]),
      },
    ],
    totals: [
      [say.net, amount(list.netTotal)],
      [say.taxAmount, amount(list.taxTotal)],
      [say.gross, `${list.currency ?? ''} ${amount(list.grossTotal)}`],
    ],
    ...(list.remark ? { notes: [{ title: say.remark, text: list.remark }] } : {}),
  }
}

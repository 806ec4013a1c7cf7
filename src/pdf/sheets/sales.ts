import { textOf } from '@/src/domain/kernel/textOf'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { sheetWords } from '@/src/domain/words/sheetWords'
import { personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'
import { addressOf, livingLink } from '@/src/usecases/quotes/quoteLinks'

import type { Print } from '../sheet'
import { dayOf } from '../shown'
import { orderConfirmation } from './orderConfirmation'
import { chosenTitleFacts, salesSheet, salesTable, salesTotals, titleFacts } from './salesSheet'

/** 报价单, as the customer gets it: prices, terms, validity. */
const quotation: Print = {
  slug: 'quotes',
  name: 'quotation',
  title: sheetKinds.quotation,
  kinds: ['quotation'],
  kind: () => 'quotation',
  mailTo: 'customer',
  pictures: true,
  // the address is a key: it is printed by those who may send the quote, and only while it opens something
  load: async ({ req, doc }) => {
    const maySend = mayUseSheet(personOf(req.user), { slug: 'quotes', name: 'quotation' }, 'mail')
    const link = maySend ? await livingLink(req, doc.id) : null
    return link ? { page: addressOf(req, link) } : {}
  },
  sheet: (input) => {
    const base = salesSheet(input, sheetKinds.quotation)
    const zh = input.language === 'zh'
    const page = textOf(input.related['page'])
    return {
      ...base,
      ...(page ? { page } : {}),
      facts: [
        ...base.facts,
        ...chosenTitleFacts(input),
        [zh ? '有效期至' : 'Valid until', dayOf(input.doc['validUntil'])],
        ...(Number(input.doc['revision'] ?? 1) > 1
          ? [[sheetWords[input.language].revision, textOf(input.doc['revision'])] as [string, string]]
          : []),
      ],
      tables: [salesTable(input, ['picture', 'money', 'breaks'])],
      totals: salesTotals(input),
      signatures: zh ? ['供方', '需方确认'] : ['Seller', 'Accepted by the customer'],
    }
  },
}

/** 送货单: what leaves the house, with picture and batch, and no prices; the customer signs for it. */
const deliveryNote: Print = {
  slug: 'deliveries',
  name: 'note',
  title: sheetKinds.delivery,
  kinds: ['delivery'],
  kind: () => 'delivery',
  mailTo: 'customer',
  pictures: true,
  sheet: (input) => {
    const base = salesSheet(input, sheetKinds.delivery)
    const zh = input.language === 'zh'
    const unpriced = new Set<string>([
      sheetWords.zh.terms,
      sheetWords.en.terms,
      sheetWords.zh.currency,
      sheetWords.en.currency,
      sheetWords.zh.taxMode,
      sheetWords.en.taxMode,
    ])
    return {
      ...base,
      facts: base.facts.filter(([label]) => !unpriced.has(label)),
      tables: [salesTable(input, ['picture', 'warehouse', 'batch'])],
      signatures: zh ? ['制单', '仓库', '司机', '客户签收'] : ['Prepared', 'Warehouse', 'Driver', 'Received by'],
    }
  },
}

/** 销售发票 or 红字发票, with the day it is due. */
const invoice: Print = {
  slug: 'invoices',
  name: 'invoice',
  title: sheetKinds.invoice,
  kinds: ['invoice', 'creditNote'],
  kind: ({ kind }) => (kind === 'creditNote' ? 'creditNote' : 'invoice'),
  mailTo: 'customer',
  sheet: (input) => {
    const base = salesSheet(input, input.doc['kind'] === 'creditNote' ? sheetKinds.creditNote : sheetKinds.invoice)
    const due = dayOf(input.doc['dueDate'])
    const { company } = input
    const bank = textOf(company.bank)
    return {
      ...base,
      facts: [...base.facts, ...titleFacts(input), ...(due ? [[input.language === 'zh' ? '到期日' : 'Due', due] as [string, string]] : [])],
      tables: [salesTable(input, ['money'])],
      totals: salesTotals(input),
      notes: [...(base.notes ?? []), ...(bank ? [{ title: input.language === 'zh' ? '收款账户' : 'Bank account', text: bank }] : [])],
    }
  },
}

/** 退货单, signed when goods come back. */
const returnNote: Print = {
  slug: 'returns',
  name: 'note',
  title: sheetKinds.returned,
  kinds: ['returned'],
  kind: () => 'returned',
  mailTo: 'customer',
  sheet: (input) => {
    const zh = input.language === 'zh'
    return {
      ...salesSheet(input, sheetKinds.returned),
      // whoever takes the goods back prints it too, and reads no prices
      tables: [salesTable(input, 'grossTotal' in input.doc ? ['warehouse', 'batch', 'money'] : ['warehouse', 'batch'])],
      ...('grossTotal' in input.doc ? { totals: salesTotals(input) } : {}),
      signatures: zh ? ['制单', '仓库收货', '检验'] : ['Prepared', 'Received', 'Inspected'],
    }
  },
}

export const salesPrints: readonly Print[] = [quotation, orderConfirmation, deliveryNote, invoice, returnNote]

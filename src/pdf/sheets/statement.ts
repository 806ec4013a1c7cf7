import { customerStatement } from '@/reports/customer-statement/definition'
import { receivablesAgeing } from '@/reports/receivables-ageing/definition'
import { readParams } from '@/reports/kit/params'
import { type ReportAnswer, runReport } from '@/reports/kit/runReport'
import { readOnly } from '@/src/db/readOnly'
import { textOf } from '@/src/domain/kernel/textOf'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { env } from '@/src/env/env'
import { now } from '@/src/engine/clock'

import type { Print, SheetCell } from '../sheet'
import { amount } from '../shown'

const title = sheetKinds.statement

/** 客户对账单: balance before, movements, balance now and how old it is; the customer confirms it. `from` and `to` narrow it. */
export const statement: Print = {
  slug: 'customers',
  name: 'statement',
  title,
  kinds: ['statement'],
  kind: () => 'statement',
  mailTo: 'customer',
  // the person may read this customer, or the print would not have come so far: all of its account may be told
  load: async ({ req, doc, query }) => {
    const today = now(req).date
    const viewer = {
      scope: { kind: 'all' as const },
      seeCost: false,
      seeCreditLimit: false,
      seeMinimumPrice: false,
      seePrices: true,
      warehouses: null,
      roles: ['finance'],
    }
    const language = query.get('language') === 'en' || (!query.get('language') && req.i18n?.language === 'en') ? 'en' : 'zh'
    const to = query.get('to') ?? today
    const ask = (report: typeof customerStatement, given: Record<string, string>) =>
      readOnly({
        payload: req.payload,
        replicaUrls: env.DATABASE_REPLICA_URLS,
        timeZone: env.TZ_BUSINESS,
        work: (reader) => {
          const { params } = readParams({ shape: report.params, given: Object.entries(given), language, today })
          return runReport({ report, params, viewer, reader, language, today })
        },
      })
    const from = query.get('from')
    const movements = await ask(customerStatement, { customer: String(doc.id), to, ...(from ? { from } : {}) })
    return { movements, ageing: await ask(receivablesAgeing, { customer: String(doc.id), asOf: to }), to, from: from ?? '' }
  },
  sheet: ({ doc, language, company, related }) => {
    const zh = language === 'zh'
    const { movements, ageing } = related as { movements: ReportAnswer; ageing: ReportAnswer }
    const rows = movements.rows.map((row): SheetCell[] => [
      ...['date', 'kind', 'no', 'due'].map((key) => textOf(row[key])),
      ...['debit', 'credit', 'balance'].map((key) => amount(row[key])),
    ])
    const balance = movements.rows.at(-1)?.['balance'] ?? 0
    const aged = ageing.columns.filter(({ key }) => ['notDue', 'd1', 'd2', 'd3', 'd4', 'd5', 'onAccount', 'total'].includes(key))
    const right = (heading: string) => ({ title: heading, align: 'right' as const })
    return {
      language,
      company,
      title: title[language],
      no: textOf(doc['code']),
      facts: [
        [zh ? '客户' : 'Customer', textOf(doc['name'])],
        [zh ? '截至' : 'As of', textOf(related['to'])],
        ...(related['from'] ? [[zh ? '自' : 'From', textOf(related['from'])] as [string, string]] : []),
      ],
      tables: [
        {
          columns: [
            { title: zh ? '日期' : 'Date' },
            { title: zh ? '摘要' : 'Kind' },
            { title: zh ? '单据' : 'Document', width: '*' },
            { title: zh ? '到期日' : 'Due' },
            right(zh ? '应收' : 'Charged'),
            right(zh ? '已收与冲减' : 'Paid or credited'),
            right(zh ? '余额' : 'Balance'),
          ],
          rows,
          empty: zh ? '期间内没有往来' : 'Nothing moved',
        },
        {
          title: zh ? '账龄' : 'Ageing',
          columns: aged.map((column) => ({ ...right(column.title), width: '*' as const })),
          rows: [aged.map(({ key }) => amount(ageing.totals[key] ?? 0))],
        },
      ],
      totals: [[zh ? '应收余额' : 'Balance', amount(balance)]],
      notes: [
        {
          title: zh ? '说明' : 'Note',
          text: zh ? '如与贵司账目不符，请于收到后七日内告知。' : 'Please tell us within seven days if this differs from your books.',
        },
      ],
      signatures: zh ? ['供方', '客户确认'] : ['Seller', 'Confirmed by the customer'],
    }
  },
}

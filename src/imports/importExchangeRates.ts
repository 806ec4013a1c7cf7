import { APIError, type PayloadRequest } from 'payload'

import { inOneTransaction } from '@/src/engine/transaction'

import { readCells, toldByRow } from './cells'
import type { ImportKind, ImportResult } from './kinds'

const headings = {
  ...{ currency: 'currency', 币种: 'currency' },
  ...{ date: 'date', from: 'date', 日期: 'date', 生效日期: 'date' },
  ...{ rate: 'rate', 'exchange rate': 'rate', 汇率: 'rate' },
  ...{ remark: 'remark', 备注: 'remark' },
} as const

type Rate = { currency: string; date: string; rate: number; remark: string | null }

async function writeRate(req: PayloadRequest, data: Rate, dryRun: boolean): Promise<'created' | 'updated'> {
  let outcome: 'created' | 'updated' = 'created'
  req.context = {}
  delete req.transactionID
  await inOneTransaction({
    req,
    path: 'import exchange-rates',
    body: null,
    dryRun,
    work: async () => {
      const { docs } = await req.payload.find({
        collection: 'exchange-rates',
        where: { and: [{ currency: { equals: data.currency } }, { date: { equals: data.date } }] },
        limit: 1,
        depth: 0,
        overrideAccess: false,
        req,
      })
      const [known] = docs
      const common = { collection: 'exchange-rates', data, depth: 0, overrideAccess: false, req } as const
      if (known) await req.payload.update({ ...common, id: known.id })
      else await req.payload.create(common)
      outcome = known ? 'updated' : 'created'
      return { status: 200, body: null }
    },
  })
  return outcome
}

/** 汇率: one row, one rate; a row of a currency and day that has one already changes it. Documents keep the rate they were made with. */
export const importExchangeRates: ImportKind = {
  kind: 'exchange-rates',
  headings,
  required: ['currency', 'date', 'rate'],
  figures: ['rate'],
  rates: [],
  roles: ['finance', 'generalManager', 'admin'],
  run: async ({ req, table, dryRun }) => {
    const result: ImportResult = { created: 0, updated: 0, errors: [] }
    for (const row of table.rows) {
      const { errors, wrong, text, figure, day } = readCells(req, row, table)
      const [date, rate] = [day('date'), figure('rate')]
      if (text('currency') === '') wrong('currency', '不能为空', 'Required')
      if (text('date') === '') wrong('date', '不能为空', 'Required')
      if (text('rate') === '') wrong('rate', '不能为空', 'Required')
      if (errors.length > 0 || date === null || rate === null) {
        result.errors.push(...errors)
        continue
      }
      try {
        result[await writeRate(req, { currency: text('currency').toUpperCase(), date, rate, remark: text('remark') || null }, dryRun)] += 1
      } catch (error) {
        if (!(error instanceof APIError) || error.status >= 500) throw error
        result.errors.push(...toldByRow(error, [row]))
      }
    }
    return result
  },
}

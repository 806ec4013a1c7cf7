import type { CollectionBeforeValidateHook } from 'payload'

import { asksForOne } from '@/src/engine/askedForAll'
import { refuseIfAny } from '@/src/engine/refusal'

import { alreadyThere } from './alreadyThere'

const currencyOf = (data: { currency?: unknown }, stored?: { currency?: unknown }): string =>
  String(data.currency ?? stored?.currency ?? '').toUpperCase()

/** The base currency is always 1 and has no rate. */
export const refuseBaseRate: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const currency = currencyOf(data, originalDoc)
  const company = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  if (currency !== '' && currency === (company.baseCurrency ?? 'CNY'))
    refuseIfAny(req, [
      {
        code: 'INVALID_INPUT',
        path: 'currency',
        facts: { field: 'currency', value: currency },
        text: { zh: `${currency} 是本位币，汇率恒为 1`, en: `${currency} is the base currency: its rate is always 1` },
      },
    ])
  return data
}

/** One rate per currency and day. */
export const refuseSecondRate = asksForOne<CollectionBeforeValidateHook>('rates', async ({ data, originalDoc, req }) => {
  if (!data) return data
  const currency = currencyOf(data, originalDoc)
  const date = String(data.date ?? originalDoc?.date ?? '').slice(0, 10)
  const where = { currency: { equals: currency }, date: { equals: date } }
  if (await alreadyThere({ req, collection: 'exchange-rates', where, except: originalDoc?.id }))
    refuseIfAny(req, [
      {
        code: 'DUPLICATE',
        path: 'date',
        facts: { field: 'date', value: `${currency} ${date}` },
        text: { zh: `${currency} 在 ${date} 已有汇率`, en: `${currency} has a rate from ${date} already` },
      },
    ])
  return data
})

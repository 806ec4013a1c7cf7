import type { SalesHeader } from '@/src/domain/orders/order'

import type { AnyDocument } from '@/src/engine/document'

/** What later documents take from the one they come from, never from the masters as they are by then. */
const carried = [
  'customer',
  'billTo',
  'salesperson',
  'department',
  'currency',
  'exchangeRate',
  'rateTyped',
  'taxMode',
  'invoiceTitle',
  'taxNo',
  'bank',
  'bankAccount',
  'invoiceAddress',
  'invoicePhone',
  'region',
  'channel',
] as const

export const carriedHeader = (from: SalesHeader & Partial<AnyDocument>): Pick<SalesHeader, (typeof carried)[number]> =>
  Object.fromEntries(carried.map((field) => [field, from[field] ?? null])) as Pick<SalesHeader, (typeof carried)[number]>

/** What documents must have in common to be processed together: who buys, who pays, in which currency, at which rate, in which tax mode. */
export const commonHeader = ['customer', 'billTo', 'currency', 'exchangeRate', 'taxMode'] as const

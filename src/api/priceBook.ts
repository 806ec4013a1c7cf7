import { type Endpoint } from 'payload'

import { noted } from '@/src/domain/control/noted'
import { inTransaction } from '@/src/db/transaction'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { isLanguage } from '@/src/domain/words/words'
import { writeAudit } from '@/src/engine/audit'
import { languageOf, refuse } from '@/src/engine/refusal'
import { priceBook as bookOf } from '@/src/questions/pricing/priceBook'
import { now } from '@/src/engine/clock'

import { writePriceBook } from '@/src/imports/priceBook/writePriceBook'
import { numberIn, requirePrices } from './whoAsks'
import { notFound } from './notFound'

/** `GET /api/price-book?customer&date&currency`: what a customer pays for everything, as Excel, for those who may see him. */
const download: Endpoint['handler'] = async (req) => {
  requirePrices(req)
  const query = new URL(req.url ?? '', 'http://local').searchParams
  const id = numberIn(req, 'customer')
  const date = query.get('date') || now(req).date
  const currency = query.get('currency')?.toUpperCase() || null
  if (id === null)
    throw refuse(req, { code: 'INVALID_INPUT', path: 'customer', facts: { field: 'customer', value: null, accepted: 'id of a customer' } })
  if (!isBusinessDate(date))
    refuse(req, { code: 'INVALID_INPUT', path: 'date', facts: { field: 'date', value: date, accepted: 'YYYY-MM-DD' } })
  const customer = await req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: false, disableErrors: true, req })
  const book = customer ? await inTransaction(req, () => bookOf(req, { customer: id, date, currency })) : null
  if (!book) throw notFound()
  const asked = query.get('language')
  const file = await writePriceBook(book, isLanguage(asked) ? asked : languageOf(req))
  await writeAudit(req, {
    slug: 'customers',
    documentId: id,
    no: book.customer.code,
    verb: 'export',
    changes: [noted('price-book', { zh: '价格本，日期', en: 'Price book as of' }, date)],
  })
  const name = `price-book-${book.customer.code}-${date}.xlsx`
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  })
}

export const priceBook: Endpoint = { path: '/price-book', method: 'get', handler: download }

import type { Endpoint, PayloadRequest } from 'payload'

import { writeAudit } from '@/src/engine/audit'
import { pageWords } from '@/src/domain/words/pageWords'
import { orderListPdf } from '@/src/pdf/orderListPdf'
import { picturesById } from '@/src/pdf/readPictures'

import { closedOf, listedOf } from './closed'
import { confirm } from './confirm'
import { atDoor, noLink } from './door'
import { contactOf, headers, pageOf } from './frame'
import { offered } from './offered'
import { offerPage } from './offerPage'
import { orderNoOf } from './orderNo'

/** Whoever opens a link, or takes its paper away, is written down; people of the house who try it are not. */
const noteOpened = async (req: PayloadRequest, door: { isHouse: boolean }, quote: { id: number; no: string | null }): Promise<void> => {
  if (!door.isHouse) await writeAudit(req, { slug: 'quotes', documentId: quote.id, no: quote.no, verb: 'opened' })
}

/** `GET /q/<token>`: the quote, what was ordered of it, or why there is nothing to order. Whoever opens it is written down. */
async function look(req: PayloadRequest): Promise<Response> {
  const door = await atDoor(req, 'look')
  if (door instanceof Response) return door
  const { link, address } = door
  if (!link) return noLink(req, door)
  const quote = await offered(req, link)
  await noteOpened(req, door, quote)
  const language = door.asked ?? quote.language ?? door.spoken
  if (quote.state === 'open') return offerPage({ req, quote, language, address })
  const contact = await contactOf(req)
  if (quote.state === 'listed' && quote.list) {
    const body = listedOf({ list: quote.list, orderNo: await orderNoOf(req, quote.list), language, address })
    return pageOf({ language, contact, title: pageWords.received[language], address, body })
  }
  const { title, body } = closedOf(quote.state === 'listed' ? 'withdrawn' : quote.state, quote, language)
  return pageOf({ language, contact, title, address, body, status: 410 })
}

/** `GET /q/<token>/pictures/<line>`: the picture of a line of this quote; of nothing else. */
async function picture(req: PayloadRequest): Promise<Response> {
  const door = await atDoor(req, 'look')
  if (door instanceof Response) return door
  const quote = door.link && (await offered(req, door.link))
  const line = quote?.lines.find(({ id }) => id === req.routeParams?.['line'])
  const id = quote?.state === 'open' ? (line?.picture ?? null) : null
  const file = id === null ? undefined : (await picturesById({ req, ids: [id], pixels: 288, overrideAccess: true })).get(id)
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(new Uint8Array(file), {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=3600' },
  })
}

/** `GET /q/<token>/pdf`: the customer's copy of what he has ordered. */
async function copy(req: PayloadRequest): Promise<Response> {
  const door = await atDoor(req, 'look')
  if (door instanceof Response) return door
  const quote = door.link && (await offered(req, door.link))
  if (!quote?.list) return noLink(req, door)
  await noteOpened(req, door, quote)
  const { pdf, fileName } = await orderListPdf({ req, list: quote.list, language: door.asked ?? quote.list.language ?? 'zh' })
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${fileName}"` },
  })
}

/** The customer's page of a quote, for whoever holds its link. The front door gives it its address, `/q/<token>`. */
export const quotePage: Endpoint[] = [
  { path: '/public/quotes/:token', method: 'get', handler: look },
  { path: '/public/quotes/:token/pictures/:line', method: 'get', handler: picture },
  { path: '/public/quotes/:token/pdf', method: 'get', handler: copy },
  { path: '/public/quotes/:token/confirm', method: 'post', handler: confirm, custom: { readsBody: true } },
]

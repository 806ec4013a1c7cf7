import type { PayloadRequest } from 'payload'

import { countTry } from '@/src/db/tries'
import { pageWords } from '@/src/domain/words/pageWords'
import { isLanguage, type Language } from '@/src/domain/words/words'
import { env } from '@/src/env/env'
import { openedBy, type QuoteLink } from '@/src/usecases/quotes/quoteLinks'

import { closedOf } from './closed'
import { contactOf, headers, pageOf } from './frame'
import { html } from './html'

/** Where somebody stands who holds, or says he holds, a link. */
export type AtDoor = {
  token: string
  link: QuoteLink | null
  address: string
  /** The language asked for; absent: the customer's. */
  asked: Language | null
  /** What a browser says its reader reads, for whoever is nobody's customer. */
  spoken: Language
  /** One of the house looks at its own page: that is no opening by the customer. */
  isHouse: boolean
}

const spokenBy = (req: PayloadRequest): Language => (/^\s*zh\b/i.test(req.headers.get('accept-language') ?? 'zh') ? 'zh' : 'en')

/** Seconds to wait for whoever asks more often than a person does; counted by address for all servers together. */
async function waitOf(req: PayloadRequest, kind: 'look' | 'send'): Promise<number> {
  const perMinute = env.PUBLIC_RATE_LIMIT
  if (perMinute === 0) return 0
  const of = req.headers.get('x-client-address') ?? ''
  const most = kind === 'look' ? perMinute : Math.max(1, Math.floor(perMinute / 8))
  return countTry({ payload: req.payload, limit: { name: `customer-page-${kind}`, most, seconds: 60 }, of })
}

/**
 * The door of the customer's page. Whoever comes is nobody here, whatever session his browser carries; an unknown, a made-up, an expired
 * and a revoked link are looked up alike and answered alike.
 */
export async function atDoor(req: PayloadRequest, kind: 'look' | 'send'): Promise<AtDoor | Response> {
  const isHouse = req.user !== null
  req.user = null
  const asked = new URL(req.url ?? '', 'http://local').searchParams.get('language')
  const spoken = spokenBy(req)
  const token = String(req.routeParams?.['token'] ?? '').slice(0, 500)
  const door = { token, address: `/q/${encodeURIComponent(token)}`, asked: isLanguage(asked) ? asked : null, spoken, isHouse }
  const wait = await waitOf(req, kind)
  if (wait > 0) return busy(req, door.asked ?? spoken, wait)
  return { ...door, link: await openedBy(req, token) }
}

async function busy(req: PayloadRequest, language: Language, wait: number): Promise<Response> {
  const text = pageWords.busy[language]
  if (wantsJson(req))
    return Response.json(
      { errors: [{ name: 'TooManyRequests', message: text }] },
      { status: 429, headers: { ...headers, 'Retry-After': String(wait) } },
    )
  const contact = await contactOf(req)
  const page = pageOf({ language, contact, title: contact.name[language], address: null, body: html`<h1>${text}</h1>`, status: 429 })
  page.headers.set('Retry-After', String(wait))
  return page
}

export const wantsJson = (req: PayloadRequest): boolean =>
  (req.headers.get('content-type') ?? '').toLowerCase().startsWith('application/json')

/** What anybody is told whose link opens nothing: how to reach the house. */
export async function noLink(req: PayloadRequest, { asked, spoken }: Pick<AtDoor, 'asked' | 'spoken'>): Promise<Response> {
  const language = asked ?? spoken
  const { title, body } = closedOf('gone', null, language)
  if (wantsJson(req)) return Response.json({ errors: [{ name: 'NotFound', message: title }] }, { status: 404, headers })
  return pageOf({ language, contact: await contactOf(req), title, address: null, body, status: 404 })
}

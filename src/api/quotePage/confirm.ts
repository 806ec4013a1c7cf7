import { APIError, type PayloadRequest } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import type { Finding } from '@/src/domain/kernel/decision'
import type { WishProblem } from '@/src/domain/quotes/judgeWish'
import { pageWords, problemText } from '@/src/domain/words/pageWords'
import { isLanguage, type Language } from '@/src/domain/words/words'
import { inOneTransaction } from '@/src/engine/transaction'
import { type Confirmed, confirmByCustomer } from '@/src/usecases/quotes/confirmByCustomer'
import type { CustomersQuote } from '@/src/usecases/quotes/offeredQuote'
import type { QuoteLink } from '@/src/usecases/quotes/quoteLinks'

import { auditBeside, codesOf } from '../recordRefusals'
import { closedOf } from './closed'
import { atDoor, noLink, wantsJson } from './door'
import { contactOf, headers, pageOf } from './frame'
import { html } from './html'
import { offered } from './offered'
import { offerPage } from './offerPage'
import { orderNoOf } from './orderNo'
import { readWish, type Sent } from './readWish'

const json = (body: unknown, status: number): Response => Response.json(body, { status, headers })

const pathOf = ({ field, index }: WishProblem): string => (index === undefined || field === 'lines' ? field : `lines.${index}.${field}`)

/** Everything wrong at once, each with its field, in the reader's language. */
function refused(problems: readonly WishProblem[], language: Language): Response {
  const errors = problems.map((problem): Finding => {
    const { field, limit } = problem
    return {
      code: 'INVALID_INPUT',
      severity: 'error',
      path: pathOf(problem),
      message: problemText(problem, language),
      facts: { field, ...(limit === undefined ? {} : { limit }) },
    }
  })
  return json({ errors: [{ name: 'APIError', message: errors.map(({ message }) => message).join(' '), data: { errors } }] }, 400)
}

const closedCode = { expired: 'QUOTE_EXPIRED', superseded: 'QUOTE_SUPERSEDED', ordered: 'NOTHING_OPEN', lost: 'ILLEGAL_STEP', withdrawn: 'ILLEGAL_STEP' } as const // prettier-ignore

/** The same as JSON: what the offer has become, with nothing the holder of the link does not know. */
function over({ state, quote }: Extract<Confirmed, { kind: 'closed' }>, language: Language): Response {
  const { title } = closedOf(state, quote, language)
  const code = closedCode[state]
  const finding = { code, severity: 'error', message: title, facts: { quote: quote.no, validUntil: quote.validUntil } }
  return json({ errors: [{ name: 'APIError', message: title, data: { errors: [finding] } }] }, code === 'ILLEGAL_STEP' ? 409 : 400)
}

type Asked = { req: PayloadRequest; link: QuoteLink; sent: Sent; language: Language }

/** One transaction, retried when it was chosen as a victim; the list goes to the customer by a job of the same transaction. */
async function confirmed({ req, link, sent, language }: Asked): Promise<Confirmed> {
  const { body } = await inOneTransaction({
    req,
    path: `POST /public/quotes/${link.id}/confirm`,
    body: sent.wish,
    dryRun: sent.isPreview,
    work: async () => {
      const outcome = await confirmByCustomer({ req, link, wish: sent.wish, language, isTrial: sent.isForm && sent.isPreview })
      if (outcome.kind === 'listed' && outcome.isNew)
        await enqueue({ req, task: 'mailOrderList', payload: { list: outcome.list.id }, key: `mail-order-list-${outcome.list.id}` })
      return { status: 200, body: outcome }
    },
  })
  return body as Confirmed
}

/** A rule of the house stood in the way (a frozen customer, a price unknown): he is told that, and not which; the house finds it on record. */
async function notTaken({ req, link, sent, language }: Asked, error: APIError, quote: CustomersQuote): Promise<Response> {
  await auditBeside(req, {
    slug: 'quotes',
    documentId: link.quote,
    verb: 'refused',
    reason: codesOf(error),
    changes: [{ path: 'customer-page', before: null, after: codesOf(error) }],
  })
  const text = pageWords.notTaken[language]
  if (!sent.isForm) return json({ errors: [{ name: 'APIError', message: text, data: { errors: [] } }] }, 409)
  return pageOf({
    language,
    contact: await contactOf(req),
    title: quote.no,
    address: null,
    body: html`<h1>${quote.no}</h1>
      <p>${text}</p>`,
    status: 409,
  })
}

async function answer(asked: Asked, outcome: Confirmed, address: string): Promise<Response> {
  const { req, sent, language } = asked
  if (outcome.kind === 'gone') return noLink(req, { asked: language, spoken: language })
  if (outcome.kind === 'listed' && !sent.isForm) {
    const { netTotal, taxTotal, grossTotal, currency, no } = outcome.list
    const order = { no: sent.isPreview && outcome.isNew ? null : await orderNoOf(req, outcome.list) }
    return json({ order, list: { no: sent.isPreview && outcome.isNew ? null : no }, currency, netTotal, taxTotal, grossTotal }, 200)
  }
  if (outcome.kind === 'listed' && !(sent.isPreview && outcome.isNew))
    return new Response(null, { status: 303, headers: { ...headers, Location: `${address}?language=${language}` } })
  if (!sent.isForm)
    return outcome.kind === 'wrong'
      ? refused(outcome.problems, language)
      : over(outcome as Extract<Confirmed, { kind: 'closed' }>, language)
  if (outcome.kind === 'closed') {
    const { title, body } = closedOf(outcome.state, outcome.quote, language)
    return pageOf({ language, contact: await contactOf(req), title, address, body, status: 410 })
  }
  const quote = outcome.kind === 'wrong' ? outcome.quote : await offered(req, asked.link)
  const totals = outcome.kind === 'listed' ? outcome.list : null
  const preview = totals && { netTotal: totals.netTotal ?? 0, taxTotal: totals.taxTotal ?? 0, grossTotal: totals.grossTotal ?? 0 }
  const problems = outcome.kind === 'wrong' ? outcome.problems : []
  return offerPage({ req, quote, language, address, sent: { wish: sent.wish, problems, preview }, status: problems.length > 0 ? 400 : 200 })
}

/** `POST /api/public/quotes/<token>/confirm`, as the page's form or as JSON. Only this confirms; looking at the page never does. */
export async function confirm(req: PayloadRequest): Promise<Response> {
  const door = await atDoor(req, 'send')
  if (door instanceof Response) return door
  const sent = readWish(req.headers.get('content-type') ?? '', (await req.text?.()) ?? '')
  if (!door.link) return noLink(req, door)
  const { link, address } = door
  const quote = await offered(req, link)
  const wanted = sent && isLanguage(sent.language) ? sent.language : door.asked
  const language = wanted ?? quote.language ?? door.spoken
  if (!sent) {
    const text = pageWords.unread[language]
    if (wantsJson(req)) return json({ errors: [{ name: 'APIError', message: text, data: { errors: [{ code: 'INVALID_INPUT', severity: 'error', path: 'body', message: text, facts: { field: 'body' } }] } }] }, 400) // prettier-ignore
    return pageOf({ language, contact: await contactOf(req), title: quote.no, address, body: html`<h1>${text}</h1>`, status: 400 })
  }
  const asked = { req, link, sent, language }
  try {
    return await answer(asked, await confirmed(asked), address)
  } catch (error) {
    if (!(error instanceof APIError) || error.status >= 500 || error.status === 429) throw error
    return notTaken(asked, error, quote)
  }
}

import type { PayloadRequest } from 'payload'

import { htmlOf } from '@/src/domain/text/writeRichText'
import { pageWords } from '@/src/domain/words/pageWords'
import type { Language } from '@/src/domain/words/words'
import { now } from '@/src/engine/clock'
import type { CustomersQuote } from '@/src/usecases/quotes/offeredQuote'

import { contactOf, pageOf } from './frame'
import { offerOf } from './offer'

type Shown = {
  req: PayloadRequest
  quote: CustomersQuote
  language: Language
  address: string
  sent?: Parameters<typeof offerOf>[0]['sent']
  status?: number
}

/** The page with an offer that can be ordered. */
export async function offerPage({ req, quote, language, address, sent, status = 200 }: Shown): Promise<Response> {
  const terms = htmlOf(quote.conditions[language])
  const body = offerOf({ quote, language, address, today: now(req).date, terms, ...(sent ? { sent } : {}) })
  const title = `${pageWords.title[language]} ${quote.no}`
  return pageOf({ language, contact: await contactOf(req), title, address, body, status })
}

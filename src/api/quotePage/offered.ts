import type { PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { type CustomersQuote, offeredQuote } from '@/src/usecases/quotes/offeredQuote'
import type { QuoteLink } from '@/src/usecases/quotes/quoteLinks'

/** The offer behind a link as of one moment, for looking at. */
export const offered = (req: PayloadRequest, link: QuoteLink): Promise<CustomersQuote> => inTransaction(req, () => offeredQuote(req, link))

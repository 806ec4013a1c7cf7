import type { QuoteStatus } from './quoteSteps'
import type { SalesHeader, SalesLine } from '../orders/order'

export type { QuoteStatus }

export type QuoteLine = SalesLine & { breaks?: Array<{ qty: number; price: number }> | null }

export type Quote = Omit<SalesHeader, 'opening'> & { status: QuoteStatus; validUntil: string; lines: QuoteLine[] }

import type { QuoteStatus } from './quoteSteps'
import type { SalesHeader, SalesLine, Titled } from '../orders/order'
import type { Freight } from '../pricing/freight'

export type { QuoteStatus }

export type QuoteLine = SalesLine & { breaks?: Array<{ qty: number; price: number }> | null }

export type Quote = Omit<SalesHeader, 'opening'> & Titled & Freight & { status: QuoteStatus; validUntil: string; lines: QuoteLine[] }

import type { SalesHeader, SalesLine } from '../orders/order'

export type QuoteStatus = 'draft' | 'submitted' | 'approved' | 'sent' | 'confirmed' | 'partlyOrdered' | 'ordered' | 'lost' | 'expired' | 'superseded'

export type QuoteLine = SalesLine & { breaks?: Array<{ qty: number; price: number }> | null }

export type Quote = SalesHeader & { status: QuoteStatus; validUntil: string; lines: QuoteLine[] }

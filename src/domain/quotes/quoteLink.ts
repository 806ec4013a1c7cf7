import { type BusinessDate, compareDates, daysBetween } from '../kernel/businessDate'
import { instantAfter } from '../kernel/instant'
import type { QuoteStatus } from './quoteSteps'

/** A link outlives the offer by so many days: whoever comes late is told so in words, and who has ordered finds his list. */
const LATE = 30

/** When a link made now ends: thirty days after the last day of the offer, or from now where that has passed. */
export const linkEndsAt = ({ now, today, validUntil }: { now: string; today: BusinessDate; validUntil: BusinessDate }): string =>
  instantAfter(now, LATE + Math.max(0, daysAhead(today, validUntil)))

const daysAhead = (today: BusinessDate, until: BusinessDate): number => (compareDates(until, today) <= 0 ? 0 : daysBetween(today, until))

/** What whoever holds a living link is shown. */
export const pageStates = ['open', 'listed', 'ordered', 'expired', 'superseded', 'lost', 'withdrawn'] as const
export type PageState = (typeof pageStates)[number]

type Facts = {
  status: QuoteStatus
  current: boolean
  /** by the house's rule about expired quotes */
  expired: boolean
  /** an order list has come through this link */
  listed: boolean
  /** some of it can still be ordered */
  open: boolean
}

/** Offers are those that stand with the customer; what was sent through the link is shown whatever became of the quote since. */
export function pageState({ status, current, expired, listed, open }: Facts): PageState {
  if (listed) return 'listed'
  if (status === 'superseded' || (!current && status !== 'lost' && status !== 'cancelled')) return 'superseded'
  if (status === 'lost') return 'lost'
  if (status === 'ordered') return 'ordered'
  if (!['sent', 'confirmed', 'partlyOrdered', 'expired', 'approved'].includes(status)) return 'withdrawn'
  if (expired) return 'expired'
  return open ? 'open' : 'ordered'
}

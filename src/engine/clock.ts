import type { PayloadRequest } from 'payload'

import { businessDateOf } from '@/src/domain/kernel/instant'

import { workOf } from './operation'

export type Moment = { instant: string; date: string }

/** Everything this request does happened at that moment (ISO instant): for stories, which tell of weeks in one go. */
export function tellAsOf(req: PayloadRequest, instant: string): void {
  workOf(req).toldAt = instant
}

/** This instant, or the one the request tells of, and the business day it falls on in the house's time zone. */
export function now(req: Pick<PayloadRequest, 'context'>): Moment {
  const instant = workOf(req).toldAt ?? new Date().toISOString()
  return { instant, date: businessDateOf({ instant, timeZone: process.env['TZ_BUSINESS'] || 'Asia/Shanghai' }) }
}

import type { PayloadRequest } from 'payload'

import { businessDateOf } from '@/src/domain/kernel/businessDate'

/** Where a story that is told afterwards keeps the moment it happened; no request from outside can write it. */
const moment = 'toldMoment'

/** Everything this request does happened at that moment (ISO instant): for stories, which tell of weeks in one go. */
export function tellAsOf(req: PayloadRequest, instant: string): void {
  req.context[moment] = instant
}

/** This instant, or the one the request tells of, and the business day it falls on in the house's time zone. */
export const now = (req?: Pick<PayloadRequest, 'context'>): { instant: string; date: string } => {
  const told = req?.context?.[moment]
  const instant = typeof told === 'string' ? told : new Date().toISOString()
  return { instant, date: businessDateOf({ instant, timeZone: process.env['TZ_BUSINESS'] || 'Asia/Shanghai' }) }
}

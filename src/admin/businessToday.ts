import type { BusinessDate } from '@/src/domain/kernel/businessDate'
import { businessDateOf } from '@/src/domain/kernel/instant'

/** The business's day as a page is made on the server; a browser is told it, since its own clock may stand elsewhere. */
export const businessToday = (): BusinessDate =>
  businessDateOf({ instant: new Date().toISOString(), timeZone: process.env.TZ_BUSINESS || 'Asia/Shanghai' })

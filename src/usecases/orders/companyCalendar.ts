import chineseDays from 'chinese-days'
import type { PayloadRequest } from 'payload'

import type { WorkCalendar } from '@/src/domain/orders/reviewDeadline'
import { addDays, businessDate, weekdayOf } from '@/src/domain/kernel/businessDate'

type Stored = {
  workDays?: string[] | null
  from?: string | null
  to?: string | null
  holidays?: Array<{ date: string; working?: boolean | null }> | null
}

/** How far ahead public holidays are looked up: deadlines lie days away, not months. */
const lookAhead = 400

/** Days on which China works differently from the week: holidays and the weekends worked for them, as published. */
function publicDays(from: string): Map<string, boolean> {
  const days = new Map<string, boolean>()
  let day = businessDate(from)
  for (let n = 0; n < lookAhead; n += 1) {
    const worked = chineseDays.isWorkday(day)
    if (worked !== weekdayOf(day) <= 5) days.set(day, worked)
    day = addDays(day, 1)
  }
  return days
}

/** The calendar of the company: its week and hours, Chinese public holidays, and what the company says otherwise day by day. */
export async function companyCalendar({ req, from }: { req: PayloadRequest; from: string }): Promise<WorkCalendar> {
  const { calendar } = (await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })) as {
    calendar?: Stored | null
  }
  const special = publicDays(from)
  for (const { date, working } of calendar?.holidays ?? []) special.set(date.slice(0, 10), Boolean(working))
  const workDays = (calendar?.workDays ?? []).map(Number)
  return { ...(workDays.length > 0 ? { workDays } : {}), from: calendar?.from ?? null, to: calendar?.to ?? null, special }
}

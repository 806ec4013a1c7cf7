import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { CreditObjectKind } from '../kernel/contributions'

/** One alarm of a document on one credit object; figures as JSON numbers, gross, base currency. */
export type CreditAlarm = {
  kind: 'limit' | 'period'
  object: { kind: CreditObjectKind; id: number; name: string }
  /** By how much the limit is exceeded; of a period alarm the document's own amount, which is what more is lent to somebody late. */
  excess: number
  limit?: number | null
  exposureAfter?: number
  buckets?: { orders: number; deliveries: number; unauditedInvoices: number; receivable: number }
  /** Of a period alarm: the oldest open invoice and its age. */
  document?: string
  daysOpen?: number
}

/** An alarm in a release: who released it, and up to which excess that person may. */
export type ReleasedAlarm = CreditAlarm & {
  releasedBy?: { id: number; name: string } | null
  releasedAt?: string | null
  quota?: number | null
  comment?: string | null
}

export type Release = {
  id: number
  status: string
  amount: Numeric
  version: number
  expiresAt: string | null
  alarms: readonly ReleasedAlarm[]
  /** What it has to cover now: the document's own amount, or what its order would then have delivered or billed. */
  amountNow: Numeric
}

const sameAlarm = (a: CreditAlarm) => (b: CreditAlarm) =>
  a.kind === b.kind && a.object.kind === b.object.kind && a.object.id === b.object.id

/**
 * Whether an alarm is released: by a living release of the document itself at its amount or above, or of the order it comes from as
 * far as that order's released amount goes. The excess may have grown meanwhile up to the quota of whoever released it, not further:
 * released by a quota of 500 at an excess of 200, an excess of 500 still passes and 500.01 asks again.
 */
export function isReleased({
  alarm,
  releases,
  now,
}: {
  alarm: CreditAlarm
  releases: readonly Release[]
  /** instant */
  now: string
}): boolean {
  return releases.some((release) => {
    if (d(release.amountNow).gt(d(release.amount)) || (release.expiresAt !== null && release.expiresAt <= now)) return false
    const given = release.alarms.find(sameAlarm(alarm))
    if (!given?.releasedBy) return false
    return alarm.kind === 'period' || d(alarm.excess).lte(Decimal.max(d(given.excess), d(given.quota ?? 0)))
  })
}

/** The alarms of a new version, keeping what was already released and still covers the same object and excess. */
export function carriedOver(alarms: readonly CreditAlarm[], before: readonly ReleasedAlarm[]): ReleasedAlarm[] {
  return alarms.map((alarm) => {
    const old = before.find(sameAlarm(alarm))
    const covers = old?.releasedBy && d(alarm.excess).lte(d(old.excess))
    return covers
      ? { ...alarm, releasedBy: old.releasedBy, releasedAt: old.releasedAt ?? null, quota: old.quota ?? null, comment: old.comment ?? null }
      : alarm
  })
}

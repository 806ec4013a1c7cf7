import type { PayloadRequest, Where } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { CreditRelease } from '@/src/payload-types'

import type { CreditAlarm, ReleasedAlarm } from '@/src/domain/credit/release'

/** Released already; within my quota; above it; I have no quota; my own document. */
export type AlarmState = 'released' | 'may' | 'above' | 'noRight' | 'own'

export type Alarm = {
  kind: 'limit' | 'period'
  object: { kind: 'customers' | 'departments' | 'users'; id: number; name: string }
  /** null where the reader may not know the limit */
  excess: number | null
  limit: number | null
  exposure: number | null
  buckets: CreditAlarm['buckets'] | null
  document: string | null
  daysOpen: number | null
  releasedBy: string | null
  comment: string | null
  state: AlarmState
}

export type ReleaseRequest = {
  id: number
  no: string
  version: number
  status: string
  /** instant */
  since: string
  document: { slug: 'orders' | 'deliveries' | 'invoices'; id: number; no: string; version: number }
  customer: string
  salesperson: string
  department: string
  requester: string
  amount: number
  remark: string | null
  reason: string | null
  alarms: Alarm[]
}

export type ReleaseDesk = { requests: ReleaseRequest[]; chosen: number | null; quota: number | null }

type Relation = { id: number; name?: string | null; email?: string; no?: string | null } | number | null | undefined

const named = (relation: Relation): string => (relation && typeof relation === 'object' ? (relation.name ?? relation.email ?? '') : '')
/** As the engine recorded them; figures this person may not read are absent. */
const alarmsIn = ({ alarms }: CreditRelease): Array<Partial<ReleasedAlarm>> =>
  (Array.isArray(alarms) ? alarms : []) as Array<Partial<ReleasedAlarm>>

type Decider = { id: number; quota: number | null }

/** What this person can do about an alarm; the server judges again. An excess he may not know is not judged here. */
function stateOf({
  alarm,
  decider,
  preparedBy,
}: {
  alarm: Partial<ReleasedAlarm>
  decider: Decider
  preparedBy: number | null
}): AlarmState {
  if (alarm.releasedBy) return 'released'
  if (decider.quota === null) return 'noRight'
  if (preparedBy === decider.id) return 'own'
  return alarm.excess !== undefined && alarm.excess > decider.quota ? 'above' : 'may'
}

const alarmFor =
  (decider: Decider, preparedBy: number | null) =>
  (alarm: Partial<ReleasedAlarm>): Alarm[] =>
    alarm.object
      ? [
          {
            kind: alarm.kind ?? 'limit',
            object: alarm.object,
            excess: alarm.excess ?? null,
            limit: alarm.limit ?? null,
            exposure: alarm.exposureAfter ?? null,
            buckets: alarm.buckets ?? null,
            document: alarm.document ?? null,
            daysOpen: alarm.daysOpen ?? null,
            releasedBy: alarm.releasedBy?.name ?? null,
            comment: alarm.comment ?? null,
            state: stateOf({ alarm, decider, preparedBy }),
          },
        ]
      : []

/** Open requests this person may see, oldest first, and the one a link names even when it is decided. */
export async function releaseDesk({ req, chosen }: { req: PayloadRequest; chosen: number | null }): Promise<ReleaseDesk> {
  const { user } = req
  const decider: Decider = { id: user?.id ?? 0, quota: user?.releaseQuota ?? null }
  const find = async (where: Where): Promise<CreditRelease[]> => {
    const { docs } = await req.payload.find({
      collection: 'credit-releases',
      where,
      sort: 'id',
      limit: 200,
      depth: 1,
      overrideAccess: false,
      user,
      req,
    })
    return docs
  }
  const open = await find({ status: { equals: 'open' } })
  const linked = chosen !== null && !open.some(({ id }) => id === chosen) ? await find({ id: { equals: chosen } }) : []
  const requests = [...linked, ...open].map((row): ReleaseRequest => {
    const preparedBy = idOf(row.documentPreparedBy)
    return {
      id: row.id,
      no: row.no ?? '',
      version: row.version ?? 1,
      status: row.status,
      since: row.createdAt,
      document: {
        slug: row.documentSlug ?? 'orders',
        id: row.documentId ?? 0,
        no: row.documentNo ?? '',
        version: row.documentVersion ?? 1,
      },
      customer: named(row.customer),
      salesperson: named(row.salesperson),
      department: named(row.department),
      requester: named(row.documentPreparedBy),
      amount: row.amount ?? 0,
      remark: row.remark ?? null,
      reason: row.reason ?? null,
      alarms: alarmsIn(row).flatMap(alarmFor(decider, preparedBy)),
    }
  })
  return { requests, chosen: chosen ?? requests[0]?.id ?? null, quota: decider.quota }
}

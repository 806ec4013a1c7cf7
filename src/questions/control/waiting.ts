import type { PayloadRequest, Where } from 'payload'

import { personOf } from '@/src/access/roles'
import { screenOf } from '@/src/domain/control/screenOf'
import { minuteOf } from '@/src/domain/kernel/businessDate'
import { usedBy } from '@/src/domain/people/workplaces'
import { env } from '@/src/env/env'
import { inTransaction } from '@/src/db/transaction'
import { now } from '@/src/engine/clock'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findRecords } from '@/src/engine/documents/findRecords'
import { countsOf, type Listed } from '@/src/ledger/lists/listed'
import { readable } from '@/src/questions/lists/listed'
import { departmentsAnswered } from '@/src/usecases/orders/delegations'

/** Counted up to here; more is told as "99+". */
const upTo = 100

async function listed(req: PayloadRequest, slug: string, where: Where): Promise<Listed | null> {
  const reach = await readable(req, slug)
  if (reach === null) return null
  const { flattenedFields } = req.payload.collections[collectionNamed(req, slug)].config
  return { slug, fields: flattenedFields, where: { and: [where, ...(Object.keys(reach).length > 0 ? [reach] : [])] }, found: [] }
}

/** What waits at each place of the menu for this person: opinions he gives, rulings, releases, notices he has not read. */
async function placesWaiting(req: PayloadRequest): Promise<Array<[place: string, slug: string, where: Where]>> {
  const person = personOf(req.user)
  const roles = person?.roles ?? []
  if (!person || roles.length === 0) return []
  const asks = { roles, mayRelease: (person.releaseQuota ?? null) !== null }
  const open: Where = { status: { equals: 'open' } }
  const departments = usedBy({ path: '/reviews', label: { zh: '', en: '' } }, asks)
    ? await inTransaction(req, () => departmentsAnswered({ req, actor: { id: person.id, roles }, today: now(req).date }))
    : []
  return [
    ...(departments.length > 0
      ? [['/reviews', 'order-reviews', { and: [open, { department: { in: departments } }] }] satisfies [string, string, Where]]
      : []),
    ...(roles.includes('generalManager')
      ? [['/reviews ', 'orders', { status: { equals: 'awaitingRuling' } }] satisfies [string, string, Where]]
      : []),
    ...(usedBy({ path: '/credit-releases', label: { zh: '', en: '' }, quota: true }, asks)
      ? [['/credit-releases', 'credit-releases', open] satisfies [string, string, Where]]
      : []),
    ...(usedBy({ slug: 'price-releases' }, asks) ? [['price-releases', 'price-releases', open] satisfies [string, string, Where]] : []),
    ['notifications', 'notifications', { read: { not_equals: true } }],
  ]
}

/** Counts by place of the menu, in one statement, whatever their number. */
export async function waitingCounts(req: PayloadRequest): Promise<Record<string, number>> {
  const asked = new Map<string, Listed>()
  for (const [place, slug, where] of await placesWaiting(req)) {
    const found = await listed(req, slug, where)
    if (found) asked.set(place, found)
  }
  const counts: Record<string, number> = {}
  for (const [place, count] of await countsOf(req, asked, upTo)) {
    const name = place.trim()
    if (count > 0) counts[name] = Math.min((counts[name] ?? 0) + count, upTo)
  }
  return counts
}

export type Notice = { id: number; title: string; text: string; at: string; href: string | null }

const shown = 12

/** The newest notices this person has not read, each with the way to what it is about (below the admin). */
export async function unreadNotices(req: PayloadRequest): Promise<Notice[]> {
  const docs = await findRecords({
    req,
    slug: 'notifications',
    where: { and: [{ read: { not_equals: true } }, { user: { equals: personOf(req.user)?.id } }] },
    sort: '-createdAt',
    limit: shown,
    overrideAccess: false,
  })
  return docs.map((doc) => {
    const related = doc['related'] as { slug?: unknown; id?: unknown } | null
    const isKnown = typeof related?.slug === 'string' && (typeof related.id === 'number' || typeof related.id === 'string')
    return {
      id: doc.id,
      title: String(doc['title'] ?? ''),
      text: String(doc['text'] ?? ''),
      at: minuteOf({ instant: String(doc['createdAt']), timeZone: env.TZ_BUSINESS }),
      href: isKnown ? screenOf({ slug: related.slug as string, id: related.id as number }) : null,
    }
  })
}

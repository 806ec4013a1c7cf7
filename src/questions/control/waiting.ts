import type { PayloadRequest, Where } from 'payload'

import { personOf } from '@/src/access/roles'
import { screenOf } from '@/src/domain/control/screenOf'
import { minuteOf } from '@/src/domain/kernel/instant'
import { allKinds } from '@/src/domain/kinds'
import { placesOf } from '@/src/domain/people/workplaces'
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

type Waiting = { place: string; slug: string; where: Where }

/** What waits at each place of the menu for this person: opinions he gives, rulings, releases, notices he has not read. */
async function whatWaits(req: PayloadRequest): Promise<Waiting[]> {
  const person = personOf(req.user)
  const roles = person?.roles ?? []
  if (!person || roles.length === 0) return []
  const mine = new Set(placesOf({ roles, mayRelease: (person.releaseQuota ?? null) !== null }))
  const departments = mine.has('/reviews')
    ? await inTransaction(req, () => departmentsAnswered({ req, actor: { id: person.id, roles }, today: now(req).date }))
    : []
  const opinions: Where = { and: [{ status: { equals: 'open' } }, { department: { in: departments } }] }
  return [
    ...(departments.length > 0 ? [{ place: '/reviews', slug: 'order-reviews', where: opinions }] : []),
    ...(roles.includes('generalManager') ? [{ place: '/reviews', slug: 'orders', where: { status: { equals: 'awaitingRuling' } } }] : []),
    ...allKinds
      .flatMap(({ slug, waits }) => (waits ? [{ place: waits.at ?? slug, slug, where: { status: { equals: waits.status } } }] : []))
      .filter(({ place }) => mine.has(place)),
    { place: 'notifications', slug: 'notifications', where: { read: { not_equals: true } } },
  ]
}

/** Counts by place of the menu, in one statement, whatever their number. */
export async function waitingCounts(req: PayloadRequest): Promise<Record<string, number>> {
  const waiting = await whatWaits(req)
  const asked = new Map<string, Listed>()
  for (const { place, slug, where } of waiting) {
    const found = await listed(req, slug, where)
    if (found) asked.set(`${place} ${slug}`, found)
  }
  const found = await countsOf(req, asked, upTo)
  const counts: Record<string, number> = {}
  for (const { place, slug } of waiting) {
    const count = found.get(`${place} ${slug}`) ?? 0
    if (count > 0) counts[place] = Math.min((counts[place] ?? 0) + count, upTo)
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

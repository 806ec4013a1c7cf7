import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Ask } from '@/src/domain/kernel/ask'
import { rulesOf } from '@/src/engine/define'
import { departmentWords } from '@/src/domain/words/peopleWords'
import { leadingVerb, type NextStep, nextStep, type Whom } from '@/src/domain/control/nextStep'
import { writesRow } from '@/src/access/refuseForeignRow'
import { inTransaction } from '@/src/db/transaction'
import { personOf } from '@/src/access/roles'
import { actorOf } from '@/src/engine/actor'
import { now } from '@/src/engine/clock'
import { asStored } from '@/src/engine/documents/asStored'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findRecords } from '@/src/engine/documents/findRecords'
import type { AnyDocument, AnyVerb } from '@/src/engine/document'
import { offeredVerbs, verbsOffered, verbsOpen } from '@/src/engine/offered'
import { visibleDocument } from '@/src/engine/step'
import { settingsOf } from '@/src/engine/settings'
import '@/src/usecases'

import { myDepartments } from '../orders/reviews/myDepartments'

export type DocumentHead = {
  status: string
  version: number
  editable: boolean
  /** what it waits for, and whom */
  next: NextStep | null
  verbs: Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }>
}

/** Where a document stands and what this person may do with it now; null when he may not see it. */
export async function documentHead(req: PayloadRequest, slug: string, id: number): Promise<DocumentHead | null> {
  const doc = await headDocument({ req, slug, id })
  return doc && headOf({ req, slug, doc })
}

/**
 * The document as its head needs it, if this person may see it: without its lines, unless a verb that is open now looks at them. Of a
 * thousand lines that is most of what would be read.
 */
export async function headDocument({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<AnyDocument | null> {
  const rules = rulesOf(slug)
  const fields = req.payload.collections[collectionNamed(req, slug)].config.flattenedFields.map(({ name }) => name)
  if (!fields.includes('lines')) return visibleDocument({ req, slug, id })
  const [head] = await findRecords({
    req,
    slug,
    where: { id: { equals: id } },
    fields: fields.filter((name) => name !== 'lines'),
    limit: 1,
    overrideAccess: false,
  })
  if (!head) return null
  const needsLines = offeredVerbs(rules, String(head['status'])).some((name) => rules.verbs[name]?.offeredByLines)
  return needsLines ? visibleDocument({ req, slug, id }) : asStored<typeof rules.slug>({ ...head, lines: [] })
}

/** The same of a document that has been read already: one of a thousand lines is not read twice. */
export async function headOf({ req, slug, doc }: { req: PayloadRequest; slug: string; doc: AnyDocument }): Promise<DocumentHead> {
  const rules = rulesOf(slug)
  const open = await verbsOpen({ req, slug, doc })
  const asked = offeredVerbs(rules, doc.status).includes('review') ? await unanswered(req, slug, doc.id) : []
  // opinions and rulings are given at the review desk: no buttons here, and the document waits for them all the same
  const atDesk = ['rule', ...(asked.length > 0 ? ['review'] : [])].flatMap((name) => {
    const verb = rules.verbs[name]
    return verb && offeredVerbs(rules, doc.status).includes(name) ? [{ name, verb }] : []
  })
  // what is only read has no buttons
  const verbs = (await writesRow({ req, slug, id: doc.id })) ? await verbsOffered({ req, doc, open }) : []
  const person = personOf(req.user)
  const desks = atDesk.filter(({ name, verb }) => name !== 'review' && verb.roles.some((role) => person?.roles?.includes(role)))
  const isAsked = asked.length > 0 && (await isAskedFor(req, doc, asked))
  const leading = leadingVerb([...open, ...atDesk])
  return {
    status: doc.status,
    version: doc.version,
    next: nextStep({
      verb: leading && { name: leading.name, label: leading.verb.label, roles: leading.verb.roles },
      whom: leading && (await whomOf(req, doc, leading.verb)),
      mine: [...verbs, ...desks].map(({ name }) => name).concat(isAsked ? ['review'] : []),
      unanswered: asked,
    }),
    verbs,
    editable: (rules.editable as readonly string[]).includes(doc.status),
  }
}

/** Whom this document waits for in particular; undefined where the roles of the verb tell it. */
async function whomOf(req: PayloadRequest, doc: AnyDocument, { waitsFor }: AnyVerb): Promise<Whom | undefined> {
  if (!waitsFor) return undefined
  const asked = { req, doc, actor: actorOf(req), settings: await settingsOf(req), today: now(req).date }
  return inTransaction(req, async () => waitsFor(asked))
}

/** Whether a review waits for this person: he answers for a department that has not, and it is not his own document where that counts. */
async function isAskedFor(req: PayloadRequest, doc: AnyDocument, asked: readonly Department[]): Promise<boolean> {
  const { orders } = await settingsOf(req)
  if (!orders.selfReview && idOf(doc.preparedBy) === personOf(req.user)?.id) return false
  const answered = await myDepartments(req)
  return asked.some((department) => answered.includes(department))
}

type Department = keyof typeof departmentWords
const isDepartment = (value: unknown): value is Department => typeof value === 'string' && Object.hasOwn(departmentWords, value)

/** The departments whose opinion a document under review still waits for; whoever sees the document is told. */
async function unanswered(req: PayloadRequest, slug: string, id: number): Promise<Department[]> {
  const field = slug === 'orders' ? 'order' : 'change'
  const rows = await findRecords({
    req,
    slug: 'order-reviews',
    where: { and: [{ [field]: { equals: id } }, { status: { equals: 'open' } }] },
    fields: ['department'],
    overrideAccess: true,
  })
  return [...new Set(rows.map(({ department }) => department).filter(isDepartment))]
}

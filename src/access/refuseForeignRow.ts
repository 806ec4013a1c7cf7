import type { PayloadRequest } from 'payload'

import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { refuse } from '@/src/engine/refusal'

import { rowsFor } from './accessOf'
import { areFiles, rightsOf } from './kinds'
import { personOf } from './roles'

type Row = { req: PayloadRequest; slug: string; id: number }

/** Whether a row that a person reads is his to write. Asked only of kinds of which more is read than written, as the prices that hold for every customer. */
export async function writesRow({ req, slug, id }: Row): Promise<boolean> {
  const row = rightsOf(slug)
  if (!row || areFiles(row) || !row.writes) return true
  const written = rowsFor(personOf(req.user), row.writes)
  if (typeof written === 'boolean') return written
  const where = { and: [{ id: { equals: id } }, written] }
  const { totalDocs } = await req.payload.count({ collection: collectionNamed(req, slug), where, overrideAccess: true, req })
  return totalDocs > 0
}

/** A step is a write of its document: what a person only reads he takes no step of, whatever his roles. */
export async function refuseForeignRow({ verb, ...row }: Row & { verb: string }): Promise<void> {
  if (!(await writesRow(row))) refuse(row.req, { about: row.slug, code: 'FORBIDDEN', facts: { verb } })
}

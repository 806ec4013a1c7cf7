import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { idOf } from '@/src/domain/kernel/idOf'
import { findRecords } from '@/src/engine/documents/findRecords'

/** A view of a list that was given a name: its address and its columns; one that is shared stands among the saved views of the house. */
export type SavedView = {
  name: string
  address: string
  columns: readonly string[]
  shared?: { id: number; isMine: boolean }
}

/** Views of this list (they stand under `list:<slug>` among those of reports) that somebody shares with a role of this person, and his own shared ones; whom they are for is decided by the rights. */
export async function sharedViews(req: PayloadRequest, slug: string): Promise<SavedView[]> {
  const me = personOf(req.user)?.id
  const rows = await findRecords({
    req,
    slug: 'report-views',
    where: { report: { equals: `list:${slug}` } },
    fields: ['name', 'question', 'owner'],
    sort: 'name',
    limit: 100,
    overrideAccess: false,
  })
  return rows.map(({ id, name, question, owner }) => {
    const asked = new URLSearchParams(typeof question === 'string' ? question : '')
    const columns = (asked.get('columns') ?? '').split(',').filter(Boolean)
    asked.delete('columns')
    return { name: String(name), address: asked.toString(), columns, shared: { id, isMine: idOf(owner) === me } }
  })
}

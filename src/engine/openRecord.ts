import type { PayloadRequest } from 'payload'

import { lockRecordRow, lockRecordRows } from '@/src/ledger/recordLock'

import { refuseStale } from './refuseStale'

type Change = {
  req: PayloadRequest
  slug: string
  /** Null: settings, which are one record. */
  id: number | null
  /** The version the person has seen, as he sent it; absent: he does not say. */
  seen: unknown
}

/** Locks a master record or settings before they are read, and refuses (409) whoever has seen another version than there is now. */
export async function openRecord({ req, slug, id, seen }: Change): Promise<void> {
  const current = await lockRecordRow({ req, slug, id })
  if (current !== null) await refuseStale({ req, slug, id, seen, current })
}

/** The same for whoever changes many and has seen none of them before. */
export const openRecords = (asked: Pick<Change, 'req' | 'slug'> & { ids: readonly number[] }): Promise<void> => lockRecordRows(asked)

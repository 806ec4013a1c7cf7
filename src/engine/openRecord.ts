import type { PayloadRequest } from 'payload'

import { whoChanged } from '@/src/ledger/facts/history'
import { lockRecordRow } from '@/src/ledger/recordLock'

import { refuse } from './refusal'

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
  if (current === null || seen === undefined || seen === null || Number(seen) === current) return
  const changes = await whoChanged({ req, slug, id, sinceVersion: Number(seen) })
  refuse(req, {
    code: 'STALE_VERSION',
    facts: {
      given: Number(seen),
      current,
      changedBy: [...new Set(changes.flatMap(({ user }) => user ?? []))],
      changed: [...new Set(changes.flatMap(({ fields }) => fields))],
      changes,
    },
  })
}

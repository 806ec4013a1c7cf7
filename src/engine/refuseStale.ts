import type { FlattenedField, PayloadRequest } from 'payload'

import { whoChanged } from '@/src/ledger/facts/history'

import { refuse } from './refusal'

type Seen = {
  req: PayloadRequest
  slug: string
  /** Null: settings, which are one record. */
  id: number | null
  /** The version the person has seen, as he sent it; absent: he does not say. */
  seen: unknown
  /** The version there is now. */
  current: number
}

const fieldsOf = ({ payload }: PayloadRequest, slug: string): readonly FlattenedField[] =>
  [...payload.config.collections, ...payload.config.globals].find((each) => each.slug === slug)?.flattenedFields ?? []

/** Whether somebody enters what stands there, or takes a step by it; everything else the house works out of that. */
function isOfPeople(fields: readonly FlattenedField[], path: string): boolean {
  let among = fields
  for (const part of path.split('.').filter((each) => !/^\d+$/.test(each))) {
    const field = among.find(({ name }) => name === part)
    if (field?.name === 'status') return true
    const admin = (field?.admin ?? {}) as { readOnly?: boolean; hidden?: boolean }
    if (!field || admin.readOnly === true || admin.hidden === true) return false
    if (!('flattenedFields' in field)) return true
    among = field.flattenedFields
  }
  return true
}

/** Whoever saves over a change he has not seen is told who changed what, in what people enter: no total and nothing else that only follows. */
export async function refuseStale({ req, slug, id, seen, current }: Seen): Promise<void> {
  if (seen === undefined || seen === null || Number(seen) === current) return
  const fields = fieldsOf(req, slug)
  const recorded = await whoChanged({ req, slug, id, sinceVersion: Number(seen) })
  const changes = recorded.map((change) => ({ ...change, fields: change.fields.filter((path) => isOfPeople(fields, path)) }))
  refuse(req, {
    code: 'STALE_VERSION',
    facts: {
      given: Number(seen),
      current,
      changedBy: [...new Set(changes.flatMap(({ user }) => user ?? []))],
      changed: [...new Set(changes.flatMap((change) => change.fields))],
      changes,
    },
  })
}

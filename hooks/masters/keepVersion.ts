import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, GlobalBeforeChangeHook, GlobalBeforeOperationHook } from 'payload'

import { asksForOne } from '@/src/engine/askedForAll'
import { openRecord } from '@/src/engine/openRecord'

/*
 * Master records and settings count their versions as documents do: a change locks the record first, so that two changes follow one another and
 * neither is lost, and whoever says which version he has seen is refused when it is no longer that.
 */

type UpdateArgs = { id?: number | string; data?: Record<string, unknown> }

export const lockRecord = asksForOne<CollectionBeforeOperationHook>('locks', async ({ args, operation, req, collection }) => {
  const { id, data } = args as UpdateArgs
  if (operation === 'update' && id !== undefined) await openRecord({ req, slug: collection.slug, id: Number(id), seen: data?.['version'] })
  return args
})

export const countVersion: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) =>
  Object.assign(data, { version: operation === 'create' ? 1 : versionOf(originalDoc) + 1 })

export const lockSettings: GlobalBeforeOperationHook = async ({ args, operation, req, global }) => {
  const { data } = args as UpdateArgs
  if (operation === 'update') await openRecord({ req, slug: global.slug, id: null, seen: data?.['version'] })
  return args
}

export const countSettingsVersion: GlobalBeforeChangeHook = ({ data, originalDoc }) => ({ ...data, version: versionOf(originalDoc) + 1 })

/** A record of before versions were counted has its first. */
const versionOf = (record: { version?: number | null } | undefined): number => record?.version ?? 1

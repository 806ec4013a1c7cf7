import type { CollectionAfterOperationHook, CollectionConfig, CollectionSlug } from 'payload'

import { refuse } from '@/src/engine/refusal'

import { accessOf, writesOf } from './accessOf'
import { withFiguresClosed } from './figureFields'
import { areFiles, rightsOf } from './kinds'
import { refuseProbing } from './refuseProbing'
import { refuseUnseen } from './refuseUnseen'
import { rights } from './rights'
import { personOf } from './roles'

const operations = ['create', 'read', 'update', 'delete', 'readVersions'] as const

/** What was written must still be the writer's to write: nobody makes a price or a limit for another department. */
const stayWithin: CollectionAfterOperationHook = async ({ args, operation, req, collection, result }) => {
  const row = rightsOf(collection.slug)
  if ((operation !== 'create' && operation !== 'updateByID') || !row || areFiles(row)) return result
  if (!row.within || (args as { overrideAccess?: boolean }).overrideAccess !== false) return result
  const reach = writesOf(personOf(req.user), row)
  if (reach === true) return result
  const id = (result as { id: number }).id
  const { totalDocs } =
    reach === false
      ? { totalDocs: 0 }
      : await req.payload.count({
          collection: collection.slug as CollectionSlug,
          where: { and: [reach, { id: { equals: id } }] },
          overrideAccess: true,
          req,
        })
  if (totalDocs === 0) refuse(req, { code: 'FORBIDDEN', facts: { right: 'dataScope' } })
  return result
}

/**
 * Gives every collection its access from the table of rights, closes figures, refuses to be probed and to take names of records one
 * may not read; all before the collection's own hooks. A collection with an access of its own, or without a line in the table, stops
 * the start: so does a line without a collection.
 */
export function withRights(collections: readonly CollectionConfig[]): CollectionConfig[] {
  const slugs = new Set(collections.map(({ slug }) => slug))
  const idle = Object.keys(rights).filter((slug) => !slugs.has(slug))
  if (idle.length > 0) throw new Error(`The table of rights names no collection by ${idle.join(', ')}`)
  return collections.map((collection) => {
    const own = operations.filter((operation) => collection.access?.[operation])
    if (own.length > 0)
      throw new Error(`${collection.slug} decides ${own.join(', ')} itself: rights stand in one table, src/access/rights.ts`)
    return {
      ...collection,
      access: { ...collection.access, ...accessOf(collection.slug) },
      fields: withFiguresClosed(collection.slug, collection.fields),
      hooks: {
        ...collection.hooks,
        beforeOperation: [refuseProbing, refuseUnseen, ...(collection.hooks?.beforeOperation ?? [])],
        afterOperation: [stayWithin, ...(collection.hooks?.afterOperation ?? [])],
      },
    }
  })
}

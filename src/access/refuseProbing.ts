import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest } from 'payload'

import type { Person } from '@/src/domain/people/person'
import { figures, maySee } from '@/src/domain/people/sight'
import { languageOf, refuse } from '@/src/engine/refusal'

import { personOf } from './roles'

/**
 * Recorded findings, traces, changes and revisions hold figures that are taken out when they are read; they may not be asked about
 * either. So every recorded value is closed, whatever its name, but the plain references of a notification.
 */
const isRecorded = (field: FlattenedField): boolean => field.type === 'json' && field.name !== 'related'
/** However they are written: the platform reads `And` and `oR` as well. */
const joins = (key: string): boolean => /^(and|or)$/i.test(key)

const seesEverything = (person: Person | null): boolean => figures.every((figure) => maySee(person, figure))

function pathsIn(where: unknown): string[] {
  if (where === null || typeof where !== 'object') return []
  if (Array.isArray(where)) return where.flatMap(pathsIn)
  return Object.entries(where).flatMap(([key, inner]) => (joins(key) ? pathsIn(inner) : [key]))
}

const sortPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : [sort])
    .filter((entry): entry is string => typeof entry === 'string')
    .flatMap((entry) => entry.split(','))
    .map((entry) => entry.trim().replace(/^[-+]/, ''))

const visible = (req: PayloadRequest): string => (languageOf(req) === 'en' ? 'a field you may see' : '您有权查看的字段')

/** Whether a path leads through a field this person may not read. Relations are followed: `lines.item.minPrice` is the item's. */
async function isHidden(req: PayloadRequest, fields: readonly FlattenedField[], path: readonly string[]): Promise<boolean> {
  const [name, ...rest] = path
  const field = fields.find((candidate) => candidate.name === name)
  if (!name || !field) return false
  if (isRecorded(field)) return !seesEverything(personOf(req.user))
  if ('hidden' in field && field.hidden === true) return true
  const read = 'access' in field ? field.access?.read : undefined
  if (read && (await read({ req })) !== true) return true
  if (rest.length === 0) return false
  if ('flattenedFields' in field && Array.isArray(field.flattenedFields)) return isHidden(req, field.flattenedFields, rest)
  if (field.type === 'relationship' || field.type === 'upload') {
    const slugs = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
    for (const slug of slugs) {
      const target = req.payload.collections[slug]?.config.flattenedFields ?? []
      if (await isHidden(req, target, rest)) return true
    }
  }
  return false
}

/**
 * Nobody works out a figure he may not see by filtering or sorting on it: REST, GraphQL and the list screen all come through here.
 * Payload itself checks filters of some operations and no sorts.
 */
export const refuseProbing: CollectionBeforeOperationHook = async ({ args, req, collection }) => {
  const { where, sort, overrideAccess } = args as { where?: unknown; sort?: unknown; overrideAccess?: boolean }
  if (overrideAccess === true || (where === undefined && sort === undefined)) return
  for (const path of [...pathsIn(where), ...sortPaths(sort)]) {
    if (await isHidden(req, collection.flattenedFields, path.split(/\.|__/)))
      refuse(req, { code: 'INVALID_INPUT', path, facts: { field: path, accepted: visible(req) } })
  }
}

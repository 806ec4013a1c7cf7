import type { CollectionBeforeOperationHook, FlattenedField, GlobalBeforeOperationHook, PayloadRequest, SanitizedConfig } from 'payload'

import { isDocument as isDefined } from '@/src/engine/define'

import { judgeData, withWrittenTexts } from './judgeData'
import { keyDoor } from './keyDoor'
import { judgePaging, type Paging } from './judgePaging'
import { judgeSort, judgeWhere, type Problem } from './judgeWhere'
import { bounded } from './boundedPreferences'
import { withReadDoors } from './readDoor'
import { refuseProblems } from './refuseProblems'
import { id as idKind, isId } from './valueKinds'

type Asked = Paging & { id?: unknown; where?: unknown; sort?: unknown; data?: unknown; overrideAccess?: boolean }

const isDocument = (data: unknown): data is Record<string, unknown> => data !== null && typeof data === 'object' && !Array.isArray(data)

/** The id as it stands in the address: Payload itself reads `12abc` as 12. */
const addressedId = (req: PayloadRequest, id: unknown): unknown => {
  const inAddress = req.payloadAPI === 'REST' ? req.routeParams?.['id'] : undefined
  return typeof inAddress === 'string' && Number.parseFloat(inAddress) === id ? inAddress : id
}

function problemsIn({ asked, req, fields }: { asked: Asked; req: PayloadRequest; fields: readonly FlattenedField[] }): Problem[] {
  const fieldsOf = (slug: string): readonly FlattenedField[] | undefined =>
    req.payload.config.collections.find((collection) => collection.slug === slug)?.flattenedFields
  const id = asked.id === undefined || asked.id === null ? undefined : addressedId(req, asked.id)
  return [
    ...(id !== undefined && !isId(id) ? [{ path: 'id', value: id, accepted: idKind.accepted }] : []),
    ...judgeWhere({ where: asked.where, fields, fieldsOf }),
    ...judgeSort({ sort: asked.sort, fields, fieldsOf }),
    ...(isDocument(asked.data) ? judgeData({ data: asked.data, fields }) : []),
  ]
}

/**
 * What the person wrote about pages. Rules that read with his rights under the same request have pages of their own, so with REST the
 * address is judged, not the call; GraphQL has no address, and its calls always page.
 */
const pagingOf = (req: PayloadRequest, asked: Asked): Paging => {
  if (req.payloadAPI === 'REST') return (req.query ?? {}) as Paging
  return req.payloadAPI === 'GraphQL' && asked.pagination !== false ? { limit: asked.limit, page: asked.page } : {}
}

/**
 * Every way in that a person has (REST, GraphQL, the list screen) is judged here, once, before a rule or the database sees it: what is of
 * the wrong kind is refused by name. Anonymous requests are not judged; they are refused for being anonymous.
 */
export const judgeInput: CollectionBeforeOperationHook = ({ args, req, collection }) => {
  const asked = args as Asked
  if (asked.overrideAccess === true || !req.user) return
  const paged = judgePaging(pagingOf(req, asked))
  const written = isDocument(asked.data) ? withWrittenTexts(asked.data, collection.flattenedFields) : asked.data
  refuseProblems(req, [...paged, ...problemsIn({ asked: { ...asked, data: written }, req, fields: collection.flattenedFields })])
  return written === asked.data ? args : { ...args, data: written }
}

const judgeSettings =
  (slug: string): GlobalBeforeOperationHook =>
  ({ args, req }) => {
    const asked = args as Asked
    if (asked.overrideAccess === true || !req.user) return
    const fields = req.payload.config.globals.find((global) => global.slug === slug)?.flattenedFields ?? []
    refuseProblems(req, problemsIn({ asked: { data: asked.data }, req, fields }))
  }

/**
 * Every collection and all settings judge what they are asked, before their own hooks; those the platform brings with it (preferences)
 * too, which is why the finished configuration is taken.
 */
export async function withJudgedInput(built: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await built
  for (const { slug, hooks, ...collection } of config.collections) {
    if (slug === 'payload-preferences' && collection.endpoints)
      collection.endpoints.splice(0, Infinity, ...collection.endpoints.map(bounded))
    withReadDoors(collection, isDefined(slug) ? undefined : keyDoor)
    hooks.beforeOperation = [judgeInput, ...(hooks.beforeOperation ?? [])]
  }
  for (const { hooks, slug, ...settings } of config.globals) {
    withReadDoors(settings, keyDoor)
    hooks.beforeOperation = [judgeSettings(slug), ...(hooks.beforeOperation ?? [])]
  }
  withReadDoors({ endpoints: config.endpoints, versions: true })
  return config
}

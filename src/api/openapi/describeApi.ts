import type { SanitizedConfig } from 'payload'
import { z } from 'zod'

import { statusOfCode } from '@/src/domain/kernel/decision'
import { isDocument, rulesOf } from '@/src/engine/define'

import { parametersOf, summaryOf } from './knownDoors'
import { type Schema, schemaOfFields } from './schemaOfField'

type Door = { method: string; path: string }
type Operation = Record<string, unknown>

const json = (schema: Schema): Schema => ({ content: { 'application/json': { schema } } })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const refused = (description: string): Schema => ({ description, ...json(ref('Refusal')) })

const refusals = {
  400: refused('a business refusal, or input of the wrong kind'),
  401: refused('nobody is logged in'),
  403: refused('no right to it'),
  404: refused('not there, or not yours to see'),
  409: refused('in conflict with what somebody else did, or with the state of the document'),
  429: refused('too many requests'),
}

/** What every refusal looks like: its findings, each with code, facts and words. */
const shared: Record<string, Schema> = {
  Finding: {
    type: 'object',
    required: ['code', 'severity', 'facts'],
    properties: {
      code: { type: 'string', enum: Object.keys(statusOfCode) },
      severity: { type: 'string', enum: ['error', 'warning'] },
      path: { type: 'string' },
      message: { type: 'string' },
      facts: { type: 'object' },
      remedy: {},
    },
  },
  Refusal: {
    type: 'object',
    required: ['errors'],
    properties: {
      errors: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, message: { type: 'string' }, data: {} } },
      },
    },
  },
}

const page = (slug: string): Schema => ({
  type: 'object',
  required: ['docs', 'totalDocs', 'limit'],
  properties: {
    docs: { type: 'array', items: ref(slug) },
    totalDocs: { type: 'integer' },
    limit: { type: 'integer' },
    page: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    totalPages: { type: 'integer' },
    hasNextPage: { type: 'boolean' },
    hasPrevPage: { type: 'boolean' },
  },
})

const written = (slug: string): Schema => ({
  type: 'object',
  properties: {
    doc: ref(slug),
    message: { type: 'string' },
    warnings: { type: 'array', items: ref('Finding') },
    created: { type: 'object', properties: { slug: { type: 'string' }, id: { type: 'integer' }, no: { type: 'string' } } },
  },
})

const listParameters = ['where', 'sort', 'limit', 'page', 'depth', 'select'].map((name) => ({
  name,
  in: 'query',
  ...(name === 'where' || name === 'select' ? { style: 'deepObject', explode: true, schema: { type: 'object' } } : {}),
  ...(name === 'sort' ? { schema: { type: 'string' } } : {}),
  ...(name === 'limit' ? { schema: { type: 'integer', minimum: 1, maximum: 1000 } } : {}),
  ...(name === 'page' || name === 'depth' ? { schema: { type: 'integer', minimum: 0 } } : {}),
}))

/** The body of a verb, from the rule that reads it; `dryRun` decides and changes nothing. */
function bodyOfVerb(slug: string, verb: string): Schema {
  const { body } = rulesOf(slug).verbs[verb] ?? {}
  const own = body ? z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) : { type: 'object' }
  const { $schema: _, ...schema } = own as Schema
  return { allOf: [schema, { type: 'object', properties: { dryRun: { type: 'boolean' }, version: { type: 'integer' } } }] }
}

/** What a door of a collection takes and gives, where that follows from its kind; else any object. */
function known(slug: string, { method, path }: Door, isUpload: boolean): Operation {
  const takesDocument = { requestBody: isUpload ? { content: { 'multipart/form-data': { schema: { type: 'object' } } } } : json(ref(`${slug}.write`)) } // prettier-ignore
  const gives = (status: number, schema: Schema): Operation => ({ responses: { [status]: { description: 'as asked', ...json(schema) } } })
  if (path === '/' && method === 'get') return { parameters: listParameters, ...gives(200, page(slug)) }
  if (path === '/' && method === 'post') return { ...takesDocument, ...gives(201, written(slug)) }
  if (path === '/:id' && method === 'get') return gives(200, ref(slug))
  if (path === '/:id' && method === 'patch') return { ...takesDocument, ...gives(200, written(slug)) }
  if (path === '/count') return gives(200, { type: 'object', required: ['totalDocs'], properties: { totalDocs: { type: 'integer' } } })
  if (path === '/check') return { requestBody: json(ref(`${slug}.write`)) }
  return {}
}

const named = (path: string): string => path.replace(/\(\\d\+\)/g, '').replace(/:(\w+)\??/g, '{$1}')

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))
}

function operation({ door, at, tag, own }: { door: Door; at: string; tag: string; own: Operation }): Operation {
  const { parameters = [], responses = { 200: { description: 'as asked' } }, ...rest } = own
  const query = parametersOf(`${door.method} ${at}`)
  return {
    operationId: `${door.method} ${at}`.replace(/[^\w-]+/g, '_').replace(/_+$/, ''),
    tags: [tag],
    summary: summaryOf(`${door.method} ${at}`),
    parameters: [...pathParameters(at), ...(parameters as Schema[]), ...query],
    ...rest,
    responses: { ...(responses as object), ...refusals },
  }
}

type Described = {
  openapi: '3.1.0'
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Schema }
} & Schema

/**
 * The REST surface as the finished configuration has it: every endpoint of every collection, the settings and the house's own, with the
 * fields and verbs there are. A new field, verb or endpoint is in it without anybody writing it down.
 */
export function describeApi(config: SanitizedConfig): Described {
  const paths: Record<string, Record<string, Operation>> = {}
  const schemas: Record<string, Schema> = { ...shared }
  const add = (door: Door, at: string, tag: string, own: Operation = {}): void => {
    const path = named(at.replace(/\/$/, ''))
    paths[path] = { ...paths[path], [door.method]: paths[path]?.[door.method] ?? operation({ door, at, tag, own }) }
  }
  for (const { slug, endpoints, flattenedFields, upload } of config.collections) {
    if (endpoints === false) continue
    const always = {
      id: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      createdAt: { type: 'string' },
      updatedAt: { type: 'string' },
    }
    schemas[slug] = schemaOfFields(flattenedFields, false, always)
    schemas[`${slug}.write`] = schemaOfFields(flattenedFields, true)
    for (const door of endpoints) {
      if (isDocument(slug) && door.path.endsWith(':verb'))
        for (const verb of Object.keys(rulesOf(slug).verbs)) {
          const isBulk = door.path.startsWith('/bulk')
          const ids = {
            type: 'object',
            required: ['ids'],
            properties: { ids: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 500 } },
          }
          const body = isBulk ? { allOf: [bodyOfVerb(slug, verb), ids] } : bodyOfVerb(slug, verb)
          const answer = isBulk ? { type: 'object', properties: { results: { type: 'array' } } } : written(slug)
          add(door, `/${slug}${door.path.replace(':verb', verb)}`, slug, { requestBody: json(body), responses: { 200: { description: 'done', ...json(answer) } } }) // prettier-ignore
        }
      else add(door, `/${slug}${door.path}`, slug, known(slug, door, Boolean(upload)))
    }
  }
  for (const { slug, endpoints, flattenedFields } of config.globals) {
    schemas[`globals.${slug}`] = schemaOfFields(flattenedFields, false)
    for (const door of endpoints || [])
      add(door, `/globals/${slug}${door.path}`, 'settings', door.method === 'post' ? { requestBody: json(ref(`globals.${slug}`)) } : {})
  }
  for (const door of config.endpoints) add(door, door.path, 'house')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gendan',
      version: '0.1.0',
      description: 'Money and quantities are JSON numbers, business dates YYYY-MM-DD, percentages percents.',
    },
    servers: [{ url: config.routes.api }],
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'JWT <token of POST /users/login>' },
        apiKey: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'users API-Key <key>' },
      },
    },
  }
}

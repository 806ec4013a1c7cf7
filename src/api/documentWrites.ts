import { addDataAndFileToRequest, APIError, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'

import { readableLines } from '@/src/access/readableLines'
import { refuseUnseenData, refuseUnseenIn } from '@/src/access/refuseUnseen'
import { personOf } from '@/src/access/roles'
import '@/src/usecases'
import { maySee } from '@/src/domain/people/sight'
import type { AnyDocument } from '@/src/engine/document'
import { onlyCheck } from '@/src/engine/operation'
import { refusal } from '@/src/engine/refusal'
import { rulesOf } from '@/src/engine/define'
import { isVisible, pressVerb, visibleDocument } from '@/src/engine/step'
import { type Answer, inOneTransaction } from '@/src/engine/transaction'
import { writeDocument } from '@/src/engine/write'

import { headOf } from '@/src/questions/control/documentHead'
import { printsOffered } from '@/src/pdf/prints'
import { auditBeside, codesOf } from './recordRefusals'

/*
 * The REST doors of a document: create, edit, verbs, bulk, check. All open the same frame (idempotency key, one transaction,
 * retry) and all run the collection's own hooks; none decides anything itself.
 */

const respond = (req: PayloadRequest, { status, body }: Answer): Response =>
  Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })

function requireUser(req: PayloadRequest): void {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
}

const notFound = () => new APIError('Not found', 404, undefined, true)

function idIn(req: PayloadRequest): number {
  const id = Number(req.routeParams?.['id'])
  if (!Number.isInteger(id) || id < 1) throw notFound()
  return id
}

async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  await addDataAndFileToRequest(req)
  const data: unknown = req.data ?? {}
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw new APIError('The body must be a JSON object', 400, undefined, true)
  return { ...(data as Record<string, unknown>) }
}

function depthOf(req: PayloadRequest): number {
  const depth = Number(req.query?.['depth'] ?? 1)
  return Number.isInteger(depth) && depth >= 0 && depth <= 3 ? depth : 1
}

type Write = { req: PayloadRequest; body: Record<string, unknown>; work: () => Promise<Answer> }

const write = async ({ req, body, work }: Write): Promise<Response> =>
  respond(
    req,
    await inOneTransaction({
      req,
      path: `${req.method} ${new URL(req.url ?? '', 'http://local').pathname}`,
      body,
      dryRun: body['dryRun'] === true,
      work,
    }),
  )

const create =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const body = await bodyOf(req)
    return write({
      req,
      body,
      work: async () => {
        const rules = rulesOf(slug)
        // before it is said that there is one already; whatever is written is asked in any case
        if (rules.existing) await refuseUnseenData({ req, slug, operation: 'create', data: body })
        const existing = (await rules.existing?.(req, body)) ?? null
        if (existing !== null) {
          const doc = await req.payload.findByID({
            collection: slug as never,
            id: existing,
            depth: depthOf(req),
            overrideAccess: false,
            req,
          })
          return { status: 200, body: { doc, message: 'exists', warnings: [] } }
        }
        const written = await writeDocument({ req, slug, id: null, data: body, depth: depthOf(req), overrideAccess: false })
        return { status: 201, body: { ...written, message: req.t('general:successfullyCreated', { label: '' }).trim() } }
      },
    })
  }

const edit =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const id = idIn(req)
    const body = await bodyOf(req)
    return write({
      req,
      body,
      work: async () => {
        if (!(await isVisible({ req, slug, id }))) throw notFound()
        const written = await writeDocument({ req, slug, id, data: body, depth: depthOf(req), overrideAccess: false })
        return { status: 200, body: { ...written, message: req.t('general:updatedSuccessfully') } }
      },
    })
  }

const verb =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const id = idIn(req)
    const name = String(req.routeParams?.['verb'])
    if (!Object.hasOwn(rulesOf(slug).verbs, name)) throw notFound()
    const body = await bodyOf(req)
    return write({
      req,
      body,
      work: async () => {
        if (!(await isVisible({ req, slug, id }))) throw notFound()
        await refuseUnseenIn(req, body)
        return { status: 200, body: await pressVerb({ req, slug, id, verb: name, body }) }
      },
    })
  }

/** Each document in its own transaction: one refusal hides nothing and leaves nothing half-written. */
const bulk =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const name = String(req.routeParams?.['verb'])
    if (!Object.hasOwn(rulesOf(slug).verbs, name)) throw notFound()
    const { ids, ...body } = await bodyOf(req)
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > 500 || !ids.every((id) => Number.isInteger(id))) {
      throw refusal(
        [{ code: 'INVALID_INPUT', severity: 'error', path: 'ids', facts: { field: 'ids', value: null, accepted: '1–500 ids' } }],
        req,
      )
    }
    const results: unknown[] = []
    for (const id of ids as number[]) {
      req.context = {}
      delete req.transactionID
      try {
        const answer = await inOneTransaction({
          req,
          path: `bulk ${slug}/${id}/${name}`,
          part: String(id),
          body,
          dryRun: body['dryRun'] === true,
          work: async () => {
            if (!(await isVisible({ req, slug, id }))) throw notFound()
            await refuseUnseenIn(req, body)
            return { status: 200, body: await pressVerb({ req, slug, id, verb: name, body }) }
          },
        })
        results.push({ id, ok: true, ...(answer.body as object) })
      } catch (error) {
        if (!(error instanceof APIError) || error.status >= 500) {
          req.payload.logger.error({ err: error, msg: `bulk ${slug}/${id}/${name}` })
          results.push({ id, ok: false, status: 500, errors: [{ message: 'Internal error' }] })
        } else {
          if (body['dryRun'] !== true && error.status !== 404)
            await auditBeside(req, {
              slug,
              documentId: id,
              verb: 'refused',
              reason: codesOf(error),
              changes: [{ path: name, before: null, after: codesOf(error) }],
            })
          results.push({ id, ok: false, status: error.status, errors: [{ name: error.name, message: error.message, data: error.data }] })
        }
      }
    }
    return respond(req, { status: 200, body: { results } })
  }

/** Decides a document without saving it: prices resolved, guards run, findings told instead of thrown. */
const check =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const body = await bodyOf(req)
    const id = Number.isInteger(body['id']) ? (body['id'] as number) : null
    delete body['version']
    onlyCheck(req)
    const told = (doc: Record<string, unknown> | null, findings: unknown): Answer => ({
      status: 200,
      body: {
        findings,
        lines: doc?.['lines'] ?? [],
        totals: { netTotal: doc?.['netTotal'] ?? 0, taxTotal: doc?.['taxTotal'] ?? 0, grossTotal: doc?.['grossTotal'] ?? 0 },
      },
    })
    try {
      const answer = await inOneTransaction({
        req,
        path: 'check',
        body: null,
        dryRun: true,
        work: async () => {
          if (id !== null && !(await isVisible({ req, slug, id }))) throw notFound()
          const { doc, warnings } = await writeDocument({ req, slug, id, data: body, overrideAccess: false })
          return told(doc, warnings)
        },
      })
      return respond(req, answer)
    } catch (error) {
      const refused = error as { status?: number; data?: { errors?: unknown }; checked?: AnyDocument }
      if (!(error instanceof APIError) || !Array.isArray(refused.data?.errors) || error.status === 404) throw error
      // the document was refused before Payload took out what this person may not read
      const lines = await readableLines(req, slug, refused.checked?.['lines'])
      const totals = maySee(personOf(req.user), 'price') ? refused.checked : {}
      return respond(req, told(refused.checked ? { ...totals, lines } : null, refused.data.errors))
    }
  }

const verbs =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    const id = idIn(req)
    const doc = await visibleDocument({ req, slug, id })
    if (!doc) throw notFound()
    const head = await headOf({ req, slug, doc })
    return respond(req, { status: 200, body: { ...head, prints: printsOffered(slug, doc as never, req.user) } })
  }

/** The endpoints of one kind of document, in the order they are matched. */
export const writeEndpoints = (slug: string): Endpoint[] => [
  { path: '/check', method: 'post', handler: check(slug) },
  { path: '/bulk/:verb', method: 'post', handler: bulk(slug) },
  { path: '/:id/verbs', method: 'get', handler: verbs(slug) },
  // a number, or else `/access/12`, which the form asks after every save, would be taken for a verb of document "access"
  { path: '/:id(\\d+)/:verb', method: 'post', handler: verb(slug) },
  { path: '/', method: 'post', handler: create(slug) },
  { path: '/:id', method: 'patch', handler: edit(slug) },
]

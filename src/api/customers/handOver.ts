import { addDataAndFileToRequest, APIError, type Endpoint, headersWithCors, type PayloadRequest, type Where } from 'payload'
import { z } from 'zod'

import { hasRole } from '@/src/access/roles'
import { handersOver, type Successor } from '@/src/domain/customers/decideHandOver'
import { idOf } from '@/src/domain/kernel/idOf'
import { findRecords } from '@/src/engine/documents/findRecords'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse } from '@/src/engine/refusal'
import { inOneTransaction } from '@/src/engine/transaction'
import { rememberAll } from '@/src/engine/lookup/rememberWords'
import { handOver } from '@/src/usecases/customers/handOver'

const most = 1000

const schema = z.object({
  ids: z.array(z.number().int().positive()).min(1).max(most),
  /** id or name of the successor */
  to: z.union([z.number().int().positive(), z.string().trim().min(1)]),
  note: z.string().trim().min(1).max(2000),
  /** open orders, quotes and next steps go along; unless told otherwise they do */
  withOpen: z.boolean().optional(),
  dryRun: z.boolean().optional(),
})

const acceptedIn = (req: PayloadRequest): string => (languageOf(req) === 'en' ? 'a record you may read' : '您有权查看的记录')

async function successorNamed(req: PayloadRequest, named: number | string): Promise<Successor> {
  const where: Where = typeof named === 'number' ? { id: { equals: named } } : { name: { equals: named } }
  const [found, second] = await findDocuments({ req, slug: 'users', where, limit: 2, overrideAccess: true })
  if (!found || second)
    throw refuse(req, { code: 'INVALID_INPUT', path: 'to', facts: { field: 'salesperson', value: named, accepted: acceptedIn(req) } })
  return {
    id: found.id,
    name: found.name,
    roles: found.roles ?? [],
    department: idOf(found.department),
    disabled: Boolean(found.disabled),
  }
}

/** Whom one may not read one may not hand over: all are known to this person, or nothing happens. */
async function readable(req: PayloadRequest, ids: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(ids)]
  const docs = await findDocuments({ req, slug: 'customers', where: { id: { in: wanted } }, limit: most, overrideAccess: false })
  const known = new Set(docs.map(({ id }) => id))
  const unknown = wanted.find((id) => !known.has(id))
  if (unknown !== undefined)
    throw refuse(req, { code: 'INVALID_INPUT', path: 'ids', facts: { field: 'customers', value: unknown, accepted: acceptedIn(req) } })
  return wanted
}

/** `POST /api/customers/hand-over` `{ids, to, note, withOpen}`: somebody else is responsible for these customers. */
const give: Endpoint['handler'] = async (req) => {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasRole(req.user, ...handersOver))
    refuse(req, { code: 'FORBIDDEN', about: 'customers', facts: { verb: 'hand-over', roles: handersOver } })
  await addDataAndFileToRequest(req)
  const body = req.data ?? {}
  const asked = readInput({ req, schema, input: body, about: 'customers' })
  const { status, body: answer } = await inOneTransaction({
    req,
    path: 'POST /api/customers/hand-over',
    body,
    dryRun: asked.dryRun ?? false,
    work: async () => {
      const customers = await readable(req, asked.ids)
      const to = await successorNamed(req, asked.to)
      const done = await handOver({ req, customers, to, note: asked.note, withOpen: asked.withOpen ?? true })
      // whose a customer is stands among the words it is found by
      const where = { id: { in: done.customers.map(({ id }) => id) } }
      await rememberAll(req, 'customers', await findRecords({ req, slug: 'customers', where, overrideAccess: true }))
      return { status: 200, body: { customers: done.customers.map(({ id }) => id), documents: done.documents, steps: done.steps } }
    },
  })
  return Response.json(answer, { status, headers: headersWithCors({ headers: new Headers(), req }) })
}

export const customerHandOver: Endpoint = { path: '/hand-over', method: 'post', handler: give }

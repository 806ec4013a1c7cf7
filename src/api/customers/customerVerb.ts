import { type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Facts } from '@/src/domain/messages/language'
import type { Finding } from '@/src/domain/kernel/decision'
import type { Person } from '@/src/domain/people/person'
import { personOf } from '@/src/access/roles'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse, spoken } from '@/src/engine/refusal'

import { bodyOf, idIn, write } from '../documents/frame'
import { notFound } from '../notFound'
import { requireLogin } from '../whoAsks'

/** A record that somebody names by its id or its code. */
export const named = z.union([z.number().int().positive(), z.string().trim().min(1)])

const always = { reason: z.string().trim().min(1).max(2000), dryRun: z.boolean().optional() }

type Asked<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape & typeof always>>

type Done = { customer: number; moved: unknown; warnings: readonly Finding[] }

type CustomerVerb<Shape extends z.ZodRawShape> = {
  name: string
  /** What it asks for besides a reason. */
  asks: Shape
  may: (person: Person | null) => boolean
  /** What whoever may not is told. */
  needs: Facts
  run: (told: { req: PayloadRequest; customer: number; body: Asked<Shape> }) => Promise<Done>
}

/** `POST /api/customers/<id>/<verb>` `{…, reason, dryRun?}`: something is done with a customer one may read, with a reason, and what it moved is told. */
export const customerVerb = <Shape extends z.ZodRawShape>({ name, asks, may, needs, run }: CustomerVerb<Shape>): Endpoint => ({
  path: `/:id(\\d+)/${name}`,
  method: 'post',
  handler: async (req) => {
    requireLogin(req)
    const customer = idIn(req)
    if (!(await readable(req, customer))) throw notFound()
    if (!may(personOf(req.user))) refuse(req, { code: 'FORBIDDEN', about: 'customers', facts: { verb: name, ...needs } })
    const given = await bodyOf(req)
    const body = readInput({ req, schema: z.object({ ...asks, ...always }), input: given, about: 'customers' }) as Asked<Shape>
    return write({
      req,
      body: given,
      work: async () => {
        const done = await run({ req, customer, body })
        const doc = await readable(req, done.customer)
        return { status: 200, body: { doc, moved: done.moved, warnings: spoken(done.warnings, req, 'customers') } }
      },
    })
  },
})

const readable = (req: PayloadRequest, id: number) =>
  req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: false, disableErrors: true, req })

/** Whom one may not read one may not name: the answer is that of an unknown customer. */
export async function customerNamed(req: PayloadRequest, field: string, given: z.infer<typeof named>): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: typeof given === 'number' ? { id: { equals: given } } : { code: { equals: given } },
    select: {},
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const accepted = languageOf(req) === 'en' ? 'a record you may read' : '您有权查看的记录'
  return docs[0]?.id ?? refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value: given, accepted } })
}

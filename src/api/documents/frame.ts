import { APIError, type PayloadRequest, addDataAndFileToRequest, headersWithCors } from 'payload'

import { type Answer, inOneTransaction } from '@/src/engine/transaction'
import { notFound } from '../notFound'

/*
 * The REST doors of a document: create, edit, verbs, bulk, check. All open the same frame (idempotency key, one transaction,
 * retry) and all run the collection's own hooks; none decides anything itself.
 */

export const respond = (req: PayloadRequest, { status, body }: Answer): Response =>
  Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })

export function idIn(req: PayloadRequest): number {
  const id = Number(req.routeParams?.['id'])
  if (!Number.isInteger(id) || id < 1) throw notFound()
  return id
}

export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  await addDataAndFileToRequest(req)
  const data: unknown = req.data ?? {}
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw new APIError('The body must be a JSON object', 400, undefined, true)
  return { ...(data as Record<string, unknown>) }
}

export function depthOf(req: PayloadRequest): number {
  const depth = Number(req.query?.['depth'] ?? 1)
  return Number.isInteger(depth) && depth >= 0 && depth <= 3 ? depth : 1
}

type Write = {
  req: PayloadRequest
  body: Record<string, unknown>
  work: () => Promise<Answer>
  /** What is told besides, once it is done, and not kept for a repetition of the request. */
  beside?: () => Promise<object>
}

export async function write({ req, body, work, beside }: Write): Promise<Response> {
  const answer = await inOneTransaction({
    req,
    path: `${req.method} ${new URL(req.url ?? '', 'http://local').pathname}`,
    body,
    dryRun: body['dryRun'] === true,
    work,
  })
  return respond(req, beside ? { ...answer, body: { ...(answer.body as object), ...(await beside()) } } : answer)
}

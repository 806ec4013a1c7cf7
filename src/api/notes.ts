import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole } from '@/src/access/roles'
import { roles } from '@/src/domain/people/person'
import { idOf } from '@/src/domain/kernel/idOf'
import { completeText, faultInText } from '@/src/domain/text/completeText'
import { readRichText } from '@/src/domain/text/richText'
import { storeMarked } from '@/src/domain/text/storeMarked'
import { plainTextOf } from '@/src/domain/text/writeRichText'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { findRecords } from '@/src/engine/documents/findRecords'
import { readInput } from '@/src/engine/readInput'
import { refuse } from '@/src/engine/refusal'
import { type Answer, inOneTransaction } from '@/src/engine/transaction'
import { notesOf } from '@/src/questions/control/notes'
import { writeNote } from '@/src/usecases/control/writeNote'

import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** Who only oversees reads notes and writes none. */
const writers = roles.filter((role) => role !== 'auditor')

const root = z.object({ root: z.record(z.string(), z.unknown()) }).refine((given) => faultInText(given) === null)

const storedNote = (given: string | z.infer<typeof root>) => {
  const rich = typeof given === 'string' ? storeMarked(given) : completeText(given)
  return { rich, text: plainTextOf(readRichText(rich)) }
}
const storedText = z.object({ rich: root, text: z.string().trim().min(1).max(5000) })

const noteInput = z
  .object({
    /** typed, with the few marks that typing has, or a rich text as the editor stores it */
    text: z
      .union([z.string().trim().min(1).max(5000), root])
      .transform(storedNote)
      .pipe(storedText),
    mentions: z.array(z.number().int().positive()).max(50).default([]),
    due: z.iso.date().nullish(),
    assignee: z.number().int().positive().nullish(),
  })
  .refine(({ due, assignee }) => !due === !assignee, { path: ['assignee'] })

function placeIn(req: PayloadRequest): { slug: string; id: number } {
  const id = Number(req.routeParams?.['id'])
  if (!Number.isInteger(id) || id < 1) throw notFound()
  return { slug: String(req.routeParams?.['slug']), id }
}

const write = async (req: PayloadRequest, work: (body: unknown) => Promise<Answer>): Promise<Response> => {
  requireUser(req)
  if (!hasRole(req.user, ...writers)) throw new APIError('Forbidden', 403, undefined, true)
  await addDataAndFileToRequest(req)
  const path = `POST ${new URL(req.url ?? '', 'http://local').pathname}`
  const { status, body } = await inOneTransaction({ req, path, body: req.data ?? {}, dryRun: false, work: () => work(req.data ?? {}) })
  return Response.json(body, { status })
}

/** `GET /api/notes/<slug>/<id>`: what people have said about a record, and who does what next. */
const read: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const notes = await notesOf({ req, ...placeIn(req) })
  if (!notes) throw notFound()
  return Response.json({ notes })
}

/** `POST /api/notes/<slug>/<id>` `{text, mentions?, due?, assignee?}`: a note; with a day and a person, also a next step. */
const add: Endpoint['handler'] = (req) =>
  write(req, async (body) => {
    const { slug, id } = placeIn(req)
    const [record] = Object.hasOwn(req.payload.collections, slug)
      ? await findRecords({ req, slug, where: { id: { equals: id } }, limit: 1, overrideAccess: false })
      : []
    if (!record) throw notFound()
    const { text, mentions, due, assignee } = readInput({ req, schema: noteInput, input: body, about: 'document-notes' })
    const people = [...new Set([...mentions, ...(assignee ? [assignee] : [])])]
    const known = await findRecords({ req, slug: 'users', where: { id: { in: people } }, overrideAccess: false })
    const unknown = people.find((person) => !known.some((each) => each.id === person && each['disabled'] !== true))
    if (unknown !== undefined)
      refuse(req, { code: 'INVALID_INPUT', about: 'document-notes', path: 'mentions', facts: { field: 'mentions', accepted: '' } })
    const no = String(record['no'] ?? record['code'] ?? record['name'] ?? '')
    const note = { ...text, mentions, due: due ?? null, assignee: assignee ?? null }
    return { status: 201, body: { doc: await writeNote({ req, about: { slug, id, no }, note }) } }
  })

/** `POST /api/notes/<note>/done` `{done}`: a next step is done, or not yet after all; said by whoever does it or asked for it. */
const done: Endpoint['handler'] = (req) =>
  write(req, async (body) => {
    const { done: isDone } = readInput({ req, schema: z.object({ done: z.boolean() }), input: body, about: 'document-notes' })
    const note = await findDocument({ req, slug: 'document-notes', id: placeIn(req).id, overrideAccess: true })
    const mine = note && [idOf(note.assignee), idOf(note.by)].includes(Number(req.user?.id))
    if (!note || !mine || (await notesOf({ req, slug: note.slug, id: note.documentId })) === null) throw notFound()
    const data = isDone ? { doneAt: now(req).instant, doneBy: Number(req.user?.id) } : { doneAt: null, doneBy: null }
    await updateDocument({ req, slug: 'document-notes', id: note.id, data, overrideAccess: true })
    return { status: 200, body: { doc: { id: note.id } } }
  })

export const notes: Endpoint[] = [
  { path: '/notes/:id(\\d+)/done', method: 'post', handler: done },
  { path: '/notes/:slug/:id(\\d+)', method: 'get', handler: read },
  { path: '/notes/:slug/:id(\\d+)', method: 'post', handler: add },
]

import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import '@/src/usecases'
import { addDays, businessDate, type BusinessDate } from '@/src/domain/kernel/businessDate'
import { tellAsOf } from '@/src/engine/clock'
import type { CreatedDocument } from '@/src/engine/document'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findRecords } from '@/src/engine/documents/findRecords'
import { readDocument } from '@/src/engine/documents/readDocument'
import { pressVerb, type StepAnswer, isVisible } from '@/src/engine/step'
import { type Answer, inOneTransaction } from '@/src/engine/transaction'

/* eslint-disable @typescript-eslint/no-explicit-any -- a story tells of documents of every kind */
export type Told = { id: number } & Record<string, any>
export type Line = { id: string; item: number; qty: number }

/** Who acts: the key of an account, e.g. `sales`. */
export type Who = string

/** A file that goes with a record of the uploads. */
export type StoryFile = { name: string; mimetype: string; data: Buffer }

/**
 * Where a story is played: everything is done as a person, with that person's rights, through the same hooks and verbs as the
 * screens. All of it belongs to one transaction, so that a story is told whole or not at all.
 */
export type Stage = {
  today: BusinessDate
  /** The business date so many days ago; negative: in the future. */
  ago: (days: number) => BusinessDate
  /** Somebody takes part under a name. */
  enter: (who: Who, user: Told) => void
  /** Keeps the id of a record under its slug and code; `id` gives it back and throws when there is none. */
  know: (slug: string, code: string, id: number) => void
  id: (slug: string, code: string) => number
  /** What is told from here on happened so many days ago; null: it happens now. */
  setMoment: (days: number | null) => void
  create: (who: Who, slug: string, data: Record<string, unknown>, file?: StoryFile) => Promise<Told>
  update: (who: Who, slug: string, id: number, data: Record<string, unknown>) => Promise<Told>
  settings: (who: Who, slug: string, data: Record<string, unknown>) => Promise<void>
  /** Runs a verb. */
  run: (who: Who, slug: string, id: number, verb: string, body?: Record<string, unknown>) => Promise<StepAnswer>
  /** Runs a verb that gives birth to another document, and reads that one. */
  bear: (who: Who, slug: string, id: number, verb: string, body?: Record<string, unknown>) => Promise<Told>
  read: (who: Who, slug: string, id: number) => Promise<Told>
  find: (who: Who, slug: string, where: Where) => Promise<Told[]>
}

/** What a story tells. `req` is the request of the whole telling, for the very first account. */
export type Story = (stage: Stage, req: PayloadRequest) => Promise<void>

/** A stage inside the transaction of `req`, whose people are entered by the story itself. */
export function openStage({ req, today }: { req: PayloadRequest; today: string }): Stage {
  const { payload } = req
  const people = new Map<Who, Told>()
  const records = new Map<string, number>()
  const first = businessDate(today)

  const personOf = (who: Who): Told => {
    const person = people.get(who)
    if (!person) throw new Error(`Nobody has entered as ${who}`)
    return person
  }
  let moment: string | null = null
  const as = async (who: Who): Promise<PayloadRequest> => {
    const own = await requestOf({ payload, user: personOf(who), transactionID: req.transactionID })
    if (moment !== null) tellAsOf(own, moment)
    return own
  }
  const told = async (who: Who, what: string, work: (own: PayloadRequest) => Promise<unknown>): Promise<any> => {
    const own = await as(who)
    const frame = { req: own, path: what, body: null, dryRun: false }
    const answer = await inOneTransaction({ ...frame, work: async (): Promise<Answer> => ({ status: 200, body: await work(own) }) }).catch(
      (error: unknown) => {
        throw new Error(`${what} (${who}): ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      },
    )
    return answer.body
  }
  const stage: Stage = {
    today: first,
    ago: (days) => addDays(first, -days),
    enter: (who, user) => void people.set(who, user),
    know: (slug, code, id) => void records.set(`${slug}/${code}`, id),
    id: (slug, code) => {
      const id = records.get(`${slug}/${code}`)
      if (id === undefined) throw new Error(`The story knows no ${slug} ${code}`)
      return id
    },
    setMoment: (days) => {
      moment = days === null ? null : `${addDays(first, -days)}T02:00:00.000Z`
    },
    create: (who, slug, data, file) =>
      told(who, `create ${slug} ${String(data['code'] ?? '')}`, async (own) => {
        const sent = file ? { file: { ...file, size: file.data.length } } : {}
        const doc = await enterDocument({ req: own, slug: collectionNamed(own, slug), id: null, data, ...sent, overrideAccess: false })
        if (typeof data['code'] === 'string') stage.know(slug, data['code'], doc.id)
        return doc
      }),
    update: (who, slug, id, data) =>
      told(who, `update ${slug}/${id}`, (own) =>
        enterDocument({ req: own, slug: collectionNamed(own, slug), id, data, overrideAccess: false }),
      ),
    settings: (who, slug, data) =>
      told(who, `settings ${slug}`, (own) =>
        payload.updateGlobal({ slug: slug as never, data: data as never, depth: 0, overrideAccess: false, req: own }),
      ),
    run: (who, slug, id, verb, body = {}) =>
      told(who, `${verb} ${slug}/${id}`, async (own) => {
        if (!(await isVisible({ req: own, slug, id }))) throw new Error('not visible to this person')
        return pressVerb({ req: own, slug, id, verb, body })
      }),
    bear: async (who, slug, id, verb, body = {}) => {
      const { created } = (await stage.run(who, slug, id, verb, body)) as { created?: CreatedDocument }
      if (!created) throw new Error(`${verb} of ${slug}/${id} gave birth to nothing`)
      return stage.read(who, created.slug, created.id)
    },
    read: (who, slug, id) =>
      told(who, `read ${slug}/${id}`, (own) => readDocument({ req: own, slug: collectionNamed(own, slug), id, overrideAccess: false })),
    find: (who, slug, where) =>
      told(who, `find ${slug}`, (own) => findRecords({ req: own, slug, where, sort: 'id', overrideAccess: false })),
  }
  return stage
}

/** A request of a person, with a context of its own, inside a transaction that is already open. */
async function requestOf({
  payload,
  user,
  transactionID,
}: {
  payload: Payload
  user: Told
  transactionID: PayloadRequest['transactionID']
}): Promise<PayloadRequest> {
  const own = await createLocalReq({ user: { ...user, collection: 'users' } as never, context: {} }, payload)
  if (transactionID !== undefined) own.transactionID = transactionID
  return own
}

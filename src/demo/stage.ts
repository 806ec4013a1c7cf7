import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import '@/src/usecases'
import { addDays, businessDate, type BusinessDate } from '@/src/domain/kernel/businessDate'
import { tellAsOf } from '@/src/engine/clock'
import { asStored } from '@/src/engine/documents/asStored'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { CollectionSlug, Stored } from '@/src/engine/documents/stored'
import type { Config } from '@/src/payload-types'
import { pressVerb, type StepAnswer, isVisible } from '@/src/engine/step'
import { type Answer, inOneTransaction } from '@/src/engine/transaction'

/** A record as the story finds it. */
export type Told<Slug extends CollectionSlug = CollectionSlug> = Stored<Slug>

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
  /** Of everybody in the story. */
  password: string
  /** The business date so many days ago; negative: in the future. */
  ago: (days: number) => BusinessDate
  /** Somebody takes part under a name. */
  enter: (who: Who, user: Told<'users'>) => void
  /** Keeps the id of a record under its slug and code; `id` gives it back and throws when there is none. */
  know: (slug: string, code: string, id: number) => void
  id: (slug: string, code: string) => number
  /** What is told from here on happened so many days ago; null: it happens now. */
  setMoment: (days: number | null) => void
  create: <Slug extends CollectionSlug>(who: Who, slug: Slug, data: Record<string, unknown>, file?: StoryFile) => Promise<Told<Slug>>
  update: <Slug extends CollectionSlug>(who: Who, slug: Slug, id: number, data: Record<string, unknown>) => Promise<Told<Slug>>
  settings: (who: Who, slug: keyof Config['globals'], data: Record<string, unknown>) => Promise<void>
  /** Runs a verb. */
  run: (who: Who, slug: string, id: number, verb: string, body?: Record<string, unknown>) => Promise<StepAnswer>
  /** Runs a verb that gives birth to another document, and reads that one. */
  bear: <Slug extends CollectionSlug>(
    who: Who,
    slug: string,
    id: number,
    verb: string,
    child: Slug,
    body?: Record<string, unknown>,
  ) => Promise<Told<Slug>>
  read: <Slug extends CollectionSlug>(who: Who, slug: Slug, id: number) => Promise<Told<Slug>>
  find: <Slug extends CollectionSlug>(who: Who, slug: Slug, where: Where) => Promise<Array<Told<Slug>>>
}

/** Tells. `req` is the request of the whole telling, for the very first account. */
type Telling = (stage: Stage, req: PayloadRequest) => Promise<void>

/** A part of a story, with what it is about. */
export type Chapter = { says: string; tell: Telling }

/** A stage inside the transaction of `req`, whose people are entered by the story itself. */
export function openStage({ req, today, password }: { req: PayloadRequest; today: string; password: string }): Stage {
  const { payload } = req
  const people = new Map<Who, Told<'users'>>()
  const records = new Map<string, number>()
  const first = businessDate(today)

  const personOf = (who: Who): Told<'users'> => {
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
  const told = async <Done>(who: Who, what: string, work: (own: PayloadRequest) => Promise<Done>): Promise<Done> => {
    const own = await as(who)
    const done: Done[] = []
    const frame = { req: own, path: what, body: null, dryRun: false }
    const once = async (): Promise<Answer> => {
      done.push(await work(own))
      return { status: 200, body: null }
    }
    await inOneTransaction({ ...frame, work: once }).catch((error: unknown) => {
      throw new Error(`${what} (${who}): ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    })
    return done.at(-1) as Done
  }
  const stage: Stage = {
    today: first,
    password,
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
        const doc = await enterDocument({ req: own, slug, id: null, data, ...sent, overrideAccess: false })
        if (typeof data['code'] === 'string') stage.know(slug, data['code'], Number(doc.id))
        return doc
      }),
    update: (who, slug, id, data) =>
      told(who, `update ${slug}/${id}`, (own) => enterDocument({ req: own, slug, id, data, overrideAccess: false })),
    settings: (who, slug, data) =>
      told(who, `settings ${slug}`, async (own) => {
        await payload.updateGlobal({ slug, data, depth: 0, overrideAccess: false, req: own })
      }),
    run: (who, slug, id, verb, body = {}) =>
      told(who, `${verb} ${slug}/${id}`, async (own) => {
        if (!(await isVisible({ req: own, slug, id }))) throw new Error('not visible to this person')
        return pressVerb({ req: own, slug, id, verb, body })
      }),
    bear: async (who, slug, id, verb, child, body = {}) => {
      const { created } = await stage.run(who, slug, id, verb, body)
      if (created?.slug !== child) throw new Error(`${verb} of ${slug}/${id} gave birth to no ${child}`)
      return stage.read(who, child, created.id)
    },
    read: (who, slug, id) => told(who, `read ${slug}/${id}`, (own) => readDocument({ req: own, slug, id, overrideAccess: false })),
    find: (who, slug, where) =>
      told(who, `find ${slug}`, async (own) =>
        (await findDocuments({ req: own, slug, where, sort: 'id', overrideAccess: false })).map((doc) => asStored<typeof slug>(doc)),
      ),
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
  user: Told<'users'>
  transactionID: PayloadRequest['transactionID']
}): Promise<PayloadRequest> {
  const own = await createLocalReq({ user: { ...user, collection: 'users' }, context: {} }, payload)
  if (transactionID !== undefined) own.transactionID = transactionID
  return own
}

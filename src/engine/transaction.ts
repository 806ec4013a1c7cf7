import { createHash } from 'node:crypto'

import { APIError, type CollectionSlug, commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { figures, maySee } from '@/src/domain/people/sight'

import { sqlStateOf, withRetry } from '@/src/db/transaction'
import { claimIdempotencyKey, storeIdempotentAnswer } from '@/src/ledger/idempotency'

import { actorOf } from './actor'
import { beginAfresh } from './operation'
import { refuse } from './refusal'

export type Answer = { status: number; body: unknown }

/** A key given again answers only to the same rights: what was answered before they were taken is not told after. */
const rightsOf = (req: PayloadRequest): unknown[] => {
  const person = actorOf(req)
  return [
    person?.roles,
    person?.dataScope,
    idOf(person?.department),
    person?.warehouses?.map(idOf),
    figures.map((figure) => maySee(person, figure)),
  ]
}

/** The earlier answer, if its document is still this person's to read. */
async function ifStillHis(req: PayloadRequest, path: string, answer: Answer): Promise<Answer> {
  const slug = /(?:\/api\/|^bulk )([a-z-]+)/.exec(path)?.[1] ?? ''
  const id = idOf((answer.body as { doc?: unknown } | null)?.doc)
  if (id === null || !Object.hasOwn(req.payload.collections, slug)) return answer
  const seen = await req.payload.findByID({
    collection: slug as CollectionSlug,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!seen) throw new APIError('Not found', 404, undefined, true)
  return answer
}

class DryRun extends Error {
  constructor(readonly answer: Answer) {
    super('dry run')
  }
}

/**
 * The outermost frame of every write: idempotency key, one transaction, retried whole when Postgres chose it as the victim of
 * a deadlock. With `dryRun` everything is decided and nothing kept.
 */
export async function inOneTransaction({
  req,
  path,
  body,
  dryRun,
  part,
  work,
}: {
  req: PayloadRequest
  path: string
  body: unknown
  dryRun: boolean
  /** Which part of a request this is that writes in several transactions: one key covers them all, each by itself. */
  part?: string
  work: () => Promise<Answer>
}): Promise<Answer> {
  const given = req.headers.get('idempotency-key')
  const key = given && part ? `${given.slice(0, 150)} ${part}` : given
  const user = (req.user as { id: number } | null)?.id ?? 0
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([body ?? null, rightsOf(req)]))
    .digest('hex')
  try {
    return await withRetry({
      req,
      work: async () => {
        beginAfresh(req)
        const opened = await initTransaction(req)
        try {
          const earlier = key && !dryRun ? await claimIdempotencyKey({ req, user, key, path, bodyHash }) : null
          if (earlier === 'otherRequest')
            refuse(req, { code: 'DUPLICATE', path: 'Idempotency-Key', facts: { field: 'Idempotency-Key', value: key } })
          const answer = earlier && earlier !== 'otherRequest' ? await ifStillHis(req, path, earlier) : await work()
          if (dryRun) throw new DryRun(answer)
          if (key && !earlier) await storeIdempotentAnswer({ req, user, key, answer })
          if (opened) await commitTransaction(req)
          return answer
        } catch (error) {
          if (opened) await killTransaction(req)
          throw error
        }
      },
    })
  } catch (error) {
    if (error instanceof DryRun) return error.answer
    if (sqlStateOf(error) === '23514') req.payload.logger.error({ err: error, msg: 'The database refused what the rules let pass' })
    throw error
  }
}

import { createHash } from 'node:crypto'

import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { sqlStateOf, withRetry } from '@/src/db/transaction'
import { claimIdempotencyKey, storeIdempotentAnswer } from '@/src/ledger/idempotency'

import { beginAfresh } from './operation'
import { refuse } from './refusal'

export type Answer = { status: number; body: unknown }

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
  work,
}: {
  req: PayloadRequest
  path: string
  body: unknown
  dryRun: boolean
  work: () => Promise<Answer>
}): Promise<Answer> {
  const key = req.headers.get('idempotency-key')
  const user = (req.user as { id: number } | null)?.id ?? 0
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
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
          const answer = earlier && earlier !== 'otherRequest' ? earlier : await work()
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

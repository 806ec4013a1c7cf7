import { type CollectionSlug, createLocalReq, type Payload, type Where } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { waitInLine } from '@/src/db/waitInLine'
import { now } from '@/src/engine/clock'

import { demoAccounts, demoPassword } from './accounts'
import { openStage } from './stage'
import { stories } from './stories'

/** Any number that nothing else of ours locks. */
const SEED_LOCK = 4_207_251_002

/** `told`: the story is in the books now. `there`: it was already. `used`: the books hold other business, nothing was done. */
export type SeedOutcome = 'told' | 'there' | 'used'

/** How far a story is; the last step proves the books. */
export type SeedStep = { at: number; of: number; says: string }

/**
 * Tells a story into empty books, in one transaction: whole or not at all. A second time finds it there and changes nothing;
 * books with business of their own are left alone.
 */
export async function seedStory({
  payload,
  story,
  password = demoPassword,
  report = () => undefined,
}: {
  payload: Payload
  story: string
  /** Of everybody in the story. */
  password?: string | undefined
  /** Told before each chapter; what it throws ends the story, and nothing of it stays. */
  report?: (step: SeedStep) => void | Promise<void>
}): Promise<SeedOutcome> {
  const chosen = stories[story]
  if (!chosen) throw new Error(`There is no story ${story}`)
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async (): Promise<SeedOutcome> => {
    // of two servers that start together on empty books one tells, the other waits and finds it there
    await waitInLine(req, SEED_LOCK)
    const count = async (slug: CollectionSlug, where: Where = {}): Promise<number> =>
      (await payload.count({ collection: slug, where, overrideAccess: true, req })).totalDocs
    if ((await count('users', { email: { in: demoAccounts.map(({ email }) => email) } })) > 0) return 'there'
    for (const slug of ['customers', 'items', 'orders', 'departments'] as const) if ((await count(slug)) > 0) return 'used'
    const stage = openStage({ req, password, today: now(req).date })
    for (const [at, { says, tell }] of chosen.chapters.entries()) {
      await report({ at: at + 1, of: chosen.chapters.length + 1, says })
      await tell(stage, req)
    }
    return 'told'
  })
}

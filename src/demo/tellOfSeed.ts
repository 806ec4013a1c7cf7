import { createLocalReq, type Payload } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { demoAccounts } from './accounts'
import { seedStory, type SeedOutcome, type SeedStep } from './seedStory'

const outcomes: Readonly<Record<Exclude<SeedOutcome, 'told'>, string>> = {
  there: 'The demonstration is in the books already; nothing was changed.',
  used: 'These books hold business of their own; nothing was changed. Seed into an empty database (DATA_DIR or DATABASE_URL).',
}

/** Seeds, proves the books and tells both line by line. Throws when the books do not agree. */
export async function tellOfSeed({
  payload,
  story,
  password,
  say,
  report = () => undefined,
}: {
  payload: Payload
  story: string
  /** Of everybody in the story; the public one when none is given. */
  password?: string
  /** Takes what came of it. */
  say: (line: string) => void
  /** Takes how far it is. */
  report?: (step: SeedStep) => void | Promise<void>
}): Promise<SeedOutcome> {
  const started = performance.now()
  let steps = 1
  const told = (step: SeedStep): void | Promise<void> => {
    steps = step.of
    return report(step)
  }
  const outcome = await seedStory({ payload, story, password, report: told })
  if (outcome !== 'told') {
    say(outcomes[outcome])
    return outcome
  }
  await report({ at: steps, of: steps, says: 'proving the books' })
  const req = await createLocalReq({}, payload)
  let documents = 0
  const differences = await inTransaction(req, () => verifyLedgers(req, (checked) => (documents = checked)))
  say(`Seeded in ${Math.round((performance.now() - started) / 1000)} s: ${documents} documents proven, ${differences.length} differences.`)
  for (const { book, key, expected, actual } of differences) say(`${book} ${key}: expected ${expected}, found ${actual}`)
  if (differences.length > 0) throw new Error('The seeded books do not agree')
  return outcome
}

/** A step as a line to print. */
export const stepLine = ({ at, of, says }: SeedStep): string => `${at} of ${of}: ${says}`

/** The accounts of the demonstration as lines to print. */
export const accountLines = (): string[] =>
  demoAccounts.map(({ email, password, name, title }) => `  ${email.padEnd(28)} ${password}   ${title.zh} ${name} (${title.en})`)

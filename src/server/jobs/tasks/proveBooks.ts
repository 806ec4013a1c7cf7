import { createLocalReq } from 'payload'

import { type Proof, recordProof } from '@/src/db/bookProofs'
import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { version } from '@/src/env/version'
import { keepSeals } from '@/src/ledger/documentSeals'
import { verifyChanges } from '@/src/questions/control/verifyLedgers'
import { notify, peopleWithRole } from '@/src/usecases/control/notify'

import type { JobTask } from '../task'

/** Every night: the books are proven, as `ledger:verify -- --changed` does; what was found is written down, and any difference is told to the administrators. */
export const proveBooks: JobTask = async ({ payload }) => {
  const started = performance.now()
  const at = new Date().toISOString()
  const reading = await createLocalReq({}, payload)
  const { documents, differences: found, seals } = await inSnapshot(reading, () => verifyChanges(reading, { version: version(), at }))
  const proof: Proof = {
    kind: 'ledgers',
    at,
    seconds: (performance.now() - started) / 1000,
    documents,
    differences: found.length,
    first: found.slice(0, 20).map(({ book, key, expected, actual }) => `${book} ${key}: ${expected} ≠ ${actual}`),
  }
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await recordProof(req, proof)
    await keepSeals(req, seals)
    if (found.length > 0) await tellAdministrators(req, proof)
  })
  if (found.length > 0)
    payload.logger.error({ msg: 'The books do not agree with the documents', differences: found.length, first: proof.first })
}

async function tellAdministrators(req: Parameters<typeof recordProof>[0], { at, differences, first }: Proof): Promise<void> {
  for (const person of await peopleWithRole(req, 'admin'))
    await notify({
      req,
      people: [person],
      kind: 'books',
      key: `books-${at}`,
      title: { zh: `账目核对发现 ${differences} 处差异`, en: `The proof of the books found ${differences} differences` },
      text: { zh: `${first.join('\n')}\n\n详见“系统状态”。`, en: `${first.join('\n')}\n\nSee “System”.` },
      related: { slug: 'users', id: person.id },
    })
}

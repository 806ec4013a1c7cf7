import { addDataAndFileToRequest, type Endpoint } from 'payload'

import { judgePassword } from '@/src/accounts/judgePassword'
import { inTransaction } from '@/src/db/transaction'
import { demoAccounts } from '@/src/demo/accounts'
import { tellOfSeed } from '@/src/demo/tellOfSeed'
import { noted } from '@/src/domain/control/noted'
import { writeAudit } from '@/src/engine/audit'
import { refuse, refuseIfAny } from '@/src/engine/refusal'
import { setupState } from '@/src/questions/control/setupState'

import { streamedLines } from './streamedLines'
import { requireAdministrator } from './system'

/**
 * `POST /api/setup/demonstration` `{ password }`: tells the demonstration factory into the empty books of a new company, line by line as it
 * goes: `{ at, of }` … then `{ accounts }`. Its people take the password given here: the public one opens demonstrations on one's own machine
 * only. Whoever stops listening calls it off.
 */
export const demonstration: Endpoint = {
  path: '/setup/demonstration',
  method: 'post',
  handler: async (req) => {
    requireAdministrator(req)
    await addDataAndFileToRequest(req)
    const password: unknown = req.data?.['password']
    const own = demoAccounts.flatMap(({ email, name }) => [email, name])
    refuseIfAny(req, await inTransaction(req, () => judgePassword({ req, password, own, user: null })))
    const { empty } = await inTransaction(req, () => setupState(req))
    if (!empty) refuse(req, { code: 'BOOKS_IN_USE', facts: {} })
    return streamedLines({
      req,
      what: 'The demonstration',
      work: async (say) => {
        const outcome = await tellOfSeed({
          payload: req.payload,
          story: 'demo',
          password: String(password),
          say: (line) => req.payload.logger.info(line),
          report: ({ at, of }) => say({ at, of }),
        })
        if (outcome !== 'told') refuse(req, { code: 'BOOKS_IN_USE', facts: {} })
        const changes = [noted('demonstration', { zh: '演示数据', en: 'Demonstration' }, demoAccounts.length)]
        await inTransaction(req, () => writeAudit(req, { slug: 'company', verb: 'import', changes }))
        return { accounts: demoAccounts.map(({ email, name, title }) => ({ email, name, title })) }
      },
    })
  },
}

import type { Endpoint } from 'payload'
import { z } from 'zod'

import { needsFactor } from '@/src/accounts/secondFactor'
import { closeSessions } from '@/src/accounts/sessions'
import { factorOf } from '@/src/db/accounts/factors'
import { keysOf } from '@/src/db/accounts/keys'
import { logInsOf, openSessionsOf } from '@/src/db/accounts/sessions'
import { inTransaction } from '@/src/db/transaction'
import { clientWords } from '@/src/domain/people/deviceOf'
import { logInVerbs } from '@/src/domain/words/loginWords'
import { readInput } from '@/src/engine/readInput'

import { accountAsked, requireSession } from './whoseAccount'

/** `GET /users/:id/account`: what is open, which ways in there are, who came and who tried; for oneself and the administrator. */
const account: Endpoint = {
  path: '/:id(\\d+)/account',
  method: 'get',
  handler: async (req) => {
    const doc = await accountAsked(req)
    const { _sid: current } = requireSession(req)
    const about = { req, user: doc.id }
    const factor = await factorOf(about)
    const sessions = await openSessionsOf(about)
    return Response.json({
      sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === current })),
      factor: { isOn: factor?.isOn ?? false, isNeeded: await needsFactor(req, doc), codesLeft: factor?.isOn ? factor.codesLeft : 0 },
      keys: await keysOf(about),
      logIns: (await logInsOf({ ...about, email: doc.email, verbs: logInVerbs })).map((line) => ({
        ...line,
        client: clientWords(line.client ?? ''),
      })),
    })
  },
}

/** `POST /users/:id/sessions/end`: one (`session`), or all but the one that asks. */
const end: Endpoint = {
  path: '/:id(\\d+)/sessions/end',
  method: 'post',
  handler: async (req) => {
    const doc = await accountAsked(req)
    const { _sid: current } = requireSession(req)
    const { session } = readInput({ req, schema: z.object({ session: z.string().max(100).optional() }), input: req.data })
    const which = session === undefined ? { but: current ?? null } : { only: session }
    const ended = await inTransaction(req, () => closeSessions(req, { ...doc, why: 'asked' }, which))
    return Response.json({ ended })
  },
}

export const sessionDoors: Endpoint[] = [account, end]

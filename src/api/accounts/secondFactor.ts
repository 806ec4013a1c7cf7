import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { refuseIfAny } from '@/src/engine/refusal'
import { userOfTicket } from '@/src/accounts/enrolTicket'
import { beginFactor, dropFactor, needsFactor, renewCodes, settleFactor, showFactor } from '@/src/accounts/secondFactor'
import { closeSessions } from '@/src/accounts/sessions'
import { tellCodesRenewed, tellFactorOff, tellFactorOn, tellFactorReset } from '@/src/accounts/tellOwner'
import { inTransaction } from '@/src/db/transaction'
import type { WordedFinding } from '@/src/domain/kernel/decision'
import { readInput } from '@/src/engine/readInput'
import type { User } from '@/src/payload-types'

import { limitTries } from '../limitedLogin'
import { requireAdministrator, requirePassword, requireSession } from './whoseAccount'

const word = z.string().max(1000)
const given = z.object({ ticket: word.optional(), code: word.optional(), currentPassword: word.optional() })

const refusal = (path: string, zh: string, en: string): WordedFinding[] => [{ code: 'INVALID_INPUT', path, facts: { field: path }, text: { zh, en } }] // prettier-ignore
const inForce = refusal('code', '两步验证已启用，请先停用', 'There is a second factor in force; take it away first')
const needed = refusal('code', '您的角色必须使用两步验证；更换手机请由管理员重置', 'Your roles need a second factor; an administrator resets it when the phone is another') // prettier-ignore
const oneself = refusal('id', '自己的两步验证请自行停用', 'One’s own second factor is taken away by showing it')

/** Whose factor is set up: of who sits at a session and knows the password, or of who was told at the log-in to do so first. */
async function enrolling(req: PayloadRequest, { ticket, currentPassword }: z.infer<typeof given>, isFirst: boolean): Promise<User> {
  if (ticket === undefined) {
    const user = requireSession(req)
    if (isFirst) await requirePassword(req, user.id, currentPassword)
    return user
  }
  const id = await userOfTicket(req.payload, ticket)
  const account =
    id === null ? null : await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, disableErrors: true, req })
  if (!account || account.disabled) throw new APIError('Unauthorized', 401, undefined, true)
  return account
}

const asked = (req: PayloadRequest) => readInput({ req, schema: given, input: req.data })
const door = (path: string, handler: Endpoint['handler']): Endpoint => ({ path, method: 'post', handler })

/** Setting up, renewing and taking away a second factor (RFC 6238). */
export const secondFactor: Endpoint[] = [
  door('/second-factor/begin', async (req) => {
    const sent = asked(req)
    await limitTries(req, 'second-factor')
    const account = await enrolling(req, sent, true)
    const shown = await beginFactor(req, account)
    if (!shown) refuseIfAny(req, inForce)
    return Response.json(shown)
  }),
  door('/second-factor/confirm', async (req) => {
    const sent = asked(req)
    const account = await enrolling(req, sent, false)
    const codes = await inTransaction(req, async () => {
      const made = await settleFactor(req, account.id, sent.code)
      await tellFactorOn(req, account)
      return made
    })
    return Response.json({ codes })
  }),
  door('/second-factor/codes', async (req) => {
    const account = requireSession(req)
    const { code } = asked(req)
    const codes = await inTransaction(req, async () => {
      const made = await renewCodes(req, account.id, code)
      await tellCodesRenewed(req, account)
      return made
    })
    return Response.json({ codes })
  }),
  door('/second-factor/remove', async (req) => {
    const account = requireSession(req)
    const { code, currentPassword } = asked(req)
    await requirePassword(req, account.id, currentPassword)
    if (await needsFactor(req, account)) refuseIfAny(req, needed)
    await inTransaction(req, async () => {
      await showFactor(req, account.id, code)
      if (await dropFactor(req, account.id)) await tellFactorOff(req, account)
    })
    return Response.json({ removed: true })
  }),
  door('/:id(\\d+)/second-factor/reset', async (req) => {
    const by = requireAdministrator(req)
    const id = Number(req.routeParams?.['id'])
    if (id === by.id) refuseIfAny(req, oneself)
    const account = await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, req })
    const removed = await inTransaction(req, async () => {
      const had = await dropFactor(req, account.id)
      if (!had) return false
      await tellFactorReset(req, account)
      await closeSessions(req, { ...account, why: 'factor-reset' })
      return true
    })
    return Response.json({ removed })
  }),
]

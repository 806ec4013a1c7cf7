import { APIError, type Endpoint } from 'payload'
import { z } from 'zod'

import { languageOf, refuseIfAny } from '@/src/engine/refusal'
import { sendPasswordLink, userOfLink } from '@/src/accounts/passwordLink'
import { closeLinks } from '@/src/db/accounts/links'
import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'
import { roles } from '@/src/domain/people/person'
import { writeAudit } from '@/src/engine/audit'
import { workOf } from '@/src/engine/operation'
import { readInput } from '@/src/engine/readInput'

import { limitTries } from '../limitedLogin'
import { requireAdministrator } from './whoseAccount'

const email = z.email().max(254).transform((text) => text.toLowerCase().trim()) // prettier-ignore

const told = {
  zh: '若此邮箱有账号，重设密码的链接已发送，一小时内有效。',
  en: 'If there is an account with this address, a link to set a new password is on its way. It works for an hour.',
} as const
const ended = {
  zh: '链接已使用、已过期或无效，请重新申请',
  en: 'This link was used, is out of date or is none; ask for another one',
} as const

/** Stand before the platform's own doors of the same names, which would keep the token as it is and mail it within the request. */
const forgotten: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    const asked = readInput({ req, schema: z.object({ email }), input: req.data })
    await limitTries(req, asked.email)
    const key = `password-link-${asked.email}`
    await inTransaction(req, () => enqueue({ req, task: 'passwordLink', payload: { email: asked.email }, key }))
    return Response.json({ message: told[languageOf(req)] })
  },
}

const settled: Endpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    const schema = z.object({ token: z.string().max(200), password: z.string().max(1000) })
    const { token, password } = readInput({ req, schema, input: req.data })
    await limitTries(req, '')
    const email = await inTransaction(req, async () => {
      const id = await userOfLink(req, token)
      const account =
        id === null
          ? null
          : await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, disableErrors: true, req })
      if (!account || account.disabled) throw new APIError(ended[languageOf(req)], 403, undefined, true)
      await req.payload.update({
        collection: 'users',
        id: account.id,
        data: { password, lockUntil: null, loginAttempts: 0 },
        depth: 0,
        overrideAccess: true,
        req,
      })
      await closeLinks({ req, user: account.id })
      return account.email
    })
    return Response.json({ email })
  },
}

const person = z.object({
  name: z.string().trim().min(1).max(200),
  email,
  roles: z.array(z.enum(roles)).max(20).default([]),
  department: z.number().int().positive().nullish(),
  language: z.enum(['zh', 'en']).default('zh'),
})

/** A new account, whose password nobody knows until its owner has chosen one. */
const inviteNew: Endpoint = {
  path: '/invite',
  method: 'post',
  handler: async (req) => {
    requireAdministrator(req)
    const { department, ...data } = readInput({ req, schema: person, input: req.data })
    workOf(req).account.isInvited = true
    const doc = await inTransaction(req, async () => {
      const made = await req.payload.create({
        collection: 'users',
        data: { ...data, ...(department ? { department } : {}), password: `${crypto.randomUUID()} ${crypto.randomUUID()}` },
        depth: 0,
        overrideAccess: false,
        req,
      })
      await sendPasswordLink({ req, to: made, purpose: 'invite' })
      await writeAudit(req, { slug: 'users', documentId: made.id, no: made.email, verb: 'invite' })
      return made
    })
    return Response.json({ doc: { id: doc.id, name: doc.name, email: doc.email } }, { status: 201 })
  },
}

/** The administrator sends somebody a link, instead of telling him a password. */
const inviteAgain: Endpoint = {
  path: '/:id(\\d+)/invite',
  method: 'post',
  handler: async (req) => {
    requireAdministrator(req)
    await inTransaction(req, async () => {
      const id = Number(req.routeParams?.['id'])
      const account = await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: false, req })
      if (account.disabled)
        refuseIfAny(req, [{ code: 'INVALID_INPUT', path: 'disabled', facts: { field: 'disabled' }, text: { zh: '账号已停用', en: 'The account is disabled' } }]) // prettier-ignore
      await sendPasswordLink({ req, to: account, purpose: 'invite' })
      await writeAudit(req, { slug: 'users', documentId: account.id, no: account.email, verb: 'invite' })
    })
    return Response.json({ sent: true })
  },
}

export const passwordLinks: Endpoint[] = [forgotten, settled, inviteNew, inviteAgain]

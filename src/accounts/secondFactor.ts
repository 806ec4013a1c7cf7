import { APIError, type PayloadRequest } from 'payload'

import { confirmFactor, type Factor, factorOf, factorRolesOf, proposeFactor, removeFactor, replaceCodes, takeCode, takeFresh, takeStep } from '@/src/db/accounts/factors' // prettier-ignore
import { countTry } from '@/src/db/tries'
import type { FindingCode } from '@/src/domain/kernel/decision'
import { now } from '@/src/engine/clock'
import { languageOf, refuse } from '@/src/engine/refusal'

import { enrolTicket, userOfTicket } from './enrolTicket'
import { newRecoveryCodes, newSecret, recoveryHash, shownSecret, stepOfCode } from './oneTimeCode'

type Account = { id: number; email: string; roles?: readonly string[] | null }

const tooMany = {
  zh: (seconds: number) => `验证码错误次数过多，请 ${seconds} 秒后再试`,
  en: (seconds: number) => `Too many codes, please wait ${seconds} seconds`,
} as const

const asked = (req: PayloadRequest, code: FindingCode, facts: Record<string, unknown> = {}): never =>
  refuse(req, { code, path: 'code', facts })

/** Whether somebody's roles ask for a second factor today. */
export const needsFactor = async (req: PayloadRequest, { roles }: Pick<Account, 'roles'>): Promise<boolean> => {
  const asking = await factorRolesOf(req)
  return (roles ?? []).some((role) => asking.includes(role))
}

/** A code as it was given: of the clock, or one for recovery. Each is taken once; guessing is counted for all servers. */
async function takes(req: PayloadRequest, user: number, factor: Factor, code: string): Promise<'clock' | 'recovery' | null> {
  const { payload } = req
  const wait = await countTry({ payload, limit: { name: 'second-factor', most: 5, seconds: 300 }, of: String(user) })
  if (wait > 0) throw new APIError(tooMany[languageOf(req)](wait), 429, { refused: 'TOO_MANY_TRIES' }, true)
  const at = new Date(now(req).instant).getTime()
  const step = stepOfCode({ secret: payload.decrypt(factor.secret), code, now: at })
  if (step !== null) return (await takeStep({ req, user, step })) ? 'clock' : null
  return (await takeCode({ req, user, hash: recoveryHash(payload, code) })) ? 'recovery' : null
}

/** Refuses who cannot show the factor of this account. Who has none is let through. */
export async function showFactor(req: PayloadRequest, user: number, code: unknown): Promise<'clock' | 'recovery' | null> {
  const factor = await factorOf({ req, user })
  if (!factor?.isOn) return null
  if (typeof code !== 'string' || code.trim() === '') return asked(req, 'SECOND_FACTOR_REQUIRED')
  return (await takes(req, user, factor, code)) ?? asked(req, 'SECOND_FACTOR_WRONG')
}

/** What was given beside the password, by whichever door: in the body, or in a header where the door takes no more words (GraphQL). */
const codeGiven = ({ data, headers }: PayloadRequest): unknown => data?.['code'] ?? headers?.get('x-second-factor') ?? undefined

/**
 * Stands between the right password and the session, at every door that logs in. Whose roles ask for a factor he has not set up is given a
 * ticket to do so first, with which he is let in once. Null: nothing is asked for.
 */
export async function passSecondFactor(req: PayloadRequest, account: Account): Promise<'clock' | 'recovery' | 'fresh' | null> {
  const user = account.id
  const factor = await factorOf({ req, user })
  if (factor?.isOn) {
    const isFresh = (await userOfTicket(req.payload, req.data?.['ticket'])) === user && (await takeFresh({ req, user }))
    return isFresh ? 'fresh' : showFactor(req, user, codeGiven(req))
  }
  if (await needsFactor(req, account)) return asked(req, 'SECOND_FACTOR_SETUP', { ticket: await enrolTicket(req.payload, user) })
  return null
}

/** A secret to be shown once and confirmed by a code. Null: there is a factor in force, which is taken away first. */
export async function beginFactor(req: PayloadRequest, account: Account): Promise<Awaited<ReturnType<typeof shownSecret>> | null> {
  const secret = newSecret()
  const isProposed = await proposeFactor({ req, user: account.id, secret: req.payload.encrypt(secret) })
  return isProposed ? shownSecret(secret, account.email) : null
}

const renewed = async (req: PayloadRequest, user: number): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await replaceCodes({ req, user, hashes: codes.map((code) => recoveryHash(req.payload, code)) })
  return codes
}

/** The factor is in force once its owner has shown that he can make codes; he gets codes for the day he cannot. */
export async function settleFactor(req: PayloadRequest, user: number, code: unknown): Promise<string[]> {
  const factor = await factorOf({ req, user })
  if (!factor || factor.isOn) return asked(req, 'SECOND_FACTOR_WRONG')
  if (typeof code !== 'string' || (await takes(req, user, factor, code)) !== 'clock') return asked(req, 'SECOND_FACTOR_WRONG')
  await confirmFactor({ req, user })
  return renewed(req, user)
}

/** New recovery codes, for who shows the factor; the former ones end. */
export async function renewCodes(req: PayloadRequest, user: number, code: unknown): Promise<string[]> {
  if ((await showFactor(req, user, code)) === null) return asked(req, 'SECOND_FACTOR_WRONG')
  return renewed(req, user)
}

export const dropFactor = (req: PayloadRequest, user: number): Promise<boolean> => removeFactor({ req, user })

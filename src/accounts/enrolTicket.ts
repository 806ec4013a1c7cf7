import { createSecretKey } from 'node:crypto'

import { jwtVerify, SignJWT } from 'jose'
import type { Payload } from 'payload'

const keyOf = ({ secret }: Pick<Payload, 'secret'>) => createSecretKey(Buffer.from(`enrol ${secret}`))

/** Says for ten minutes that somebody has given the right password, and sets up the second factor his roles ask for before he is let in. */
export const enrolTicket = (payload: Pick<Payload, 'secret'>, user: number): Promise<string> =>
  new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(String(user)).setAudience('enrol').setIssuedAt().setExpirationTime('10m').sign(keyOf(payload)) // prettier-ignore

/** Whose ticket it is; null: nobody's, or too old. */
export async function userOfTicket(payload: Pick<Payload, 'secret'>, ticket: unknown): Promise<number | null> {
  if (typeof ticket !== 'string') return null
  const read = await jwtVerify(ticket, keyOf(payload), { audience: 'enrol', algorithms: ['HS256'] }).catch(() => null)
  return read ? Number(read.payload.sub) : null
}

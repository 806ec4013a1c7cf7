import { createSecretKey } from 'node:crypto'

import { jwtVerify, SignJWT } from 'jose'
import type { Payload } from 'payload'

type House = Pick<Payload, 'secret'>
const keyOf = ({ secret }: House) => createSecretKey(Buffer.from(`provider ${secret}`))

/** Says for five minutes that the provider knows somebody, who still shows his second factor. */
export const providerTicket = (house: House, user: number): Promise<string> =>
  new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(String(user)).setAudience('provider').setIssuedAt().setExpirationTime('5m').sign(keyOf(house)) // prettier-ignore

/** Whose ticket it is; null: nobody's, or too old. */
export async function userOfProviderTicket(house: House, ticket: string): Promise<number | null> {
  const read = await jwtVerify(ticket, keyOf(house), { audience: 'provider', algorithms: ['HS256'] }).catch(() => null)
  return read ? Number(read.payload.sub) : null
}

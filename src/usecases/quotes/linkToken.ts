import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import type { Payload } from 'payload'

const SIGNED = 24
const MARKED = 24

const sign = (payload: Payload, name: string, what: string): Buffer =>
  createHmac('sha256', payload.secret).update(`${name} ${what}`).digest()

/**
 * The token of a link, made of what is stored of it and of the house's secret: whoever reads the database cannot make one, and whoever knows
 * the secret but not the database neither. Half of it names the link, half signs that name, so that a made-up one is known without a look.
 */
export function tokenOf(payload: Payload, nonce: string): string {
  const name = sign(payload, 'quote-link', nonce).subarray(0, MARKED)
  const signature = sign(payload, 'quote-link-signature', name.toString('base64url')).subarray(0, SIGNED)
  return Buffer.concat([name, signature]).toString('base64url')
}

/** What is kept of a token: it opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether the house has made this token. Whatever is given, the same is done with it. */
export function isSigned(payload: Payload, token: string): boolean {
  const given = Buffer.alloc(MARKED + SIGNED)
  const read = Buffer.from(token, 'base64url')
  read.copy(given)
  const expected = sign(payload, 'quote-link-signature', given.subarray(0, MARKED).toString('base64url')).subarray(0, SIGNED)
  return timingSafeEqual(expected, given.subarray(MARKED)) && read.length === MARKED + SIGNED && given.toString('base64url') === token
}

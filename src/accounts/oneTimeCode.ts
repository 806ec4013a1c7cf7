import { createHmac, randomBytes } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'
import type { Payload } from 'payload'

const period = 30

const codes = (secret: Secret, label: string): TOTP => new TOTP({ issuer: 'Gendan', label, algorithm: 'SHA1', digits: 6, period, secret })

/** A new secret, as it is typed into an authenticator by hand. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator reads: the address, and the same as a picture. */
export async function shownSecret(secret: string, label: string): Promise<{ secret: string; uri: string; picture: string }> {
  const { toString: drawn } = await import('qrcode')
  const uri = codes(Secret.fromBase32(secret), label).toString()
  return { secret, uri, picture: await drawn(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) }
}

/**
 * The step of the clock a code belongs to, the one before and the one after it among them (clocks differ); null: none. RFC 6238, thirty
 * seconds, six figures.
 */
export function stepOfCode({ secret, code, now }: { secret: string; code: string; now: number }): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const off = codes(Secret.fromBase32(secret), '').validate({ token, timestamp: now, window: 1 })
  return off === null ? null : Math.floor(now / 1000 / period) + off
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789' // none that is taken for another

/** Ten codes for whoever has lost his authenticator: fifty bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const text = [...randomBytes(10)].map((byte) => signs[byte % signs.length]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })

/** As a recovery code is kept: nobody makes it from there without the secret of the house. */
export const recoveryHash = ({ secret }: Pick<Payload, 'secret'>, code: string): string =>
  createHmac('sha256', secret).update(`recovery ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`).digest('hex') // prettier-ignore

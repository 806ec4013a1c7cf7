import { expect, test } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'

import { newRecoveryCodes, newSecret, recoveryHash, shownSecret, stepOfCode } from './oneTimeCode'

const seed = Secret.fromLatin1('12345678901234567890')

/** RFC 6238, appendix B: eight figures, SHA-1; ours are the last six of them. */
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238: at %d seconds the code is %s', (seconds, code) => {
  expect(new TOTP({ secret: seed, digits: 8 }).generate({ timestamp: seconds * 1000 })).toBe(code)
  expect(stepOfCode({ secret: seed.base32, code: code.slice(2), now: seconds * 1000 })).toBe(Math.floor(seconds / 30))
})

test('the codes of the step before and after are taken for what they are, others are not', () => {
  const secret = newSecret()
  const at = 1_000_000 * 30_000
  const codeAt = (step: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + step * 30_000 })
  expect([-2, -1, 0, 1, 2].map((step) => stepOfCode({ secret, code: codeAt(step), now: at }))).toEqual([null, 999_999, 1_000_000, 1_000_001, null]) // prettier-ignore
  for (const code of ['', '12345', '1234567', 'abcdef', '٣٤٥٦٧٨']) expect(stepOfCode({ secret, code, now: at })).toBeNull()
})

test('an authenticator is told issuer, account, secret and nothing else', async () => {
  const { uri, picture } = await shownSecret('JBSWY3DPEHPK3PXP', 'li@factory.example')
  expect(uri).toBe('otpauth://totp/Gendan:li%40factory.example?issuer=Gendan&secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30')
  expect(picture).toMatch(/^<svg/)
})

test('recovery codes differ, and are known however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  const [code = ''] = codes
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
  const house = { secret: 'one' }
  expect(recoveryHash(house, ` ${code.toUpperCase().replace('-', ' ')}`)).toBe(recoveryHash(house, code))
  expect(recoveryHash({ secret: 'two' }, code)).not.toBe(recoveryHash(house, code))
})

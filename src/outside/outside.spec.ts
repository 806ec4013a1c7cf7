import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { addressOf, isPublic } from './publicAddress'
import { dingtalkAddress, feishuSign, webhookSignature } from './sign'

test('a webhook is signed over time and body', () => {
  const signed = webhookSignature({ secret: 'key', timestamp: 1_700_000_000, body: '{"a":1}' })
  expect(signed).toBe('v1=a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03')
  expect(webhookSignature({ secret: 'key', timestamp: 1_700_000_001, body: '{"a":1}' })).not.toBe(signed)
})

test('DingTalk: the sign stands in the address, escaped; what stood there stays', () => {
  const url = new URL(dingtalkAddress({ url: 'https://oapi.dingtalk.com/robot/send?access_token=XX', secret: 'SECthis', timestamp: 1577262236757 })) // prettier-ignore
  expect(url.searchParams.get('access_token')).toBe('XX')
  expect(url.searchParams.get('timestamp')).toBe('1577262236757')
  expect(url.searchParams.get('sign')).toBe('kF4wfFP9hA3gxOYzwmYk42ZHhcUKme9jHejbrir0mo8=')
  expect(url.search).not.toMatch(/sign=[^&]*[+/]/)
})

test('Feishu: the key is time and secret, over an empty text', () => {
  const { timestamp, sign } = feishuSign({ secret: 'demo', timestamp: 1599360473 })
  expect([timestamp, sign]).toEqual(['1599360473', 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8='])
})

const privates = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '::10.0.0.1', 'fec0::1'] // prettier-ignore
test.each(privates)('%s is not called', (address) => expect(isPublic(address)).toBe(false))
test.each(['8.8.8.8', '47.96.0.1', '2400:3200::1', '::ffff:8.8.8.8'])('%s is', (address) => expect(isPublic(address)).toBe(true))
test('a company allows some of its own', () => {
  expect(isPublic('10.1.2.3', ['10.0.0.0/8'])).toBe(true)
  expect(isPublic('::ffff:10.1.2.3', ['10.1.2.3'])).toBe(true)
  expect(isPublic('192.168.1.1', ['10.0.0.0/8', 'fd00::/8'])).toBe(false)
  expect(isPublic('fd12::1', ['fd00::/8'])).toBe(true)
})

/** An IPv4 address however it may be written: decimal, octal, hexadecimal, in one to four parts, with a dot behind, in full width, as IPv6 of any kind. */
const notations = ([a, b, c, d]: readonly [number, number, number, number]): string[] => {
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  const hex = (n: number) => `0x${n.toString(16)}`
  const oct = (n: number) => `0${n.toString(8)}`
  const pair = (x: number, y: number) => ((x << 8) | y).toString(16)
  return [
    [a, b, c, d].join('.'), String(whole), hex(whole), oct(whole), [a, b, c, d].map(hex).join('.'), [a, b, c, d].map(oct).join('.'),
    `${String(a)}.${String((b << 16) | (c << 8) | d)}`, `${hex(a)}.${oct(b)}.${String((c << 8) | d)}`, `[::ffff:${pair(a, b)}:${pair(c, d)}]`, `[::ffff:${[a, b, c, d].join('.')}]`,
    `[::${pair(a, b)}:${pair(c, d)}]`, `[2002:${pair(a, b)}:${pair(c, d)}::1]`, `[64:ff9b::${pair(a, b)}:${pair(c, d)}]`, `${[a, b, c, d].join('.')}.`, [a, b, c, d].map((n) => [...String(n)].map((figure) => '０１２３４５６７８９'[Number(figure)]).join('')).join('。'),
  ] // prettier-ignore
}

test('an inner machine is not called, however its address is written', async () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const inner = fc.oneof(
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  )
  await fc.assert(
    fc.asyncProperty(inner, fc.nat({ max: 14 }), fc.constantFrom('http', 'https'), async (parts, at, scheme) => {
      const written = notations(parts as [number, number, number, number])[at] ?? ''
      await expect(addressOf(new URL(`${scheme}://${written}:8080/x`), [])).rejects.toThrow(/private network/)
    }),
    { numRuns: 300 },
  )
})

test('nothing but the web is called, and no address with a password', async () => {
  for (const url of ['ftp://8.8.8.8/', 'file:///etc/passwd', 'http://a:b@8.8.8.8/', 'http://localhost/']) await expect(addressOf(new URL(url), [])).rejects.toThrow() // prettier-ignore
})

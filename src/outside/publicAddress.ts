import { lookup } from 'node:dns/promises'

import ipaddr from 'ipaddr.js'

/** What is given out in IPv6; beyond it lie old ways of writing inner addresses (`::10.0.0.1`, `fec0::1`). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** So long a name may take to be found, in milliseconds. */
const longest = 3000

/** All addresses of a name, in good time: a name server that says nothing holds up nobody. */
async function addressesOf(host: string): Promise<readonly { address: string; family: number }[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${host} was not found within ${String(longest / 1000)} s`)), longest)
  })
  return Promise.race([lookup(host, { all: true }), late]).finally(() => clearTimeout(timer))
}

type Address = { address: string; family: 4 | 6 }

/** Whether an address lies in the internet, or among those a company allows (`10.0.0.0/8`). IPv4 written as IPv6 is what it is. */
export function isPublic(address: string, allowed: readonly string[] = []): boolean {
  if (!ipaddr.isValid(address)) return false
  const known = ipaddr.process(address)
  const isAllowed = allowed.some((range) => {
    const [net, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.parse(range), 128]
    return net.kind() === known.kind() && known.match(net, Math.min(bits, net.kind() === 'ipv4' ? 32 : 128))
  })
  return isAllowed || (known.range() === 'unicast' && (known.kind() === 'ipv4' || known.match(globalUnicast)))
}

export class ForbiddenAddress extends Error {}

/**
 * The one address a call goes to: looked up once and kept to, so that a name cannot mean another machine a moment later. One forbidden
 * address among several forbids the name.
 */
export async function addressOf(url: URL, allowed: readonly string[]): Promise<Address> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new ForbiddenAddress(`${url.protocol} is not called`)
  if (url.username || url.password) throw new ForbiddenAddress('an address with a password is not called')
  const found = await addressesOf(host)
  const bad = found.find(({ address }) => !isPublic(address, allowed))
  if (bad) throw new ForbiddenAddress(`${host} (${bad.address}) lies in a private network; WEBHOOK_ADDRESSES allows some`)
  const [first] = found
  if (!first) throw new Error(`${host} has no address`)
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'

import type { RequestHandler } from 'express'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')
/** An IPv4 visitor of a server that listens on IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

function listOf(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of addresses) {
    const [address = '', bits] = entry.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return list
}

/** Figures of the house are for whoever holds the token or asks from a named address; for everybody else there is nothing. */
export function closedMetrics({
  token,
  addresses,
}: {
  token: string | undefined
  addresses: readonly string[] | undefined
}): RequestHandler {
  const list = listOf(addresses ?? [])
  return (req, res, next) => {
    const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1]
    const holds = token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token))
    const address = plain(req.ip ?? '')
    if (holds || (address !== '' && list.check(address, family(address)))) return next()
    res.status(404).end()
  }
}

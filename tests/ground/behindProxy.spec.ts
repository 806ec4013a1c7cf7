import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import express from 'express'

import { keptToTls, withoutForeignProxies } from '@/src/server/http/behindProxy'
import { withoutForeignCookies } from '@/src/server/http/visitor'

import { type Answer, tlsProxy, visitor } from '../support/tlsProxy'

/** The part of the front door that is about who stands before it, with an echo behind; by TLS as far as the proxy. */
type House = { origin: string; proxy: Awaited<ReturnType<typeof tlsProxy>>; server: Server }

function echo(req: IncomingMessage, res: ServerResponse): void {
  // one cookie set before the head, one appended, as Payload and Next do; one that is secured already
  res.setHeader('Set-Cookie', 'payload-token=t; Path=/; HttpOnly=true; SameSite=Lax')
  res.appendHeader('Set-Cookie', 'lng=zh; Path=/')
  res.appendHeader('Set-Cookie', 'own=1; Secure; Path=/')
  res.setHeader('Content-Type', 'application/json')
  res.end(JSON.stringify(req.headers))
}

async function house(trusted: string): Promise<House> {
  const app = express()
  app.set('trust proxy', trusted)
  app.use(withoutForeignProxies, keptToTls, withoutForeignCookies({ serverUrl: undefined }))
  app.get('/address', (req, res) => void res.json([req.ip, req.protocol, req.host]))
  app.all('/{*rest}', (req, res) => echo(req, res))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const origin = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  return { origin, server, proxy: await tlsProxy(origin) }
}

let trusting: House
let wary: House

beforeAll(async () => {
  trusting = await house('loopback')
  wary = await house('10.0.0.0/8') // the proxy of this test is none of them
})
afterAll(async () => {
  for (const { proxy, server } of [trusting, wary]) {
    await proxy.close()
    await new Promise((resolve) => server.close(resolve))
  }
})

const cookiesOf = ({ headers }: Answer): string[] => headers['set-cookie'] ?? []
const headersIn = ({ text }: Answer): Record<string, string> => JSON.parse(text) as Record<string, string>
const forged = { 'X-Forwarded-For': '6.6.6.6', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example', Forwarded: 'for=6.6.6.6;host=evil.example', 'X-Real-IP': '6.6.6.6' } // prettier-ignore

describe('behind a proxy that is trusted', () => {
  test('whoever comes by TLS is told to keep to it, and every cookie of his is kept to it', async () => {
    const answer = await trusting.proxy.asks({ path: '/api/users/login', method: 'POST', body: '{}' })
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(cookiesOf(answer)).toHaveLength(3)
    for (const cookie of cookiesOf(answer)) expect(cookie.match(/secure/gi)).toHaveLength(1)
  })
  test('the address, the scheme and the host are the visitor’s; what he says of himself does not count', async () => {
    const answer = await trusting.proxy.asks({ path: '/address', headers: { 'X-Forwarded-For': '6.6.6.6' } })
    expect(JSON.parse(answer.text)).toEqual([visitor, 'https', `localhost:${trusting.proxy.port}`])
  })
  test('the page’s own host counts as ours, another does not', async () => {
    const cookieFor = async (origin: string) =>
      headersIn(await trusting.proxy.asks({ path: '/api/orders', headers: { Cookie: 'payload-token=mine', Origin: origin } }))['cookie']
    expect(await cookieFor(`https://localhost:${trusting.proxy.port}`)).toBe('payload-token=mine')
    expect(await cookieFor('https://evil.example')).toBeUndefined()
  })
})

describe('whoever is no proxy of ours', () => {
  test('says nothing of addresses, hosts and TLS, to us or to what stands behind us', async () => {
    const answer = await fetch(`${wary.origin}/address`, { headers: forged })
    expect(await answer.json()).toEqual(['127.0.0.1', 'http', new URL(wary.origin).host])
    const behind = (await (await fetch(`${wary.origin}/api/orders`, { headers: forged })).json()) as Record<string, string>
    expect(Object.keys(behind).filter((name) => /forwarded|real-ip/.test(name))).toEqual([])
  })
  test('does not make a host of his ours by saying so', async () => {
    const headers = { ...forged, Cookie: 'payload-token=mine', Origin: 'https://evil.example' }
    const behind = (await (await fetch(`${wary.origin}/api/orders`, { headers })).json()) as Record<string, string>
    expect(behind['cookie']).toBeUndefined()
  })
  test('without TLS nobody is promised any: he would be locked out', async () => {
    const plain = await fetch(`${trusting.origin}/api/users/login`)
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    expect(plain.headers.getSetCookie().filter((cookie) => /secure/i.test(cookie))).toEqual(['own=1; Secure; Path=/'])
    const unknown = await wary.proxy.asks({ path: '/api/users/login' })
    expect(unknown.headers['strict-transport-security']).toBeUndefined()
  })
})

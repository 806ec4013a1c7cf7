import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

import { env } from '@/src/env/env'

import { addressOf } from './publicAddress'

const LONGEST = 10_000
const mostRead = 64_000

export type Called = { status: number; body: string }

/** Posts once, to the address that was looked at, and nowhere else: a redirection is an answer like any other. Throws where there is none. */
export async function call(target: string, body: string, headers: Readonly<Record<string, string>>): Promise<Called> {
  const url = new URL(target)
  const { address, family } = await addressOf(url, env.WEBHOOK_ADDRESSES ?? [])
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise<Called>((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Gendan',
          ...headers,
        },
        agent: false,
        signal: AbortSignal.timeout(LONGEST),
        lookup: (_host, { all }, told) => (all ? told(null, [{ address, family }]) : told(null, address, family)),
      },
      (response) => {
        let read = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          read += chunk
          if (read.length > mostRead) response.destroy()
        })
        response.on('close', () => resolve({ status: response.statusCode ?? 0, body: read.slice(0, mostRead) }))
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

import { session } from '../components/session/session'
import { refusalsIn, type Told } from './refusals'
import { untilServed } from './untilServed'

export type Reply<Body> = { ok: true; status: number; body: Body } | { ok: false; status: number; refusals: Told[] }

export type Asking = {
  /** GET, or POST where something is sent. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** What is sent: a form as it is, anything else as JSON. */
  send?: object
  /** The language refusals are told in; absent: that of the log-in. */
  language?: string
  /** The same key is the same request, however often it arrives. */
  key?: string
  signal?: AbortSignal | undefined
  /** Whether somebody who was logged out meanwhile logs in over the page and is asked for again. Background questions do not wait. */
  waits?: boolean
}

/** True when the server knows nobody behind this browser any more. A server that does not answer is not such an answer. */
async function isGone(): Promise<boolean> {
  const answer = await fetch('/api/users/me', { credentials: 'include' }).catch(() => null)
  if (!answer?.ok) return answer?.status === 401
  return ((await answer.json()) as { user?: unknown }).user === null
}

function initOf({ method, send, language, key, signal }: Asking): RequestInit {
  const isForm = send instanceof FormData
  return {
    method: method ?? (send ? 'POST' : 'GET'),
    credentials: 'include',
    signal: signal ?? null,
    ...(send ? { body: isForm ? send : JSON.stringify(send) } : {}),
    headers: {
      ...(send && !isForm ? { 'Content-Type': 'application/json' } : {}),
      ...(language ? { 'Accept-Language': language } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
  }
}

async function sent(address: string, asking: Asking): Promise<Response> {
  const init = initOf(asking)
  const once = (): Promise<Response> => fetch(address, init)
  const isRepeatable = init.method === 'GET' || asking.key !== undefined
  const go = (): Promise<Response> => (isRepeatable ? untilServed(once, { signal: init.signal ?? null }) : once())
  const answer = await go()
  if (!asking.waits || (answer.status !== 401 && answer.status !== 403) || !(await isGone())) return answer
  return (await session.again()) ? go() : answer
}

/** Asks the server: the one way from a screen to it. Refusals come unpacked; it throws only where no answer came at all. */
export async function ask<Body>(address: string, asking: Asking = {}): Promise<Reply<Body>> {
  const answer = await sent(address, asking)
  const { ok, status } = answer
  if (ok) return { ok, status, body: (await answer.json()) as Body }
  return { ok, status, refusals: refusalsIn(await answer.json().catch(() => null), answer.statusText || String(status)) }
}

/** The bytes behind an address; null where they are not to be had. */
export async function askBytes(address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await sent(address, { signal })
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
}

/** A file the server makes of what is sent; null where there is none, or nothing to make it of. */
export async function askFile(address: string, asking: Asking): Promise<Blob | null> {
  const answer = await sent(address, asking)
  return answer.ok && answer.status !== 204 ? answer.blob() : null
}

/** An answer that comes line by line, each as JSON; whoever leaves (`signal`) is not told the rest. */
export async function askLines<Line>(address: string, asking: Asking, onLine: (line: Line) => void): Promise<Reply<null>> {
  const answer = await sent(address, asking)
  const { ok, status } = answer
  if (!ok || !answer.body)
    return { ok: false, status, refusals: refusalsIn(await answer.json().catch(() => null), answer.statusText || String(status)) }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let rest = ''; ;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line !== '') onLine(JSON.parse(line) as Line)
    if (done) return { ok: true, status, body: null }
  }
}

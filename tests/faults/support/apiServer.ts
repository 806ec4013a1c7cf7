import http from 'node:http'

import { getPayload } from 'payload'

/**
 * The REST handlers behind a plain port, in a process of its own. Stands alone, so that it can be laid into the sources of another version
 * and serve that. Prints `listening <port>` when ready.
 */
const { default: config } = await import('@payload-config')
await getPayload({ config })
const { REST_GET, REST_PATCH, REST_POST } = await import('@payloadcms/next/routes')
const handlers = { GET: REST_GET(config), PATCH: REST_PATCH(config), POST: REST_POST(config) }
type Method = keyof typeof handlers
const isMethod = (method = ''): method is Method => method in handlers

async function answer(request: http.IncomingMessage, body: string): Promise<Response> {
  const { method } = request
  if (!isMethod(method)) return new Response(null, { status: 405 })
  const url = new URL(request.url ?? '/', 'http://localhost')
  const slug = url.pathname
    .replace(/^\/api\/?/, '')
    .split('/')
    .map(decodeURIComponent)
  const headers = new Headers({ 'Content-Type': 'application/json' })
  for (const name of ['authorization', 'idempotency-key', 'accept-language']) {
    const given = request.headers[name]
    if (typeof given === 'string') headers.set(name, given)
  }
  return handlers[method](new Request(url, { method, headers, ...(method === 'GET' ? {} : { body: body || '{}' }) }), {
    params: Promise.resolve({ slug }),
  })
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    void answer(request, Buffer.concat(chunks).toString()).then(async (answered) => {
      response.writeHead(answered.status, { 'Content-Type': 'application/json' })
      response.end(await answered.text())
    })
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`listening ${typeof address === 'object' && address ? String(address.port) : ''}`)
})

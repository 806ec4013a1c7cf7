import http from 'node:http'

import { getPayload } from 'payload'

/**
 * The REST handlers behind a plain HTTP port, in a process of its own that a test may kill. Prints `listening <port>` when ready.
 * The environment (DATABASE_URL, DATA_DIR, PAYLOAD_SECRET) is that of the test.
 */
const { default: config } = await import('@payload-config')
await getPayload({ config })
const { REST_POST } = await import('@payloadcms/next/routes')
const post = REST_POST(config)

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const slug = url.pathname
        .replace(/^\/api\/?/, '')
        .split('/')
        .map(decodeURIComponent)
      const headers = { 'Content-Type': 'application/json', Authorization: String(request.headers.authorization ?? '') }
      const asked = new Request(url, { method: 'POST', headers, body: Buffer.concat(chunks).toString() || '{}' })
      const answer = await post(asked, { params: Promise.resolve({ slug }) })
      response.writeHead(answer.status, { 'Content-Type': 'application/json' })
      response.end(await answer.text())
    })()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`listening ${typeof address === 'object' && address ? String(address.port) : ''}`)
})

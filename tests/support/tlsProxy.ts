import { readFileSync } from 'node:fs'
import { type IncomingMessage, request as ask } from 'node:http'
import { createServer, request as askByTls } from 'node:https'
import path from 'node:path'

const file = (name: string): string => readFileSync(path.resolve('tests/fixtures/tls', name), 'utf8')
/** Everybody before this proxy asks from here. */
export const visitor = '203.0.113.9'
const certificate = file('certificate.pem')

type Asked = { path: string; headers?: Record<string, string>; method?: string; body?: string }
export type Answer = { status: number; headers: IncomingMessage['headers']; text: string }

const answerOf = (res: IncomingMessage): Promise<Answer> =>
  new Promise((resolve) => {
    let text = ''
    res.on('data', (chunk) => (text += String(chunk)))
    res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }))
  })

/** What stands before a house: it takes TLS, and tells the house who asked, by which name. `close` ends it. */
export async function tlsProxy(to: string): Promise<{ asks: (asked: Asked) => Promise<Answer>; port: number; close: () => Promise<void> }> {
  const proxy = createServer({ key: file('key.pem'), cert: certificate }, (req, res) => {
    const headers = {
      ...req.headers,
      'x-forwarded-for': [req.headers['x-forwarded-for'], visitor].filter(Boolean).join(', '),
      'x-forwarded-proto': 'https',
      'x-forwarded-host': req.headers.host ?? '',
    }
    const behind = ask(`${to}${req.url ?? ''}`, { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    req.pipe(behind)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const at = proxy.address()
  const port = typeof at === 'object' && at ? at.port : 0
  return {
    port,
    asks: ({ path: asked, headers = {}, method = 'GET', body }) =>
      new Promise((resolve, reject) => {
        const options = { host: 'localhost', servername: 'localhost', port, path: asked, method, headers, ca: certificate }
        const req = askByTls(
          { ...options, lookup: (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]) },
          (res) => resolve(answerOf(res)),
        )
        req.on('error', reject)
        req.end(body)
      }),
    close: () => new Promise((resolve) => proxy.close(() => resolve())),
  }
}

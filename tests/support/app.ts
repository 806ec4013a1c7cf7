import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import { createTestDatabase, type TestDatabase } from './database'

export type ApiOptions = {
  token?: string
  /** JSON, or a FormData for uploads. */
  body?: unknown
  /** The body as it goes over the line, instead of `body`; `headers` say what it is. */
  raw?: string
  headers?: Record<string, string>
  /** Language of messages. */
  language?: 'zh' | 'en'
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into whatever the server answered
export type ApiAnswer = { status: number; body: any; headers: Headers; raw: Response }
type Call = (path: string, options?: ApiOptions) => Promise<ApiAnswer>

export type Api = {
  get: Call
  post: Call
  patch: Call
  put: Call
  delete: Call
  /** Sends a GraphQL query or mutation. */
  graphql: (query: string, options?: Pick<ApiOptions, 'token' | 'language' | 'raw' | 'headers'>) => Promise<ApiAnswer>
  /** Logs in and returns the token; throws when refused. */
  login: (email: string, password: string) => Promise<string>
}

export type TestApp = { payload: Payload; api: Api; database: TestDatabase; dataDir: string; close: () => Promise<void> }

let started = false

/**
 * The whole application on a database of its own, without a web server: `api` hands requests to the REST handlers that Next would
 * call. Once per test file (`beforeAll`), because the configuration reads the environment once. `close` ends the connections.
 */
export async function startApp({
  environment = {},
  through = (url) => Promise.resolve(url),
}: {
  environment?: Record<string, string>
  /** Puts something between the application and its database, e.g. a line that can be cut; gives the address to use. */
  through?: (url: string) => Promise<string>
} = {}): Promise<TestApp> {
  if (started) throw new Error('startApp is called once per test file')
  started = true
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'gendan-app-'))
  Object.assign(process.env, {
    DATABASE_URL: await through(database.url),
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'for the tests only',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    LOGIN_RATE_LIMIT: '0', // stories log in as often as they need
    LOCK_WAIT: '60', // a busy machine is no reason to refuse
    ...environment,
  })
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  const routes = await import('@payloadcms/next/routes')
  const handlers = {
    GET: routes.REST_GET(config),
    POST: routes.REST_POST(config),
    PATCH: routes.REST_PATCH(config),
    PUT: routes.REST_PUT(config),
    DELETE: routes.REST_DELETE(config),
  }
  const call = async (
    method: keyof typeof handlers,
    target: string,
    { token, body, raw: written, headers = {}, language }: ApiOptions = {},
  ): Promise<ApiAnswer> => {
    const url = new URL(target.startsWith('/api') ? target : `/api${target.startsWith('/') ? '' : '/'}${target}`, 'http://localhost:3000')
    const form = body instanceof FormData
    const request = new Request(url, {
      method,
      headers: {
        ...(token ? { Authorization: `JWT ${token}` } : {}),
        ...(body !== undefined && !form ? { 'Content-Type': 'application/json' } : {}),
        ...(language ? { 'Accept-Language': language } : {}),
        ...headers,
      },
      ...(written !== undefined ? { body: written } : body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    const slug = url.pathname
      .replace(/^\/api\/?/, '')
      .split('/')
      .map(decodeURIComponent)
    const raw = await handlers[method](request, { params: Promise.resolve({ slug }) })
    const isJson = raw.headers.get('content-type')?.includes('json') ?? false
    return { status: raw.status, body: isJson ? await raw.clone().json() : undefined, headers: raw.headers, raw }
  }
  const graphqlHandler = routes.GRAPHQL_POST(config)
  const graphql: Api['graphql'] = async (query, { token, language, raw: written, headers = {} } = {}) => {
    const raw = await graphqlHandler(
      new Request('http://localhost:3000/api/graphql', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { Authorization: `JWT ${token}` } : {}),
          ...(language ? { 'Accept-Language': language } : {}),
          ...headers,
        },
        body: written ?? JSON.stringify({ query }),
      }),
    )
    const isJson = raw.headers.get('content-type')?.includes('json') ?? false
    return { status: raw.status, body: isJson ? await raw.clone().json() : undefined, headers: raw.headers, raw }
  }
  const api: Api = {
    graphql,
    get: (target, options) => call('GET', target, options),
    post: (target, options) => call('POST', target, options),
    patch: (target, options) => call('PATCH', target, options),
    put: (target, options) => call('PUT', target, options),
    delete: (target, options) => call('DELETE', target, options),
    login: async (email, password) => {
      const { status, body } = await call('POST', '/users/login', { body: { email, password } })
      if (status !== 200) throw new Error(`Log-in of ${email} was refused: ${JSON.stringify(body)}`)
      return body.token as string
    },
  }
  return {
    payload,
    api,
    database,
    dataDir,
    close: async () => {
      await payload.destroy()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

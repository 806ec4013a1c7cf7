import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import type { AnswerOf, GraphqlAnswer } from './answers'
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
export type ApiAnswer<Body = unknown> = { status: number; body: Body; headers: Headers; raw: Response }

/** What is told under an address has the shape that address answers. */
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
type Call<By extends Method> = <Address extends string>(address: Address, options?: ApiOptions) => Promise<ApiAnswer<AnswerOf<By, Address>>>

export type Api = {
  get: Call<'GET'>
  post: Call<'POST'>
  patch: Call<'PATCH'>
  put: Call<'PUT'>
  delete: Call<'DELETE'>
  /** To an address that is known only when the story runs, by someone who knows what it answers. */
  send: <Body>(method: Method, address: string, options?: ApiOptions) => Promise<ApiAnswer<Body>>
  /** Sends a GraphQL query or mutation. */
  graphql: (query: string, options?: Pick<ApiOptions, 'token' | 'language' | 'raw' | 'headers'>) => Promise<ApiAnswer<GraphqlAnswer>>
  /** Logs in and returns the token; throws when refused. */
  login: (email: string, password: string) => Promise<string>
}

export type TestApp = { payload: Payload; api: Api; database: TestDatabase; dataDir: string; close: () => Promise<void> }

/** Where the JSON that comes over the line is given the shape its address answers. */
async function answered<Body>(raw: Response): Promise<ApiAnswer<Body>> {
  const isJson = raw.headers.get('content-type')?.includes('json') ?? false
  return { status: raw.status, body: (isJson ? await raw.clone().json() : undefined) as Body, headers: raw.headers, raw }
}

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
  const send = async <Body>(
    method: Method,
    target: string,
    { token, body, raw: written, headers = {}, language }: ApiOptions = {},
  ): Promise<ApiAnswer<Body>> => {
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
    return answered<Body>(raw)
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
    return answered<GraphqlAnswer>(raw)
  }
  const api: Api = {
    graphql,
    send,
    get: (target, options) => send('GET', target, options),
    post: (target, options) => send('POST', target, options),
    patch: (target, options) => send('PATCH', target, options),
    put: (target, options) => send('PUT', target, options),
    delete: (target, options) => send('DELETE', target, options),
    login: async (email, password) => {
      const { status, body } = await send<{ token: string }>('POST', '/users/login', { body: { email, password } })
      if (status !== 200) throw new Error(`Log-in of ${email} was refused: ${JSON.stringify(body)}`)
      return body.token
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

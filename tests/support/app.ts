import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

import { getPayload, type Payload, type SanitizedConfig } from 'payload'

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
  const isJson = raw.headers.get('content-type')?.includes('application/json') ?? false
  return { status: raw.status, body: (isJson ? await raw.clone().json() : undefined) as Body, headers: raw.headers, raw }
}

/** What a story may say of the environment; the next one begins without it. */
let said: readonly string[] = []
let isOpen = false

function forgetSaid(): void {
  for (const name of said) delete process.env[name]
  said = []
}

/**
 * The environment of the next application: the modules that read it are loaded once per worker and stay for the files after. Folders of
 * uploads are named when the collections are loaded, so the data folder is the worker's; `close` empties it.
 */
async function environmentOf(given: Record<string, string>): Promise<void> {
  said = Object.keys(given)
  Object.assign(process.env, given)
  const { env, readEnvironment } = await import('@/src/env/env')
  const next = readEnvironment(process.env)
  for (const name of Object.keys(env)) if (!(name in next)) Reflect.deleteProperty(env, name)
  Object.assign(env, next)
}

/** The configuration, as it would be with the address that the environment of now names. */
async function configured(): Promise<SanitizedConfig> {
  const { default: pending } = await import('@payload-config')
  const { env } = await import('@/src/env/env')
  const config = await pending
  const { serverURL } = config
  config.csrf = [...config.csrf.filter((address) => address !== serverURL), ...(env.SERVER_URL ? [env.SERVER_URL] : [])]
  config.serverURL = env.SERVER_URL ?? ''
  return config
}

/** Payload keeps one instance per process; it asks for the next one when the former is gone. */
const forgetPayload = (): void => (Reflect.get(globalThis, '_payload') as Map<string, Payload> | undefined)?.clear()

/**
 * The whole application on a database of its own, without a web server: `api` hands requests to the REST handlers that Next would
 * call. One at a time (`beforeAll`, `afterAll`): its modules are the worker's, its Payload and its database are new. `close` ends the
 * connections.
 */
export async function startApp({
  environment = {},
  through = (url) => Promise.resolve(url),
}: {
  environment?: Record<string, string>
  /** Puts something between the application and its database, e.g. a line that can be cut; gives the address to use. */
  through?: (url: string) => Promise<string>
} = {}): Promise<TestApp> {
  if (isOpen) throw new Error('the application before is closed first')
  isOpen = true
  const database = await createTestDatabase()
  await environmentOf({
    DATABASE_URL: await through(database.url),
    LOGIN_RATE_LIMIT: '0', // stories log in as often as they need
    LOCK_WAIT: '60', // a busy machine is no reason to refuse
    ...environment,
  })
  const { env } = await import('@/src/env/env')
  const dataDir = env.DATA_DIR
  const config = await configured()
  const payload = await getPayload({ config })
  payload.logger.level = env.LOG_LEVEL
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
      forgetPayload()
      await database.drop()
      const left = await readdir(dataDir).catch(() => [])
      await Promise.all(left.map((name) => rm(path.join(dataDir, name), { recursive: true, force: true })))
      forgetSaid()
      isOpen = false
    },
  }
}

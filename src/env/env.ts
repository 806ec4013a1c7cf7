import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const empty = (value: unknown): unknown => (value === '' ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(empty, schema.optional())
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => empty(given) ?? value, schema)
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' })
const wholeNumber = (min: number, max: number) =>
  z.coerce.number({ error: 'must be a whole number' }).int('must be a whole number').min(min).max(max)

const addresses = z
  .string()
  .transform((list) => list.split(',').map((address) => address.trim()))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must be addresses or ranges such as 10.0.0.0/8')))

const schema = z
  .object({
    NODE_ENV: withDefault(z.enum(['development', 'production', 'test']), 'development'),
    PORT: withDefault(wholeNumber(1, 65_535), 3000),
    HOST: withDefault(z.string(), '0.0.0.0'),
    DATA_DIR: withDefault(z.string(), '.data').transform((folder) => path.resolve(folder)),
    DATABASE_URL: withDefault(z.union([z.literal(''), postgresUrl]), ''),
    DATABASE_OWNER_URL: optional(postgresUrl),
    DATABASE_DIRECT_URL: optional(postgresUrl),
    DATABASE_REPLICA_URLS: optional(
      z
        .string()
        .transform((list) => list.split(',').map((url) => url.trim()))
        .pipe(z.array(postgresUrl)),
    ),
    DATABASE_POOL: withDefault(wholeNumber(2, 500), 20),
    LOCK_WAIT: withDefault(wholeNumber(1, 600), 5),
    DATABASE_PREPARED: withDefault(z.enum(['auto', 'on', 'off']), 'auto'),
    PAYLOAD_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
    SERVER_URL: optional(
      z.url({ protocol: /^https?$/, error: 'must look like https://gendan.example.com' }).transform((url) => url.replace(/\/+$/, '')),
    ),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@host:465' })),
    MAIL_FROM: withDefault(z.string(), 'Gendan <gendan@localhost>'),
    S3_BUCKET: optional(z.string()),
    S3_ENDPOINT: optional(z.url()),
    S3_REGION: optional(z.string()),
    S3_ACCESS_KEY_ID: optional(z.string()),
    S3_SECRET_ACCESS_KEY: optional(z.string()),
    TZ_BUSINESS: withDefault(z.string().refine(isTimeZone, 'must be a time zone such as Asia/Shanghai'), 'Asia/Shanghai'),
    ADMIN_EMAIL: optional(z.email('must be an e-mail address')),
    ADMIN_PASSWORD: optional(z.string().min(12, 'must have at least 12 characters (a sentence is fine)')),
    OIDC_ISSUER: optional(z.url({ protocol: /^https?$/, error: 'must look like https://login.example.com' })),
    OIDC_CLIENT_ID: optional(z.string()),
    OIDC_CLIENT_SECRET: optional(z.string()),
    OIDC_NAME: withDefault(z.string(), 'SSO'),
    OIDC_SCOPES: withDefault(z.string().regex(/\bopenid\b/, 'must name openid'), 'openid email profile'),
    OIDC_FACTORS: withDefault(z.string(), 'mfa,otp,hwk,swk,fpt,face').transform((list) => list.split(',').map((value) => value.trim())),
    LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
    LOG_FILE: optional(z.string().transform((file) => path.resolve(file))),
    TRUST_PROXY: withDefault(z.string(), 'loopback'),
    LOGIN_RATE_LIMIT: withDefault(wholeNumber(0, 1_000_000), 10),
    PUBLIC_RATE_LIMIT: withDefault(wholeNumber(0, 1_000_000), 240),
    REQUEST_RATE_LIMIT: withDefault(wholeNumber(0, 10_000_000), 12_000),
    METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
    METRICS_ADDRESSES: optional(addresses),
    WEBHOOK_ADDRESSES: optional(addresses),
    OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url({ protocol: /^https?$/, error: 'must look like http://collector:4318' })),
    OTEL_SERVICE_NAME: withDefault(z.string(), 'gendan'),
    JOBS_CONCURRENCY: withDefault(wholeNumber(0, 100), 4),
    GENDAN_DEMO: withDefault(z.enum(['0', '1']), '0'),
  })
  .refine(({ ADMIN_EMAIL, ADMIN_PASSWORD }) => (ADMIN_EMAIL === undefined) === (ADMIN_PASSWORD === undefined), {
    path: ['ADMIN_EMAIL'],
    message: 'and ADMIN_PASSWORD are given together',
  })
  .refine(({ OIDC_ISSUER, OIDC_CLIENT_ID, SERVER_URL }) => !OIDC_ISSUER || Boolean(OIDC_CLIENT_ID && SERVER_URL), {
    path: ['OIDC_ISSUER'],
    message: 'needs OIDC_CLIENT_ID and SERVER_URL',
  })

type Parsed = z.output<typeof schema>

/** What the environment says, complete: a secret is always there. `DATABASE_URL` is empty while no database has been started. */
export type Environment = Omit<Parsed, 'PAYLOAD_SECRET'> & { PAYLOAD_SECRET: string }

/** A bad value in the environment. The message is one line that names the variable. */
export class EnvironmentError extends Error {}

/**
 * The secret that signs sessions, made once and kept in the data folder, readable by its owner only. Two processes that start
 * together agree on one: the file appears complete or not at all.
 */
function secretOf(folder: string): string {
  const file = path.join(folder, 'payload-secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** Reads and validates the environment. Throws `EnvironmentError` with one line per start, naming the first bad variable. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const { data, error } = schema.safeParse(source)
  if (error) {
    const [issue] = error.issues
    throw new EnvironmentError(`${issue?.path.join('.') ?? 'environment'} ${issue?.message ?? 'is not valid'}`)
  }
  return { ...data, PAYLOAD_SECRET: data.PAYLOAD_SECRET ?? secretOf(data.DATA_DIR) }
}

function environmentOrExit(): Environment {
  try {
    return readEnvironment(process.env)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    process.stderr.write(`Cannot start: ${error.message}\n`)
    process.exit(78)
  }
}

/** The environment of this process, read once. */
export const env: Environment = environmentOrExit()

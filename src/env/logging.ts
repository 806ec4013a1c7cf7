import { destination, type LoggerOptions, stdSerializers } from 'pino'

import { env } from './env'

/** What never reaches a log, wherever it turns up. */
const secrets = ['password', 'token', 'apiKey', 'secret', 'authorization', 'cookie', 'hash', 'salt', 'resetPasswordToken']

const MOST_CHARACTERS = 4000
const MOST_ENTRIES = 20

/** A failed statement carries its text and every value: four megabytes of log for one invoice. What is cut says how much it was. */
export function bounded(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)} … (${value.length} characters)` : value
  if (typeof value !== 'object' || value === null) return value
  if (depth > 5) return '…'
  if (Array.isArray(value)) {
    const kept = value.slice(0, MOST_ENTRIES).map((entry) => bounded(entry, depth + 1))
    return value.length > MOST_ENTRIES ? [...kept, `… (${value.length} entries)`] : kept
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 50)
      .map(([name, inside]) => [name, bounded(inside, depth + 1)]),
  )
}

const errorOf = (error: unknown): unknown => (error instanceof Error ? bounded({ ...stdSerializers.err(error) }) : bounded(error))

/** Where events are written down: standard output, or the end of a file. */
const toFile = env.LOG_FILE === undefined ? null : destination({ dest: env.LOG_FILE, mkdir: true })

/** One JSON line per event. */
export const logOptions: LoggerOptions = {
  name: 'gendan',
  level: env.LOG_LEVEL,
  serializers: { err: errorOf, error: errorOf },
  redact: {
    paths: secrets
      .flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["set-cookie"]`])
      .filter((path, at, all) => all.indexOf(path) === at),
    censor: '[redacted]',
  },
}

/** The log of the house. */
export const log = { options: logOptions, ...(toFile === null ? {} : { destination: toFile }) }

/** Addresses may carry secrets: tokens of password resets and log-ins, and of the customer's page. */
export const withoutSecrets = (url: string): string =>
  url
    .replace(/(\/(?:reset|reset-password|verify)\/)[^/?#]+/g, '$1[redacted]')
    .replace(/(\/(?:q|api\/public\/quotes)\/)[^/?#]+/gi, '$1[redacted]')
    .replace(/([?&](?:token|apiKey|password|secret)=)[^&#]*/gi, '$1[redacted]')

import type { LoggerOptions } from 'pino'

import { env } from './env'

/** What never reaches a log, wherever it turns up. */
const secrets = ['password', 'token', 'apiKey', 'secret', 'authorization', 'cookie', 'hash', 'salt', 'resetPasswordToken']

/** One JSON line per event on standard output. */
export const logOptions: LoggerOptions = {
  name: 'gendan',
  level: env.LOG_LEVEL,
  redact: {
    paths: secrets
      .flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["set-cookie"]`])
      .filter((path, at, all) => all.indexOf(path) === at),
    censor: '[redacted]',
  },
}

/** Addresses may carry secrets: tokens of password resets and log-ins. */
export const withoutSecrets = (url: string): string =>
  url
    .replace(/(\/(?:reset|reset-password|verify)\/)[^/?#]+/g, '$1[redacted]')
    .replace(/([?&](?:token|apiKey|password|secret)=)[^&#]*/gi, '$1[redacted]')

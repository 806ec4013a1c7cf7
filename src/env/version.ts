import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The version of this house, as its package says. */
export const version = (): string => (JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as { version: string }).version

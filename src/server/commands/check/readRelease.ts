import { readFileSync } from 'node:fs'

import type { Release } from './release'

/** The release as it lies in the tree. */
export function readRelease(): Release {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Release['lock']
  return { version, lock, changelog: readFileSync('CHANGELOG.md', 'utf8'), notices: readFileSync('THIRD-PARTY-NOTICES', 'utf8') }
}

import { createRequire } from 'node:module'
import path from 'node:path'

import { root } from './fingerprint.mjs'

/** Next tells the terminal how long it took to read its settings; of settings that have been read already it says nothing. */
export async function readSettingsQuietly(): Promise<void> {
  const from = createRequire(path.join(root, 'package.json'))
  const { default: loadConfig }: typeof import('next/dist/server/config') = from('next/dist/server/config')
  const { PHASE_PRODUCTION_SERVER }: typeof import('next/constants') = from('next/constants')
  await loadConfig(PHASE_PRODUCTION_SERVER, root, { silent: true })
}

import { createHash } from 'node:crypto'

import { withoutKey } from '@/src/domain/outside/webhookChange'

/**
 * An address as people read it once it is typed: where it leads, the end of its key, and a mark by which two that end alike are told
 * apart, in a list and in the log.
 */
export const shownAddress = (address: string): string =>
  `${String(withoutKey(address))} (${createHash('sha256').update(address).digest('hex').slice(0, 6)})`

import type { PayloadRequest } from 'payload'

import { sectionsKey } from '@/src/domain/control/headSections'

import { keptPreference } from './keptPreference'

/** Which sections of a document's head this person has left open; at first none. */
export async function unfoldedSections(req: PayloadRequest): Promise<string[]> {
  const { open } = await keptPreference(req, sectionsKey)
  return Array.isArray(open) ? open.filter((name): name is string => typeof name === 'string') : []
}

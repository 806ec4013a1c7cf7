import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type DeliveryDocument = Stored<'deliveries'>

/** The order a draft was made from has changed since: the draft holds no goods until it is refreshed. The house says so, nobody else. */
export const outdateDelivery: Verb<DeliveryDocument> = {
  name: 'outdate',
  label: { zh: '标记过期', en: 'Mark as stale' },
  roles: [],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'draft', stale: true } as Partial<DeliveryDocument> }),
}

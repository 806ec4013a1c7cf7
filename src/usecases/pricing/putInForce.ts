import type { Verb } from '@/src/engine/document'

import { announceAdjustment } from './announceAdjustment'
import type { PriceAdjustment } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

/** 生效: the clock's step; prices hold by their dates whether it has run or not. */
export const putInForce: Step = {
  name: 'takeEffect',
  label: { zh: '生效', en: 'Take effect' },
  roles: [],
  offered: () => false,
  run: async ({ req }) => ({ patch: { status: 'effective' }, after: (stored) => announceAdjustment(req, stored) }),
}

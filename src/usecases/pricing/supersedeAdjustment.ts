import type { Verb } from '@/src/engine/document'

import type { PriceAdjustment } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

export const supersedeAdjustment: Step = {
  name: 'supersede',
  label: { zh: '被取代', en: 'Supersede' },
  roles: [],
  offered: () => false,
  run: async () => ({ patch: { status: 'superseded' } }),
}

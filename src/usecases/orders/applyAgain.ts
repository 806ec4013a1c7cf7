import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

/** 生效: approving has applied it; asked again, there is nothing left to do. */
export const applyAgain: ChangeVerb = {
  name: 'apply',
  label: { zh: '生效', en: 'Apply' },
  roles: ['salesManager', 'generalManager'],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'applied' } }),
}

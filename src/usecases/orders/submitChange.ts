import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { askForChange } from './reviewChange'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

/** 提交: asks only the departments the change concerns; where none must look, it waits for its approval. */
export const submitChange: ChangeVerb = {
  name: 'submit',
  label: { zh: '提交评审', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => {
    const asked = ctx.doc.departments ?? []
    return {
      patch: { status: 'inReview', reviewStatus: asked.length > 0 ? 'inReview' : 'notRequired' },
      after: async (change) => askForChange(ctx, change),
    }
  },
}

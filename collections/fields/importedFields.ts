import type { Field } from 'payload'

import { readOnlyField } from './readOnlyField'
import { yesNo } from './texts'

/** Marks documents that came with the opening books: proved by their balances, never by their own steps. Shown only on those. */
export const openingField = (): Field =>
  readOnlyField(yesNo('opening', { zh: '期初数据', en: 'Opening data' }, { admin: { condition: (doc) => Boolean(doc?.['opening']) } }))

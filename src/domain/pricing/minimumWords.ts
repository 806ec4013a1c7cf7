import type { Words } from '../words/words'
import type { MinimumPrice } from './applicableMinimum'

/** What a minimum price comes from. */
export const minimumWords: Readonly<Record<MinimumPrice['source'], Words>> = {
  fixed: { zh: '物料最低售价', en: 'Minimum of the item' },
  costPlusMargin: { zh: '成本加最低毛利', en: 'Cost plus minimum margin' },
}

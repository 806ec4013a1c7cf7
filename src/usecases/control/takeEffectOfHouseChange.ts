import { idOf } from '@/src/domain/kernel/idOf'
import type { Verb } from '@/src/engine/document'

import type { HouseChangeDocument } from './prepareHouseChange'
import { putChangeInForce } from './putChangeInForce'
import { tellOfHouseChange } from './tellOfHouseChange'

/** 生效: the clock's step. Settings hold from their moment whether it has run or not. */
export const takeEffectOfHouseChange: Verb<HouseChangeDocument> = {
  name: 'takeEffect',
  label: { zh: '生效', en: 'Take effect' },
  roles: [],
  offered: () => false,
  run: async ({ req, doc }) => ({
    patch: { status: 'effective', changes: (await putChangeInForce(req, doc)) as HouseChangeDocument['changes'] },
    after: (stored) => tellOfHouseChange(req, stored, [idOf(doc.preparedBy), idOf(doc.person)]),
  }),
}

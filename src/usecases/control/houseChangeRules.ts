import { houseChangeKind } from '@/src/domain/control/houseChangeKind'
import { noContributions } from '@/src/domain/kernel/contributions'
import { defineDocument } from '@/src/engine/define'

import { cancelHouseChange } from './cancelHouseChange'
import { confirmHouseChange } from './confirmHouseChange'
import { type HouseChangeDocument, prepareHouseChange } from './prepareHouseChange'
import { rejectHouseChange } from './rejectHouseChange'
import { takeEffectOfHouseChange } from './takeEffectOfHouseChange'

/** 权限与设置变更: proposed by one, confirmed by another, in force from its moment. */
defineDocument<HouseChangeDocument>({
  ...houseChangeKind,
  prepare: prepareHouseChange,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { confirm: confirmHouseChange, reject: rejectHouseChange, cancel: cancelHouseChange, takeEffect: takeEffectOfHouseChange },
})

import { houseChangeStatuses, houseChangeSteps } from '@/src/domain/control/houseChange'
import { noContributions } from '@/src/domain/kernel/contributions'
import { defineDocument } from '@/src/engine/define'

import { cancelHouseChange } from './cancelHouseChange'
import { confirmHouseChange } from './confirmHouseChange'
import { confirmers } from './confirmers'
import { type HouseChangeDocument, prepareHouseChange } from './prepareHouseChange'
import { rejectHouseChange } from './rejectHouseChange'
import { takeEffectOfHouseChange } from './takeEffectOfHouseChange'

/** 权限与设置变更: proposed by one, confirmed by another, in force from its moment. */
defineDocument<HouseChangeDocument>({
  slug: 'house-changes',
  title: { zh: '权限与设置变更', en: 'Change of rights or settings', many: 'Changes of rights and settings' },
  series: 'HC',
  statuses: houseChangeStatuses,
  initial: 'proposed',
  steps: houseChangeSteps,
  editable: [],
  editors: confirmers,
  prepare: prepareHouseChange,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { confirm: confirmHouseChange, reject: rejectHouseChange, cancel: cancelHouseChange, takeEffect: takeEffectOfHouseChange },
})

import { alarmKind } from '@/src/domain/control/alarmKind'
import { noContributions } from '@/src/domain/kernel/contributions'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'

import { acknowledgeAlarm } from './acknowledgeAlarm'

/** 内控报警: raised by the house, acknowledged by a person. */
defineDocument<Stored<'alarms'>>({
  ...alarmKind,
  prepare: ({ doc }) => Promise.resolve({ doc, findings: [] }),
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { acknowledge: acknowledgeAlarm },
})

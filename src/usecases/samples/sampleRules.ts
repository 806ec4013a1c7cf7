import { noContributions } from '@/src/domain/kernel/contributions'

import { sampleKind } from '@/src/domain/samples/sampleKind'
import { defineDocument } from '@/src/engine/define'
import { convertSample } from './convertSample'
import { createSampleOrder } from './createSampleOrder'
import { createSampleQuote } from './createSampleQuote'
import { prepareSample, type SampleDocument } from './prepareSample'
import { acceptSample } from './acceptSample'
import { cancelSample } from './cancelSample'
import { markSent } from './markSent'
import { readySample } from './readySample'
import { refuseSample } from './refuseSample'
import { submitSample } from './submitSample'
import { takeFeedback } from './takeFeedback'
import { waiveSample } from './waiveSample'

/** 样板资料: what the engine needs to know of a sample. It moves no goods and no money itself. */
defineDocument<SampleDocument>({
  ...sampleKind,
  prepare: prepareSample,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'cancelled' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    submit: submitSample,
    accept: acceptSample,
    refuse: refuseSample,
    ready: readySample,
    convert: convertSample,
    'create-order': createSampleOrder,
    'create-quote': createSampleQuote,
    waive: waiveSample,
    cancel: cancelSample,
    'mark-sent': markSent,
    feedback: takeFeedback,
  },
})

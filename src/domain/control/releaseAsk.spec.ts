import { expect, test } from '@jest/globals'

import { type Curable, releasesCuring } from './releaseAsk'

const request = { action: 'requestRelease' }
const overLimit: Curable = { code: 'CREDIT_LIMIT_EXCEEDED', facts: {}, cure: request }
const overdue: Curable = { code: 'CREDIT_PERIOD_EXCEEDED', facts: {}, cure: request }
const low: Curable = { code: 'BELOW_MINIMUM_PRICE', facts: {}, cure: request }
const lowWaits: Curable = { code: 'RELEASE_REQUIRED', facts: { rule: 'minimumPrice' }, cure: request }
const creditWaits: Curable = { code: 'RELEASE_REQUIRED', facts: { excess: 5 }, cure: request }
const nobody: Curable = { code: 'RELEASE_REQUIRED', facts: { right: 'releaseQuota' }, cure: { action: 'grantRight' } }
const short: Curable = { code: 'NOT_AVAILABLE', facts: {}, cure: { action: 'reduceQty' } }

test.each<[string, Curable[], string[]]>([
  ['nothing refused', [], []],
  ['short of stock: nobody can let that pass', [short], []],
  ['over the limit', [overLimit, creditWaits], ['ask-release']],
  ['overdue', [overdue], ['ask-release']],
  ['below the minimum', [low, lowWaits], ['ask-price-release']],
  ['both, credit first', [low, overLimit, short], ['ask-release', 'ask-price-release']],
  ['nobody holds the right for credit', [overLimit, nobody], []],
  ['nobody holds the right for credit, the price can be asked for', [overLimit, nobody, low], ['ask-price-release']],
  ['a minimum that is forbidden, not releasable', [{ ...low, cure: { action: 'raisePrice' } }], []],
  ['told without its remedy', [{ code: 'CREDIT_LIMIT_EXCEEDED' }], []],
])('%s', (_story, findings, verbs) => expect(releasesCuring(findings)).toEqual(verbs))

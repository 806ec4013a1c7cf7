import type { CollectionConfig } from 'payload'

import { areas, choice, relation, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** 客户链接: the links to a quote's page that were made, and how each ended. What opens the page is not kept: its hash is. */
export const QuoteLinks: CollectionConfig = {
  slug: 'quote-links',
  labels: { singular: { zh: '客户链接', en: 'Customer link' }, plural: { zh: '客户链接', en: 'Customer links' } },
  defaultSort: '-id',
  admin: { group: areas.quotes, useAsTitle: 'id', hidden: true },
  ...oneAtATime,
  fields: [
    relation('quote', { zh: '报价单', en: 'Quotation' }, 'quotes', { required: true }),
    shortText('nonce', { zh: '随机数', en: 'Nonce' }, { required: true, maxLength: 100 }),
    shortText('tokenHash', { zh: '令牌摘要', en: 'Hash of the token' }, { required: true, unique: true, index: true, maxLength: 64 }),
    { name: 'expiresAt', type: 'date', label: { zh: '有效至', en: 'Until' }, required: true, admin: shownInstant() },
    relation('by', { zh: '创建人', en: 'Made by' }, 'users'),
    { name: 'endedAt', type: 'date', label: { zh: '终止时间', en: 'Ended at' }, admin: shownInstant() },
    choice('ended', { zh: '终止原因', en: 'Ended by' }, [
      { value: 'revoked', label: { zh: '已撤回', en: 'Revoked' } },
      { value: 'replaced', label: { zh: '已换新', en: 'Replaced' } },
    ]),
  ],
}

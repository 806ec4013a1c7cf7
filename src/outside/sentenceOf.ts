import type { Payload } from 'payload'

import { documentKindOf } from '@/src/domain/kinds'
import type { OutsideEvent } from '@/src/domain/outside/robotMessage'
import { vocabularyOf } from '@/src/engine/words'

/** 订单 SO-1：审核 · 李芳 */
export function sentenceOf(payload: Payload, { slug, event, no, documentId, by }: OutsideEvent, language: 'zh' | 'en'): string {
  const kind = documentKindOf(slug)?.title[language] ?? (language === 'zh' ? '测试' : 'Test')
  const verb = vocabularyOf({ payload, slug, language }).verb(event.split('.')[1] ?? '')
  return [`${kind} ${no ?? documentId}${verb ? `${language === 'zh' ? '：' : ': '}${verb}` : ''}`, by].filter(Boolean).join(' · ')
}

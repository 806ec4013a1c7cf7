import type { Language } from '../words/words'
import type { ReleasedAlarm } from './release'

const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Whether this is an alarm as a request to release keeps it. */
export const isAlarm = (value: object): value is ReleasedAlarm => 'object' in value && 'excess' in value

/**
 * An alarm of a request to release, to be read: whose credit, by how much or for how long, and who released it. Figures the reader may not see
 * are not there, and then nothing is said of them.
 */
export function alarmTold(
  { kind, object, excess, limit, exposureAfter, document, daysOpen, releasedBy }: ReleasedAlarm,
  language: Language,
): string {
  const isChinese = language === 'zh'
  const figure = (zh: string, en: string, value: number | null | undefined): string[] =>
    typeof value === 'number' ? [isChinese ? `${zh} ${amount.format(value)}` : `${en} ${amount.format(value)}`] : []
  const late = isChinese ? `${document ?? ''} 已挂账 ${daysOpen ?? ''} 天` : `${document ?? ''} open for ${daysOpen ?? ''} days`
  const told = [
    ...(kind === 'period' ? [late] : figure('超出', 'exceeded by', excess)),
    ...figure('含本单占用', 'exposure with this document', exposureAfter),
    ...figure('额度', 'limit', limit),
    ...(releasedBy ? [isChinese ? `已由 ${releasedBy.name} 放行` : `released by ${releasedBy.name}`] : []),
  ]
  if (told.length === 0) return object.name
  return isChinese ? `${object.name}：${told.join('，')}` : `${object.name}: ${told.join(', ')}`
}

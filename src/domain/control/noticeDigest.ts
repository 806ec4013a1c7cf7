import type { BusinessDate } from '../kernel/businessDate'
import { mailDue } from './mailDue'
import { inLanguages } from '../words/words'

type Held = { title: string; text: string; link: string; at: string }

const words = inLanguages({
  daily: { zh: '每日通知摘要', en: 'Your notices of the day' },
  weekly: { zh: '每周通知摘要', en: 'Your notices of the week' },
  count: { zh: (n: number) => `${String(n)} 条`, en: (n: number) => `${String(n)} notices` },
})

/** The notices of a day or a week as one mail, in their order. */
export function noticeDigest(rhythm: 'daily' | 'weekly', held: readonly Held[], language: 'zh' | 'en'): { subject: string; text: string } {
  const told = words[language]
  return {
    subject: `${told[rhythm]} (${told.count(held.length)})`,
    text: held.map(({ title, text, link }) => `■ ${title}\n${text}\n${link}`).join('\n\n'),
  }
}

/** Which digests go out on a business day: those of the day, and of the week as other weekly mails do. */
export const digestDue = (today: BusinessDate): readonly ('daily' | 'weekly')[] =>
  mailDue('weekly', today) ? ['daily', 'weekly'] : ['daily']

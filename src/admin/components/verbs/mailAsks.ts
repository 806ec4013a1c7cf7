import type { LetterBefore } from '@/src/domain/text/letterBefore'
import type { Ask } from '@/src/domain/kernel/ask'

/** What a mail asks: whom (the customer's main contact when empty), copies, in which language (the customer's when empty), with what words. */
export const mailAsks: readonly Ask[] = [
  { name: 'to', label: { zh: '收件人', en: 'To' }, kind: 'text', required: false, hint: { zh: '留空发给客户的主要联系人；多个地址用逗号分隔', en: 'Empty: the main contact of the customer; several addresses with commas' } },
  { name: 'cc', label: { zh: '抄送', en: 'Copy' }, kind: 'text', required: false },
  { name: 'bcc', label: { zh: '密送', en: 'Blind copy' }, kind: 'text', required: false },
  { name: 'language', label: { zh: '语言', en: 'Language' }, kind: 'choice', required: false, hint: { zh: '留空用客户的语言', en: 'Empty: the language of the customer' }, options: [{ value: 'zh', label: { zh: '中文', en: 'Chinese' } }, { value: 'en', label: { zh: '英文', en: 'English' } }] },
  { name: 'subject', label: { zh: '主题', en: 'Subject' }, kind: 'text', required: false, hint: { zh: '留空用公司设置的主题', en: 'Empty: the subject of the company’s settings' } },
  { name: 'message', label: { zh: '正文', en: 'Message' }, kind: 'longText', required: false, hint: { zh: '留空用公司设置的邮件正文', en: 'Empty: the covering letter of the company’s settings' } },
] // prettier-ignore

const begin = { zh: '以此为底稿', en: 'Begin with it' } as const

/** The same once it is known what goes where nothing is typed, and whom one may choose. */
export const withLetter = (letter: LetterBefore, language: 'zh' | 'en'): Ask[] => {
  const people = letter.contacts.map(({ name, email }) => ({ value: email, label: name ? `${name} ${email}` : email }))
  const more: Readonly<Record<string, object>> = {
    to: { instead: letter.to.join(', '), offers: people, several: true },
    cc: { offers: people, several: true },
    bcc: { offers: people, several: true },
    subject: { instead: letter.subject },
    message: { instead: letter.text, offers: [{ value: letter.text, label: begin[language] }] },
  }
  return mailAsks.map((ask) => ({ ...ask, ...more[ask.name] }))
}

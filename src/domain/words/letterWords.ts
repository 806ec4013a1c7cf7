import type { Language } from './words'

type Said = { title: string; no: string; company: string }

/** What a mail says around its sheet where neither the sender nor the company has written anything. */
export const letterWords: Readonly<Record<Language, { subject: (said: Said) => string; text: (said: Said) => string }>> = {
  zh: {
    subject: ({ title, no, company }) => `${title} ${no} · ${company}`,
    text: ({ title, no, company }) => `您好，\n\n附件为${title} ${no}，请查收。\n\n${company}`,
  },
  en: {
    subject: ({ title, no, company }) => `${title} ${no} · ${company}`,
    text: ({ title, no, company }) => `Dear customer,\n\nplease find attached our ${title.toLowerCase()} ${no}.\n\n${company}`,
  },
}

import { inLanguages } from './words'

type Said = { title: string; no: string; company: string }

/** What a mail says around its sheet where neither the sender nor the company has written anything. */
export const letterWords = inLanguages({
  subject: {
    zh: ({ title, no, company }: Said) => `${title} ${no} · ${company}`,
    en: ({ title, no, company }: Said) => `${title} ${no} · ${company}`,
  },
  text: {
    zh: ({ title, no, company }: Said) => `您好，\n\n附件为${title} ${no}，请查收。\n\n${company}`,
    en: ({ title, no, company }: Said) => `Dear customer,\n\nplease find attached our ${title.toLowerCase()} ${no}.\n\n${company}`,
  },
})

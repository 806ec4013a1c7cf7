import { inLanguages } from './words'

/** `page`: where the customer may look at it and order, while that is open. */
type Said = { title: string; no: string; company: string; page?: string | undefined }

/** What a mail says around its sheet where neither the sender nor the company has written anything. */
export const letterWords = inLanguages({
  subject: {
    zh: ({ title, no, company }: Said) => `${title} ${no} · ${company}`,
    en: ({ title, no, company }: Said) => `${title} ${no} · ${company}`,
  },
  text: {
    zh: ({ title, no, company, page }: Said) =>
      `您好，\n\n附件为${title} ${no}，请查收。${page ? `\n\n也可在网上查看、选择数量并直接确认：\n${page}` : ''}\n\n${company}`,
    en: ({ title, no, company, page }: Said) =>
      `Dear customer,\n\nplease find attached our ${title.toLowerCase()} ${no}.${page ? `\n\nYou may also look at it, choose quantities and confirm it here:\n${page}` : ''}\n\n${company}`,
  },
})

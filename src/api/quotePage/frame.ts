import type { PayloadRequest } from 'payload'

import { houseIn } from '@/src/domain/words/houseIn'
import { pageWords } from '@/src/domain/words/pageWords'
import type { Language } from '@/src/domain/words/words'

import { type Html, html } from './html'
import { pagePolicy, styleTag } from './look'

/** Of the house its customers may know: how it is called in either language, and how to reach it. */
export type Contact = {
  name: Record<Language, string>
  address: Record<Language, string | null>
  phone: string | null
  email: string | null
}

export async function contactOf(req: PayloadRequest): Promise<Contact> {
  const house = await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const { phone, email } = house
  const [zh, en] = [houseIn(house, 'zh'), houseIn(house, 'en')]
  return {
    name: { zh: zh.name, en: en.name },
    address: { zh: zh.address, en: en.address },
    phone: phone ?? null,
    email: email ?? null,
  }
}

export const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': pagePolicy,
  'Referrer-Policy': 'no-referrer', // the address is the key
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const

const digits = (phone: string): string => phone.replace(/[^\d+]/g, '')

/** A whole page of ours for somebody outside. `address` is its own, for the switch of language; null: nowhere to go on to. */
export function pageOf({
  language,
  contact,
  title,
  address,
  body,
  status = 200,
}: {
  language: Language
  contact: Contact
  title: string
  address: string | null
  body: Html
  status?: number
}): Response {
  const say = (name: keyof typeof pageWords): string => pageWords[name][language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const { phone, email } = contact
  const [name, where] = [contact.name[language], contact.address[language]]
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styleTag}
      </head>
      <body>
        <header>
          <strong>${name}</strong
          >${address !== null && html`<a href="${address}?language=${other}" hreflang="${other}" lang="${other}">${other === 'zh' ? '中文' : 'English'}</a>`}
        </header>
        <main>${body}</main>
        <footer>
          <h2>${say('contact')}</h2>
          <p>${name}</p>
          ${where && html`<p>${where}</p>`}${phone && html`<p><a href="tel:${digits(phone)}">${phone}</a></p>`}${email && html`<p><a href="mailto:${email}">${email}</a></p>`}
        </footer>
      </body>
    </html>`
  return new Response(page.text, { status, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
}

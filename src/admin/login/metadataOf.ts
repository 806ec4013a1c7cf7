import type { Metadata } from 'next'
import { getPayload, type SanitizedConfig } from 'payload'

import { companyLook } from '@/src/questions/control/companyLook'

const ours = (icons: unknown): Metadata['icons'] => icons as Metadata['icons']

/** What the window of a page is called and marked by: the company's name and logo; nothing about a platform. */
export async function metadataOf(config: SanitizedConfig, page: Metadata = { title: '登录 Log in' }): Promise<Metadata> {
  const { name, logo } = await companyLook(await getPayload({ config }))
  const title = typeof page.title === 'string' ? page.title.split(' · ')[0]?.trim() : page.title
  return {
    ...page,
    title: typeof title === 'string' ? `${title} · ${name}` : title,
    icons: logo ? [{ rel: 'icon', type: 'image/png', url: logo.square }] : ours(config.admin.meta.icons),
    openGraph: null,
    twitter: null,
    robots: 'noindex, nofollow',
  }
}

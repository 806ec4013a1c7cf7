import type { Metadata } from 'next'
import type { SanitizedConfig } from 'payload'

/** Title and icon as the pages of the admin have them. */
export const metadataOf = ({ admin }: SanitizedConfig): Metadata => ({
  title: `登录 Log in${admin.meta.titleSuffix ?? ''}`,
  icons: admin.meta.icons as Metadata['icons'],
  robots: 'noindex, nofollow',
})

'use client'

import { Link } from '@payloadcms/ui'

import { kindIn, wordsIn } from './words'

/** A document by kind and number, linked when this person may open it. */
export const DocumentCell = ({
  admin,
  language,
  slug,
  id,
  no,
  visible,
}: {
  admin: string
  language: 'zh' | 'en'
  slug: string
  id: number
  no: string | null
  visible: boolean
}) => (
  <td>
    {kindIn(language, slug)}{' '}
    {visible ? <Link href={`${admin}/collections/${slug}/${id}`}>{no ?? id}</Link> : <small>{wordsIn(language).hidden}</small>}
  </td>
)

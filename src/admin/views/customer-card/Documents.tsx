'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { labelIn } from '@/src/domain/words/words'

import { DocumentRows } from './Overview'
import { useAnswer } from './useAnswer'
import type { Say } from './words'

type Kinds = { kinds: Array<{ slug: string; rows: Parameters<typeof DocumentRows>[0]['rows'] }> }

/** The latest documents of each kind, and the way to all of them. */
export const Documents = ({ id, language, say }: { id: number | string; language: 'zh' | 'en'; say: Say }) => {
  const { getEntityConfig } = useConfig()
  const told = useAnswer<Kinds>(`/api/customers/${String(id)}/card/documents`, language)
  if (told === null) return <p aria-busy="true">{say('loading')}</p>
  if (told === 'failed') return <p role="alert">{say('failed')}</p>
  if (told.kinds.length === 0) return <p>{say('noDocuments')}</p>
  const titleOf = (slug: string): string => {
    const plural = getEntityConfig({ collectionSlug: slug })?.labels?.plural
    return labelIn(plural, language, slug)
  }
  return (
    <div className="customer-card__pair">
      {told.kinds.map(({ slug, rows }) => (
        <section key={slug}>
          <h3>
            {titleOf(slug)}{' '}
            <Link href={`/admin/collections/${slug}?where[customer][equals]=${String(id)}`} prefetch={false}>
              {say('all')}
            </Link>
          </h3>
          <DocumentRows rows={rows} language={language} />
        </section>
      ))}
    </div>
  )
}

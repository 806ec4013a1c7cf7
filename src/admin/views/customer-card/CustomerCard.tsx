'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'

import { Analysis } from './Analysis'
import { Documents } from './Documents'
import { Overview } from './Overview'
import { Policies } from './Policies'
import { Prices } from './Prices'
import { type Say, words } from './words'
import './customer-card.css'

const tabs = ['overview', 'analysis', 'prices', 'policies', 'documents'] as const
type Tab = (typeof tabs)[number]

/** 客户卡片: all one asks of a customer, beside its record; which part is open stands in the address. */
export const CustomerCard = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { permissions } = useAuth()
  const router = useRouter()
  const params = useSearchParams()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say: Say = (word) => words[language][word]
  const asked = params.get('part')
  const shown = tabs.filter((tab) => tab !== 'policies' || permissions?.collections?.['price-policies']?.read)
  const open: Tab = shown.find((tab) => tab === asked) ?? 'overview'
  if (!id) return null
  const part = { id, language, say } as const
  return (
    <div className="customer-card">
      <div role="tablist" aria-label={say('title')} className="customer-card__tabs">
        {shown.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`card-${tab}`}
            aria-selected={tab === open}
            aria-controls="card-panel"
            onClick={() => router.replace(`?part=${tab}`, { scroll: false })}
          >
            {say(tab)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="card-panel" aria-labelledby={`card-${open}`}>
        {open === 'overview' && <Overview {...part} />}
        {open === 'analysis' && <Analysis {...part} />}
        {open === 'prices' && <Prices {...part} />}
        {open === 'policies' && <Policies {...part} />}
        {open === 'documents' && <Documents {...part} />}
      </div>
    </div>
  )
}

'use client'

import { Button, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '../../request/ask'
import { FileDialog, type FileKind } from './FileDialog'
import { type Word, words } from './words'

type Customer = { id: number; code: string; name: string }

const titleOf = ({ code, name }: Customer): string => `${code} ${name}`

/** Whose book: found by typing code or name. */
const useCustomers = (typed: string): Customer[] => {
  const [found, setFound] = useState<Customer[]>([])
  useEffect(() => {
    const timer = setTimeout(() => {
      const search = async (): Promise<void> => {
        const wanted = encodeURIComponent(typed.split(' ')[0] ?? '')
        const where = wanted ? `&where[or][0][code][like]=${wanted}&where[or][1][name][like]=${wanted}` : ''
        const answer = await ask<{ docs: Customer[] }>(`/api/customers?limit=20&depth=0&sort=code${where}`)
        if (answer.ok) setFound(answer.body.docs)
      }
      void search()
    }, 200)
    return () => clearTimeout(timer)
  }, [typed])
  return found
}

const useWho = () => {
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const roles = (user as { roles?: string[] } | null)?.roles ?? []
  const language: 'zh' | 'en' = i18n.language === 'en' ? 'en' : 'zh'
  return { language, roles, say: (word: Word): string => words[word][language] }
}

const Upload = ({ kind, customer }: { kind: FileKind; customer?: number | string | undefined }) => {
  const { language, roles, say } = useWho()
  const [open, setOpen] = useState(false)
  const may = (kind === 'price-book' ? ['sales', 'salesManager', 'generalManager'] : ['salesManager', 'generalManager', 'admin']).some(
    (role) => roles.includes(role),
  )
  if (!may) return null
  return (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setOpen(true)}>
        {say(kind === 'price-book' ? 'uploadBook' : 'uploadPolicies')}
      </Button>
      {open && <FileDialog kind={kind} customer={customer} language={language} onClose={() => setOpen(false)} />}
    </>
  )
}

/** On the page of a customer: his price book out and in. */
export const CustomerPriceBook = () => {
  const { id } = useDocumentInfo()
  const { language, say } = useWho()
  if (!id) return null
  return (
    <div className="verb-buttons">
      <Button el="anchor" url={`/api/price-book?customer=${id}&language=${language}`} buttonStyle="subtle" size="medium" margin={false}>
        {say('download')}
      </Button>
      <Upload kind="price-book" customer={id} />
    </div>
  )
}

/** Above the list of adjustments: the price book of any customer one may see, out and in. */
export const PriceBookTools = () => {
  const { language, say } = useWho()
  const [typed, setTyped] = useState('')
  const customers = useCustomers(typed)
  const chosen = customers.find((customer) => titleOf(customer) === typed || customer.code === typed)
  return (
    <div className="price-files">
      <input
        aria-label={say('customer')}
        placeholder={say('customer')}
        list="price-book-customers"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id="price-book-customers">
        {customers.map((customer) => (
          <option key={customer.id} value={titleOf(customer)} />
        ))}
      </datalist>
      <Button
        el="anchor"
        url={chosen ? `/api/price-book?customer=${chosen.id}&language=${language}` : '#'}
        buttonStyle="secondary"
        size="medium"
        margin={false}
        disabled={!chosen}
      >
        {say('download')}
      </Button>
      <Upload kind="price-book" />
    </div>
  )
}

/** Above the list of price policies: many rows from a file. */
export const PolicyFileTools = () => (
  <div className="price-files">
    <Upload kind="price-policies" />
  </div>
)

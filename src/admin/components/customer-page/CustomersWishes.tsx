import type { UIFieldServerProps } from 'payload'

import { listsOfOrder } from '@/src/questions/quotes/customerPage'

import { ListedChanges } from '../../views/customer-page/ListedChanges'
import { words } from '../../views/customer-page/words'
import './customerPage.css'

/** Above the lines of an order a customer has confirmed himself: his list, his remark, and what he wishes otherwise than quoted. */
export const CustomersWishes = async ({ id, req, payload, user, i18n }: UIFieldServerProps) => {
  if (!id || !user) return null
  const told = await listsOfOrder(req, Number(id))
  if (!told || told.lists.length === 0) return null
  const say = words[i18n.language === 'en' ? 'en' : 'zh']
  return (
    <section className="customers-wishes" aria-label={say.lists}>
      {told.lists.map((list) => (
        <div key={list.id}>
          <p>
            <a href={`${payload.config.routes.admin}/collections/order-lists/${list.id}`}>
              {say.lists} {list.no}
            </a>{' '}
            · {say.by} {list.name} ({list.email}) ·{' '}
            <a href={`${payload.config.routes.admin}/collections/quotes/${list.quote}`}>
              {say.quote} {list.quoteNo}
            </a>
          </p>
          {list.remark && (
            <p>
              {say.remark}: {list.remark}
            </p>
          )}
          <h4>{say.differs}</h4>
          <ListedChanges changes={list.changes} say={say} />
        </div>
      ))}
    </section>
  )
}

'use client'

import { Link } from '@payloadcms/ui'

import type { CardPolicies, CardPolicy } from '@/src/questions/customers/policiesOf'
import { spokenFigure } from '@/src/domain/grid/readCell'

import { useAnswer } from './useAnswer'
import type { Say } from './words'

const Whom = ({ policy, say }: { policy: CardPolicy; say: Say }) =>
  policy.for === 'category' ? policy.category : say(policy.for === 'customer' ? 'thisCustomer' : 'everybody')

const What = ({ item, itemCategory }: CardPolicy) =>
  item ? (
    <>
      <Link href={`/admin/collections/items/${String(item.id)}`} prefetch={false}>
        {item.code}
      </Link>{' '}
      {item.name}
    </>
  ) : (
    itemCategory
  )

const Sets = ({ policy: { price, discountRate, currency, net }, say }: { policy: CardPolicy; say: Say }) => (
  <>
    {price !== null ? (
      <>
        <strong>{spokenFigure(price, 'figure')}</strong> {currency}
      </>
    ) : (
      discountRate !== null && (
        <>
          {say('off')} <strong>{spokenFigure(discountRate, 'figure')} %</strong>
        </>
      )
    )}
    {net && ` · ${say('netPrice')}`}
  </>
)

const lasts = ({ validFrom, validTo }: CardPolicy): string => (validFrom || validTo ? `${validFrom ?? ''} – ${validTo ?? ''}` : '')

/** The price policies that hold for the customer, each leading to its record: those that name him first. */
export const Policies = ({ id, language, say }: { id: number | string; language: 'zh' | 'en'; say: Say }) => {
  const told = useAnswer<CardPolicies>(`/api/customers/${String(id)}/card/policies`, language)
  if (told === null) return <p aria-busy="true">{say('loading')}</p>
  if (told === 'failed') return <p role="alert">{say('failed')}</p>
  if (told.policies.length === 0) return <p>{say('noPolicies')}</p>
  return (
    <>
      <div className="customer-card__scroll">
        <table className="is-stacked">
          <thead>
            <tr>
              <th scope="col">{say('for')}</th>
              <th scope="col">{say('items')}</th>
              <th scope="col" className="is-figure">
                {say('minQty')}
              </th>
              <th scope="col">{say('unit')}</th>
              <th scope="col" className="is-figure">
                {say('price')}
              </th>
              <th scope="col">{say('valid')}</th>
              <th scope="col">{say('policies')}</th>
            </tr>
          </thead>
          <tbody>
            {told.policies.map((policy) => (
              <tr key={policy.id}>
                <td>
                  <Whom policy={policy} say={say} />
                </td>
                <td>
                  <What {...policy} />
                </td>
                <td className="is-figure" data-label={say('minQty')}>
                  {policy.minQty === null ? '' : spokenFigure(policy.minQty, 'figure')}
                </td>
                <td>{policy.unit}</td>
                <td className="is-figure" data-label={say('price')}>
                  <Sets policy={policy} say={say} />
                </td>
                <td data-label={say('valid')}>{lasts(policy)}</td>
                <td data-label={say('policies')}>
                  <Link href={`/admin/collections/price-policies/${String(policy.id)}`} prefetch={false}>
                    {policy.id}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.more && (
        <p>
          <Link href="/admin/collections/price-policies" prefetch={false}>
            {say('morePolicies')}
          </Link>
        </p>
      )}
    </>
  )
}

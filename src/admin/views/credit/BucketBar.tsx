export const money = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : ''

export type Buckets = Record<'orders' | 'deliveries' | 'unauditedInvoices' | 'receivable', number>

const order = ['receivable', 'unauditedInvoices', 'deliveries', 'orders'] as const
const colours = { receivable: '#2f6fb5', unauditedInvoices: '#7a5ea8', deliveries: '#e08a2b', orders: '#4c9f70' } as const

/** Every bucket as a piece of the limit; what exceeds it stretches the bar and the limit is a line in it. Nothing below zero is drawn. */
export const BucketBar = ({
  buckets,
  exposure,
  limit,
  say,
}: {
  buckets: Buckets
  exposure: number
  limit: number | null
  say: (word: string) => string
}) => {
  const whole = Math.max(exposure, limit ?? 0, 1)
  const width = (amount: number): string => `${(100 * Math.max(0, amount)) / whole}%`
  return (
    <>
      <div className="credit-tab__bar">
        {order.map((bucket) => (
          <i
            key={bucket}
            title={`${say(bucket)} ${money(buckets[bucket])}`}
            style={{ width: width(buckets[bucket]), background: colours[bucket] }}
          />
        ))}
        {limit !== null && limit < exposure && <b style={{ left: width(limit) }} />}
      </div>
      <ul className="credit-tab__legend">
        {order.map((bucket) => (
          <li key={bucket}>
            <i style={{ background: colours[bucket] }} />
            {say(bucket)} <strong>{money(buckets[bucket])}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

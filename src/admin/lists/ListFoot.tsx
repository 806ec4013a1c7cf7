import { spokenFigure } from '@/src/domain/grid/readCell'
import type { ListColumn, ListTotals } from '@/src/domain/lists/column'

import type { ListWords } from './words'

/** How many there are, what they come to, and the way to the other pages. */
export const ListFoot = ({
  totals,
  columns,
  page,
  more,
  say,
  onPage,
  onAddUp,
}: {
  totals: ListTotals | null
  columns: readonly ListColumn[]
  page: number
  more: boolean
  say: ListWords
  onPage: (page: number) => void
  onAddUp: () => void
}) => (
  <footer className="list__foot">
    {totals && (
      <p role="status">
        {totals.estimated ? `${say('about')} ` : ''}
        {totals.count.toLocaleString('en-US')} {say('count')}
        {totals.sums.map(({ currency, of }) =>
          columns
            .filter(({ name }) => name in of)
            .map(({ name, label }) => (
              <span key={`${currency ?? ''}${name}`}>
                {' · '}
                {label} <b>{spokenFigure(of[name] ?? 0, 'amount')}</b> {totals.sums.length > 1 ? currency : ''}
              </span>
            )),
        )}
        {totals.estimated && (
          <button type="button" className="list__button is-quiet" onClick={onAddUp}>
            {say('addUp')}
          </button>
        )}
      </p>
    )}
    <nav aria-label={say('page', page)}>
      <button type="button" className="list__button" aria-label={say('before')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </button>
      <span>{say('page', page)}</span>
      <button type="button" className="list__button" aria-label={say('next')} disabled={!more} onClick={() => onPage(page + 1)}>
        ›
      </button>
    </nav>
  </footer>
)

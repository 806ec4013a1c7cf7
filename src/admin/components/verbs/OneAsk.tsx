import type { Ask, Named } from '@/src/domain/kernel/ask'

import { DayInput } from '../day/DayInput'
import { FigureInput } from '../figure/FigureInput'

type Typed = Extract<Ask, { offers?: unknown }>

/** A value taken with a click: beside those that are there, or out again; a text to begin with takes the place of what is typed. */
const Offers = ({ ask, value, onChange }: { ask: Typed; value: string; onChange: (value: string) => void }) => {
  const named = value.split(/[,;，；\s]+/).filter(Boolean)
  const taken = (offer: string): boolean => (ask.several ? named.includes(offer) : value === offer)
  const next = (offer: string): string =>
    ask.several ? (taken(offer) ? named.filter((one) => one !== offer) : [...named, offer]).join(', ') : offer
  return (
    <span className="verb-dialog__offers">
      {ask.offers?.map((offer) => (
        <button key={offer.value} type="button" aria-pressed={taken(offer.value)} onClick={() => onChange(next(offer.value))}>
          {offer.label}
        </button>
      ))}
    </span>
  )
}

/** One answer a verb asks for: a choice, a text, a figure or a day. */
export const OneAsk = ({
  ask,
  value,
  language,
  onChange,
  onUnread,
}: {
  ask: Exclude<Ask, { kind: 'lines' | 'record' | 'check' }>
  value: string
  language: keyof Named
  onChange: (value: unknown) => void
  onUnread: (isUnread: boolean) => void
}) => (
  <div className="verb-dialog__ask">
    <label className="verb-dialog__ask">
      <span>
        {ask.label[language]}
        {ask.required ? ' *' : ''}
      </span>
      {ask.kind === 'choice' ? (
        <select value={value} required={ask.required} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {ask.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language]}
            </option>
          ))}
        </select>
      ) : ask.kind === 'longText' || ask.kind === 'text' ? (
        <textarea
          rows={ask.kind === 'longText' ? 5 : 1}
          placeholder={ask.instead}
          value={value}
          required={ask.required}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : ask.kind === 'number' ? (
        <FigureInput
          value={value === '' ? null : Number(value)}
          required={ask.required}
          language={language}
          onChange={onChange}
          onUnread={onUnread}
        />
      ) : (
        <DayInput
          label={ask.label[language]}
          value={value}
          isRequired={ask.required}
          language={language}
          onChange={onChange}
          onUnread={onUnread}
        />
      )}
      {ask.hint && <small>{ask.hint[language]}</small>}
    </label>
    {'offers' in ask && ask.offers && ask.offers.length > 0 && <Offers ask={ask} value={value} onChange={onChange} />}
  </div>
)

import type { Ask, Named } from '@/src/domain/kernel/ask'

import { FigureInput } from '../figure/FigureInput'

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
        rows={ask.kind === 'longText' ? 5 : 2}
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
      <input type={ask.kind} value={value} required={ask.required} onChange={(event) => onChange(event.target.value)} />
    )}
    {ask.hint && <small>{ask.hint[language]}</small>}
  </label>
)

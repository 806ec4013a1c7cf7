'use client'

import type { Sending } from './useSending'
import { words } from './words'

/** A file on its way, or the reason why it was not taken. */
export const SendingRow = ({
  sending,
  language,
  onDismiss,
  onRetry,
}: {
  sending: Sending
  language: 'zh' | 'en'
  onDismiss: () => void
  onRetry: () => void
}) => {
  const { file, share, refused } = sending
  return (
    <li className={refused ? 'is-refused' : ''} role={refused ? 'alert' : 'status'}>
      <span>{file.name}</span>
      {refused ? <em>{refused}</em> : <progress max={1} value={share} aria-label={file.name} />}
      {!refused && (
        <small>{share >= 1 ? words.checking[language] : share > 0 ? `${Math.floor(share * 100)} %` : words.waiting[language]}</small>
      )}
      {refused && (
        <button type="button" onClick={onRetry}>
          {words.retry[language]}
        </button>
      )}
      <button type="button" onClick={onDismiss}>
        {words[refused ? 'dismiss' : 'cancel'][language]}
      </button>
    </li>
  )
}

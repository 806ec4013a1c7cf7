'use client'

import { useRef } from 'react'
import { createPortal } from 'react-dom'

import { useModal } from '../useModal'
import type { Difference } from './differences'
import { type Word, words } from './words'

/** Somebody else has saved meanwhile: both versions side by side where they differ, and the person says which one counts. */
export const ConflictDialog = ({
  differences,
  language,
  onTakeTheirs,
  onKeepMine,
  onClose,
}: {
  differences: readonly Difference[]
  language: 'zh' | 'en'
  onTakeTheirs: () => void
  onKeepMine: () => void
  onClose: () => void
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useModal(dialog, onClose)
  const say = (word: Word): string => words[word][language]
  return createPortal(
    <dialog ref={dialog} className="verb-dialog" aria-label={say('conflict')} onClose={closed}>
      <h2>{say('conflict')}</h2>
      <p>{differences.length > 0 ? say('conflictTold') : say('same')}</p>
      {differences.length > 0 && (
        <table className="verb-dialog__lines">
          <thead>
            <tr>
              <th>{say('field')}</th>
              <th>{say('mine')}</th>
              <th>{say('theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine, theirs }, index) => (
              <tr key={`${label}${index}`}>
                <td>{label}</td>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="verb-dialog__buttons">
        <button type="button" className="plain-button" onClick={onClose}>
          {say('back')}
        </button>
        <button type="button" className="plain-button" onClick={onTakeTheirs}>
          {say('takeTheirs')}
        </button>
        <button type="button" className="main-button" onClick={onKeepMine}>
          {say('keepMine')}
        </button>
      </div>
    </dialog>,
    document.body,
  )
}

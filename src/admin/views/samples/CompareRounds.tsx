'use client'

import { useCallback, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { useModal } from '../../components/useModal'
import { renderingOf } from '../../components/viewer/attachedFile'
import { type Look, PictureView, whole } from '../../components/viewer/PictureView'
import { type GalleryWord, galleryWords } from './galleryWords'
import { compareMeasured, type Measured, type Round } from './rounds'

type Say = (word: GalleryWord) => string

const MeasuredCell = ({ row }: { row: Measured | undefined }) => (
  <td className={row?.judgement === 'out' ? 'figure is-short' : 'figure'}>
    {row?.measured ?? '–'}
    {row?.deviation ? <small> ({row.deviation})</small> : null}
  </td>
)

const Side = ({
  rounds,
  chosen,
  label,
  say,
  look,
  onLook,
  onChoose,
}: {
  rounds: readonly Round[]
  chosen: number
  label: string
  say: Say
  look: Look
  onLook: (change: (look: Look) => Look) => void
  onChoose: (round: number) => void
}) => {
  const [at, setAt] = useState(0)
  const round = rounds[chosen]
  const pictures = round?.pictures ?? []
  const picture = pictures[at % Math.max(1, pictures.length)]
  return (
    <section>
      <header>
        <select
          value={chosen}
          aria-label={label}
          onChange={({ target }) => {
            setAt(0)
            onChoose(Number(target.value))
          }}
        >
          {rounds.map((each, index) => (
            <option key={each.id} value={index}>
              {say('round').replace('{n}', String(each.round))} · {each.date.slice(0, 10)}
            </option>
          ))}
        </select>
        {pictures.length > 1 && (
          <button type="button" onClick={() => setAt(at + 1)}>
            {say('more')} {(at % pictures.length) + 1}/{pictures.length}
          </button>
        )}
      </header>
      {picture ? (
        <PictureView src={renderingOf(picture, 'large')} alt={picture.title ?? picture.filename} look={look} onLook={onLook} />
      ) : (
        <p>{say('none')}</p>
      )}
    </section>
  )
}

/** Two rounds side by side: pictures zoomed and moved together, measured values feature by feature with deviations marked. */
export const CompareRounds = ({ rounds, language, onClose }: { rounds: readonly Round[]; language: 'zh' | 'en'; onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [left, setLeft] = useState(Math.max(0, rounds.length - 2))
  const [right, setRight] = useState(rounds.length - 1)
  const [look, setLook] = useState<Look>(whole)
  const onLook = useCallback((change: (look: Look) => Look) => setLook(change), [])
  const closed = useModal(dialog, onClose)
  const say: Say = (word) => galleryWords[word][language]
  const title = (index: number): string => say('round').replace('{n}', String(rounds[index]?.round ?? ''))
  const compared = compareMeasured(rounds[left]?.technical ?? [], rounds[right]?.technical ?? [])
  return createPortal(
    <dialog ref={dialog} className="full-dialog compare-rounds" aria-label={say('compare')} onClose={closed}>
      <header>
        <strong>{say('compare')}</strong>
        <small>{say('hint')}</small>
        <span>
          <button type="button" onClick={() => setLook(whole)}>
            {say('whole')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('close')}
          </button>
        </span>
      </header>
      <div className="compare-rounds__sides">
        <Side rounds={rounds} chosen={left} label={say('left')} say={say} look={look} onLook={onLook} onChoose={setLeft} />
        <Side rounds={rounds} chosen={right} label={say('right')} say={say} look={look} onLook={onLook} onChoose={setRight} />
      </div>
      {compared.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{say('feature')}</th>
              <th className="figure">{say('required')}</th>
              <th className="figure">{title(left)}</th>
              <th className="figure">{title(right)}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ feature, required, left: a, right: b }) => (
              <tr key={feature}>
                <td>{feature}</td>
                <td className="figure">{required}</td>
                <MeasuredCell row={a} />
                <MeasuredCell row={b} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </dialog>,
    document.body,
  )
}

'use client'

import { type AttachedFile, extensionOf, renderingOf, spokenSize } from '../../components/viewer/attachedFile'
import { words } from './words'

/** One attached file: its picture or its format, its name and version; opened by a click, taken out by ×. */
export const FileTile = ({
  file,
  language,
  onOpen,
  onRemove,
  onEarlier,
  mark,
}: {
  file: AttachedFile
  language: 'zh' | 'en'
  onOpen: () => void
  onRemove?: (() => void) | undefined
  onEarlier?: (() => void) | undefined
  /** A word laid over the picture. */
  mark?: string | undefined
}) => {
  const title = file.title || file.filename
  return (
    <li className="file-tile">
      <button type="button" className="file-tile__open" onClick={onOpen} title={`${words.open[language]} ${file.filename}`}>
        {file.kind === 'pictures' ? (
          <img src={renderingOf(file, 'card')} alt={title} loading="lazy" />
        ) : (
          <b className={`file-tile__format file-tile__format--${extensionOf(file.filename)}`}>{extensionOf(file.filename).toUpperCase()}</b>
        )}
        {mark && <em>{mark}</em>}
        <span>{title}</span>
        <small>{[file.drawingNo, file.revision, file.detail, spokenSize(file.filesize)].filter(Boolean).join(' · ')}</small>
      </button>
      <span className="file-tile__tools">
        {onEarlier && (
          <button
            type="button"
            aria-label={`${words.earlier[language]} ${file.filename}`}
            title={words.earlier[language]}
            onClick={onEarlier}
          >
            ←
          </button>
        )}
        {onRemove && (
          <button type="button" aria-label={`${words.remove[language]} ${file.filename}`} title={words.remove[language]} onClick={onRemove}>
            ×
          </button>
        )}
      </span>
    </li>
  )
}

'use client'

import './viewer.css'

import { useTranslation } from '@payloadcms/ui'
import { useCallback, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { useModal } from '../useModal'
import { type AttachedFile, previewOf, renderingOf, spokenSize } from './attachedFile'
import { DxfView } from './DxfView'
import { ModelView } from './ModelView'
import { PdfView } from './PdfView'
import { type Look, PictureView, whole, zoomed } from './PictureView'
import { type Say, speaker } from './words'

const browserShows = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

/** From twice its size on, a picture is shown as it was taken. */
const sharpest = (file: AttachedFile, scale: number): string =>
  scale >= 2 && browserShows.has(file.mimeType) ? file.url : renderingOf(file, 'large')

const Content = ({
  file,
  say,
  look,
  onLook,
}: {
  file: AttachedFile
  say: Say
  look: Look
  onLook: (change: (look: Look) => Look) => void
}) => {
  const preview = previewOf(file)
  if (preview === 'picture')
    return <PictureView src={sharpest(file, look.scale)} alt={file.title ?? file.filename} look={look} onLook={onLook} />
  if (preview === 'dxf') return <DxfView key={file.id} url={file.url} say={say} />
  if (preview === 'model') return <ModelView key={file.id} url={file.url} filename={file.filename} say={say} />
  if (preview === 'pdf') return <PdfView key={file.id} url={file.url} title={file.filename} say={say} />
  return (
    <div className="file-viewer__none">
      <strong>{file.detail ?? file.filename}</strong>
      <p>{say('noPreview')}</p>
    </div>
  )
}

/** Looks into files without leaving the document: pictures, DXF, 3-D models and PDF; arrows lead to the next, Escape closes. */
export const FileViewer = ({ files, start, onClose }: { files: readonly AttachedFile[]; start: number; onClose: () => void }) => {
  const { i18n } = useTranslation()
  const say = speaker(i18n.language === 'en' ? 'en' : 'zh')
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(start)
  const [look, setLook] = useState<Look>(whole)
  const onLook = useCallback((change: (look: Look) => Look) => setLook(change), [])
  const closed = useModal(dialog, onClose)
  const go = (step: number): void => {
    setAt((current) => (current + step + files.length) % files.length)
    setLook(whole)
  }
  const file = files[at]
  if (!file) return null
  const picture = file.kind === 'pictures'
  return createPortal(
    <dialog
      ref={dialog}
      className="full-dialog file-viewer"
      aria-label={file.title ?? file.filename}
      onClose={closed}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'ArrowRight' && files.length > 1) go(1)
        else if (event.key === 'ArrowLeft' && files.length > 1) go(-1)
        else if (picture && (event.key === '+' || event.key === '=')) setLook((current) => zoomed(current, 1.25))
        else if (picture && event.key === '-') setLook((current) => zoomed(current, 0.8))
        else if (picture && event.key === '0') setLook(whole)
      }}
    >
      <header>
        <div>
          <strong>{file.title || file.filename}</strong>
          <small>
            {[
              file.title && file.filename,
              file.drawingNo,
              file.revision,
              file.detail,
              picture && `${file.width} × ${file.height}`,
              spokenSize(file.filesize),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </div>
        {picture && (
          <span className="file-viewer__zoom">
            <button type="button" aria-label={say('zoomOut')} onClick={() => setLook((current) => zoomed(current, 0.8))}>
              −
            </button>
            <button type="button" onClick={() => setLook(whole)}>
              {look.scale === 1 ? say('fit') : `${Math.round(look.scale * 100)} %`}
            </button>
            <button type="button" aria-label={say('zoomIn')} onClick={() => setLook((current) => zoomed(current, 1.25))}>
              +
            </button>
          </span>
        )}
        <nav>
          {files.length > 1 && (
            <>
              <button type="button" aria-label={say('previous')} onClick={() => go(-1)}>
                ‹
              </button>
              <small>
                {at + 1} / {files.length}
              </small>
              <button type="button" aria-label={say('next')} onClick={() => go(1)}>
                ›
              </button>
            </>
          )}
          <a href={`/admin/collections/${file.kind}/${file.id}`} target="_blank" rel="noreferrer">
            {say('record')}
          </a>
          <a href={file.url} download={file.filename}>
            {say('download')}
          </a>
          <button type="button" aria-label={say('close')} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </nav>
      </header>
      <div className="file-viewer__content">
        <Content file={file} say={say} look={look} onLook={onLook} />
      </div>
    </dialog>,
    document.body,
  )
}

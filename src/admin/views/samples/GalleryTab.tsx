'use client'

import '../../fields/FileDrop/files.css'
import './gallery.css'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { statusWord } from '@/src/domain/words/statusWords'

import type { AttachedFile } from '../../components/viewer/attachedFile'
import { FileViewer } from '../../components/viewer/FileViewer'
import { FileTile } from '../../fields/FileDrop/FileTile'
import { CompareRounds } from './CompareRounds'
import { type GalleryWord, galleryWords } from './galleryWords'
import { loadRounds, type SampleRounds } from './rounds'

type Opened = { files: readonly AttachedFile[]; start: number }

/** 图片: every picture of the sample, round by round; approval pictures marked; any looked into, any two rounds compared. */
export const GalleryTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [told, setTold] = useState<SampleRounds | 'failed' | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [comparing, setComparing] = useState(false)
  useEffect(() => {
    const leave = new AbortController()
    if (id === undefined) return
    loadRounds(id, leave.signal)
      .then((read) => setTold(read ?? 'failed'))
      .catch(() => !leave.signal.aborted && setTold('failed'))
    return () => leave.abort()
  }, [id])
  const say = (word: GalleryWord): string => galleryWords[word][language]
  if (told === null) return <p className="gallery">…</p>
  if (told === 'failed') return <p className="gallery">{say('failed')}</p>
  const { pictures, approval, rounds } = told
  const tiles = (files: readonly AttachedFile[]) =>
    files.length === 0 ? (
      <p>{say('none')}</p>
    ) : (
      <ul className="file-drop__files">
        {files.map((file, start) => (
          <FileTile
            key={file.id}
            file={file}
            language={language}
            onOpen={() => setOpened({ files, start })}
            mark={approval.has(file.id) ? say('approval') : undefined}
          />
        ))}
      </ul>
    )
  return (
    <div className="gallery">
      {pictures.length === 0 && rounds.length === 0 && <p>{say('nothing')}</p>}
      {rounds.length > 1 && (
        <button type="button" className="gallery__compare" onClick={() => setComparing(true)}>
          {say('compare')}
        </button>
      )}
      {pictures.length > 0 && (
        <section>
          <h3>{say('sample')}</h3>
          {tiles(pictures)}
        </section>
      )}
      {rounds.toReversed().map((round) => (
        <section key={round.id}>
          <h3>
            <Link href={`${config.routes.admin}/collections/feedback-rounds/${round.id}`}>
              {say('round').replace('{n}', String(round.round))}
            </Link>
            <small>
              {round.date.slice(0, 10)} · {statusWord('feedback-rounds', round.status, language) ?? round.status}
            </small>
          </h3>
          {round.remark && <p className="gallery__remark">{round.remark}</p>}
          {tiles(round.pictures)}
        </section>
      ))}
      {opened && <FileViewer {...opened} onClose={() => setOpened(null)} />}
      {comparing && <CompareRounds rounds={rounds} language={language} onClose={() => setComparing(false)} />}
    </div>
  )
}

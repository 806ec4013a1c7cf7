'use client'

import { useEffect, useState } from 'react'

import type { Say } from './words'
import { useBytes } from './useBytes'

/** A PDF in the browser's own viewer. The server hands drawings out as downloads only, so it is shown from memory. */
export const PdfView = ({ url, title, say }: { url: string; title: string; say: Say }) => {
  const { bytes, gone } = useBytes(url)
  const [shown, setShown] = useState('')
  useEffect(() => {
    if (!bytes) return
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    setShown(address)
    return () => URL.revokeObjectURL(address)
  }, [bytes])
  if (gone) return <p role="alert">{say('gone')}</p>
  return shown ? <iframe src={shown} title={title} /> : <p>{say('loading')}</p>
}

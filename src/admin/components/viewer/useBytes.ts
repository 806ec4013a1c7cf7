'use client'

import { useEffect, useState } from 'react'

import { askBytes } from '../../request/ask'

type Fetched = { bytes: Uint8Array<ArrayBuffer> | null; gone: boolean }

/** The content of a file, with the person's log-in; `gone` when the server does not give it. */
export function useBytes(url: string): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ bytes: null, gone: false })
  useEffect(() => {
    const leave = new AbortController()
    setFetched({ bytes: null, gone: false })
    askBytes(url, leave.signal)
      .then((bytes) => setFetched({ bytes, gone: bytes === null }))
      .catch(() => !leave.signal.aborted && setFetched({ bytes: null, gone: true }))
    return () => leave.abort()
  }, [url])
  return fetched
}

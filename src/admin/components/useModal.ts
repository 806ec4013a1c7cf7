'use client'

import { type RefObject, useLayoutEffect } from 'react'

/**
 * A dialog over the page while its component stands. It is closed before it leaves, since only closing gives the focus back to where it was.
 * The answer is for its `onClose`: whatever way a browser has to close a dialog, `onClosed` is told. Not of one that is open again: browsers
 * tell of a close a moment later, and while one develops React takes every part away once and puts it back.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onClosed: () => void): () => void {
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [dialog])
  return () => {
    if (dialog.current?.open === false) onClosed()
  }
}

'use client'

import { type RefObject, useLayoutEffect } from 'react'

/** A dialog over the page while its component stands. It is closed before it leaves, since only closing gives the focus back to where it was. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [dialog])
}

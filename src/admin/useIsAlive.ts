'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False while a page is only drawn, as the server sent it: what would be typed or pressed then would be lost, so it is shut until it is alive. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

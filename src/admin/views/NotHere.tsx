'use client'

import { type ReactNode, useEffect, useState } from 'react'

import { Skeleton } from '../components/Skeleton'

/** A page that is asked for when it is shown; until it has come, the outline of one. */
export const NotHere = ({ page }: { page: () => Promise<ReactNode> }) => {
  const [told, setTold] = useState<ReactNode>(null)
  useEffect(() => {
    let isLeft = false
    page().then(
      (answer) => isLeft || setTold(answer),
      () => isLeft || window.location.assign('/admin'),
    )
    return () => void (isLeft = true)
  }, [page])
  return told ?? <Skeleton />
}

'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect } from 'react'

import { heardRights, type ToldRights } from './rights'

/** With each page the rights as they are now, which may be others than those the frame came with. */
export const OwnRights = ({ rights }: { rights: ToldRights }) => {
  const { setPermissions } = useAuth()
  useEffect(() => setPermissions(heardRights(rights)), [rights, setPermissions])
  return null
}

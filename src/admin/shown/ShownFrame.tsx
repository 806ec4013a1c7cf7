'use client'

import { RootProvider } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientConfig, ClientGlobalConfig } from 'payload'
import { type ComponentProps, useMemo } from 'react'

import { type Packed, unpacked } from './packed'
import { heardRights, type ToldRights } from './rights'

/** The configuration as a page is told it: what all kinds share is said once. */
export type ToldConfig = Omit<ClientConfig, 'collections' | 'globals'> & { collections: Packed; globals: Packed }

type Frame = ComponentProps<typeof RootProvider>

const isCollection = (kind: object): kind is ClientCollectionConfig => 'slug' in kind && 'labels' in kind && 'fields' in kind
const isGlobal = (kind: object): kind is ClientGlobalConfig => 'slug' in kind && 'fields' in kind

/** What stands around every page of the platform, from as few words as name it. */
export const ShownFrame = ({
  told,
  rights,
  children,
  ...given
}: Omit<Frame, 'config' | 'permissions'> & { told: ToldConfig; rights: ToldRights }) => {
  const config = useMemo<ClientConfig>(
    () => ({
      ...told,
      collections: unpacked(told.collections).filter(isCollection),
      globals: unpacked(told.globals).filter(isGlobal),
    }),
    [told],
  )
  const permissions = useMemo(() => heardRights(rights), [rights])
  return (
    <RootProvider {...given} config={config} permissions={permissions}>
      {children}
    </RootProvider>
  )
}

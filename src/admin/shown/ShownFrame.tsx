'use client'

import { RootProvider } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientConfig, ClientGlobalConfig } from 'payload'
import { type ComponentProps, useMemo } from 'react'

import { type Packed, unpacked } from './packed'
import { heardRights, type ToldRights } from './rights'
import { heardWords, type Translations } from './toldWords'

/** The configuration as a page is told it: what all kinds share is said once. */
export type ToldConfig = Omit<ClientConfig, 'collections' | 'globals'> & { collections: Packed; globals: Packed }

type Frame = ComponentProps<typeof RootProvider>

const isCollection = (kind: object): kind is ClientCollectionConfig => 'slug' in kind && 'labels' in kind && 'fields' in kind

/** A kind as the platform holds it: called by two names that are mostly one, with a title, and without fields. */
const heardKind = ({ singular, plural, title, ...kind }: Readonly<Record<string, unknown>>): object => ({
  ...kind,
  labels: { singular, plural: plural || singular },
  fields: [],
  admin: { useAsTitle: title },
})
const isGlobal = (kind: object): kind is ClientGlobalConfig => 'slug' in kind && 'fields' in kind

/** What stands around every page of the platform, from as few words as name it. */
export const ShownFrame = ({
  told,
  rights,
  person,
  words,
  children,
  ...given
}: Omit<Frame, 'config' | 'permissions' | 'translations' | 'user'> & {
  told: ToldConfig
  rights: ToldRights
  person: Frame['user']
  words: Translations
}) => {
  const config = useMemo<ClientConfig>(
    () => ({
      ...told,
      collections: unpacked(told.collections).map(heardKind).filter(isCollection),
      globals: unpacked(told.globals).filter(isGlobal),
    }),
    [told],
  )
  const permissions = useMemo(() => heardRights(rights), [rights])
  const translations = useMemo(() => heardWords(words), [words])
  return (
    <RootProvider {...given} config={config} permissions={permissions} translations={translations} user={person}>
      {children}
    </RootProvider>
  )
}

'use client'

import { DocumentInfoProvider, useConfig, WatchCondition } from '@payloadcms/ui'
import { type ComponentProps, useMemo } from 'react'

import { everyField } from './everyField'
import { heardDocumentRights, type ToldDocumentRights } from './rights'
import { heardData, type ToldData } from './toldData'
import { heardForm, type ToldForm } from './toldForm'

type Given = Omit<ComponentProps<typeof DocumentInfoProvider>, 'initialData' | 'initialState' | 'docPermissions'>

/** What the platform knows of a document, from as few words as tell it: rows as a table, fields that are drawn alike, rights by what may be done. */
export const ShownDocument = ({
  told,
  form,
  rights,
  children,
  ...given
}: Given & { told: ToldData; form: ToldForm | undefined; rights: ToldDocumentRights | undefined }) => {
  const { collectionSlug, globalSlug } = given
  const { getEntityConfig } = useConfig()
  const data = useMemo(() => heardData(told), [told])
  const fields = (globalSlug ? getEntityConfig({ globalSlug }) : getEntityConfig({ collectionSlug: collectionSlug ?? '' }))?.fields
  const state = useMemo(
    () => form && heardForm(form, { data, fields: everyField(fields ?? [], globalSlug ?? collectionSlug ?? ''), around: WatchCondition }),
    [collectionSlug, data, fields, form, globalSlug],
  )
  const permissions = useMemo(() => rights && heardDocumentRights(rights), [rights])
  return (
    <DocumentInfoProvider {...given} docPermissions={permissions} initialData={data} initialState={state}>
      {children}
    </DocumentInfoProvider>
  )
}

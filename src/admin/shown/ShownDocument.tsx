'use client'

import { DocumentInfoProvider } from '@payloadcms/ui'
import { type ComponentProps, useMemo } from 'react'

import { heardData, type ToldData } from './toldData'

type Given = Omit<ComponentProps<typeof DocumentInfoProvider>, 'initialData'>

/** What the platform knows of a document, from its rows as a table. */
export const ShownDocument = ({ told, children, ...given }: Given & { told: ToldData }) => {
  const initialData = useMemo(() => heardData(told), [told])
  return (
    <DocumentInfoProvider {...given} initialData={initialData}>
      {children}
    </DocumentInfoProvider>
  )
}

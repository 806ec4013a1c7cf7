'use client'

import {
  BoldFeatureClient,
  FixedToolbarFeatureClient,
  ItalicFeatureClient,
  LinkFeatureClient,
  OrderedListFeatureClient,
  ParagraphFeatureClient,
  RichTextField,
  TableFeatureClient,
  UnderlineFeatureClient,
  UnorderedListFeatureClient,
} from '@payloadcms/richtext-lexical/client'
import { type ComponentProps, useMemo } from 'react'

import { MentionFeatureClient } from './mentions'

type Props = ComponentProps<typeof RichTextField>
type Feature = Props['clientFeatures'][string]

const features: Readonly<Record<string, Feature['clientFeatureProvider']>> = {
  BoldFeatureClient,
  FixedToolbarFeatureClient,
  ItalicFeatureClient,
  LinkFeatureClient,
  MentionFeatureClient,
  OrderedListFeatureClient,
  ParagraphFeatureClient,
  TableFeatureClient,
  UnderlineFeatureClient,
  UnorderedListFeatureClient,
}

/** What the page names of a feature of the editor: its props, and by what name its part in the browser is known. */
export type NamedFeature = { clientFeatureProps?: Feature['clientFeatureProps']; known?: string }

/** The platform's editor with the features of `src/admin/editor.ts`; one that is added there is named here, too. */
export const RichTextEditor = ({ named, ...props }: Omit<Props, 'clientFeatures'> & { named: Readonly<Record<string, NamedFeature>> }) => {
  const clientFeatures = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(named).map(([key, { known, clientFeatureProps }]): [string, Feature] => {
          if (known === undefined) return [key, {}]
          const clientFeatureProvider = features[known]
          if (!clientFeatureProvider) throw new Error(`${known} is not loaded with the editor (RichTextEditor.tsx)`)
          return [key, { clientFeatureProps, clientFeatureProvider }]
        }),
      ),
    [named],
  )
  return <RichTextField {...props} clientFeatures={clientFeatures} />
}

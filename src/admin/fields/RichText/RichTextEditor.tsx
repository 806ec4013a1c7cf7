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
import { type ComponentProps, useEffect, useMemo, useRef } from 'react'

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

type Own = Omit<Props, 'clientFeatures'> & {
  named: Readonly<Record<string, NamedFeature>>
  /** Whoever pressed the text goes on in it. */
  isEntered: boolean
}

/** The platform's editor with the features of `src/admin/editor.ts`; one that is added there is named here, too. */
export const RichTextEditor = ({ named, isEntered, ...props }: Own) => {
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
  // the editor draws its own part a little later
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const enter = (): boolean => {
      const text = place.current?.querySelector<HTMLElement>('[contenteditable="true"]')
      text?.focus()
      return text !== null && text !== undefined
    }
    if (!isEntered || enter() || !place.current) return
    const drawn = new MutationObserver(() => enter() && drawn.disconnect())
    drawn.observe(place.current, { childList: true, subtree: true })
    return () => drawn.disconnect()
  }, [isEntered])
  return (
    <div ref={place} className="rich-text-edited">
      <RichTextField {...props} clientFeatures={clientFeatures} />
    </div>
  )
}

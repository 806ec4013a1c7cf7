import type { SanitizedServerEditorConfig } from '@payloadcms/richtext-lexical'
import type { ClientField, ClientFieldSchemaMap } from 'payload'
import type { ComponentProps } from 'react'

import { RichTextLoaded } from '../opened'

type Loaded = ComponentProps<typeof RichTextLoaded>
type Props = Omit<Loaded, 'named' | 'featureClientSchemaMap' | 'lexicalEditorConfig' | 'field'> & {
  clientField: Loaded['field']
  clientFieldSchemaMap: ClientFieldSchemaMap
  sanitizedEditorConfig: SanitizedServerEditorConfig
}

/** What stands behind `#` in the path of a component. */
const nameIn = (component: unknown): string | undefined => {
  const path = typeof component === 'string' ? component : (component as { path?: string } | null | undefined)?.path
  return path?.split('#')[1]
}

/** The fields a feature asks for of its own, as a link does. */
const fieldsOf = (schemas: ClientFieldSchemaMap, begin: string): Record<string, ClientField[]> =>
  Object.fromEntries(
    [...schemas].flatMap(([key, entry]) => (key.startsWith(begin) ? [[key, 'fields' in entry ? entry.fields : [entry]]] : [])),
  ) as Record<string, ClientField[]>

/**
 * A rich text, as the platform's own component prepares it, but for one thing: the parts of the editor are named and not handed over, so
 * that no page that only might show a text carries them.
 */
export const RichText = ({
  clientField,
  clientFieldSchemaMap,
  sanitizedEditorConfig,
  path: given,
  schemaPath: schema,
  ...props
}: Props) => {
  const path = given ?? clientField.name
  const schemaPath = schema ?? path
  const features = [...sanitizedEditorConfig.resolvedFeatureMap].sort(([, one], [, other]) => one.order - other.order)
  const named = Object.fromEntries(
    features.map(([key, { ClientFeature, clientFeatureProps, order }]) => [
      key,
      ClientFeature ? { known: nameIn(ClientFeature), clientFeatureProps: { ...clientFeatureProps, featureKey: key, order } } : {},
    ]),
  )
  const own = features.filter(([, { generateSchemaMap }]) => generateSchemaMap)
  return (
    <RichTextLoaded
      named={named}
      featureClientSchemaMap={Object.fromEntries(
        own.map(([key]) => [key, fieldsOf(clientFieldSchemaMap, `${schemaPath}.lexical_internal_feature.${key}`)]),
      )}
      field={clientField}
      forceRender={props.forceRender}
      initialLexicalFormState={{}}
      lexicalEditorConfig={sanitizedEditorConfig.lexical}
      path={path}
      permissions={props.permissions}
      readOnly={props.readOnly}
      schemaPath={schemaPath}
    />
  )
}

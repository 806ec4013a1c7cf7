import {
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

/** `@` names a colleague where somebody listens, as beside a note (`fields/RichText/mentions.tsx`). */
const MentionFeature = createServerFeature({
  key: 'mention',
  feature: { ClientFeature: '/src/admin/fields/RichText/mentions#MentionFeatureClient' },
})

const field = '/src/admin/fields/RichText/RichText#RichText'

/** What can be said in a rich text of ours: what a sheet, a mail and a plain text can all show (`src/domain/text`). Links lead to addresses. */
const platforms = lexicalEditor({
  features: [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({ enabledCollections: [], maxDepth: 0 }),
    EXPERIMENTAL_TableFeature(),
    FixedToolbarFeature(),
    MentionFeature(),
  ],
})

/** The platform's editor, drawn by a component that loads it where a text is edited: named by the platform it would be in every page. */
export const editor: typeof platforms = async (args) => ({
  ...(await platforms(args)),
  FieldComponent: field,
  CellComponent: field,
  DiffComponent: field,
  generateImportMap: ({ addToImportMap }) => addToImportMap(field),
})

'use client'

import dynamic from 'next/dynamic'

import { fromForms } from './fromForms'

/** What forms are made of, loaded with the first form that is opened: no list and no desk carries it (as `views/opened.tsx` does for screens). */
export const ChoiceField = dynamic(async () => (await import('./ofForms')).ChoiceField)
export const ChoicesField = dynamic(async () => (await import('./ofForms')).ChoicesField)
export const ChosenTitle = dynamic(async () => (await import('./ofForms')).ChosenTitle)
export const DayField = dynamic(async () => (await import('./ofForms')).DayField)
export const DocumentField = fromForms('documents', async ({ documents }) => (await documents()).DocumentField)
export const FigureField = dynamic(async () => (await import('./ofForms')).FigureField)
export const FileDrop = dynamic(async () => (await import('./ofForms')).FileDrop)
export const HeadSections = dynamic(async () => (await import('./ofForms')).HeadSections)
export const Instant = dynamic(async () => (await import('./ofForms')).Instant)
export const LineGrid = fromForms('lines', async ({ lines }) => (await lines()).LineGrid)
export const LookupField = dynamic(async () => (await import('./ofForms')).LookupField)
export const ProposeButton = dynamic(async () => (await import('./ofForms')).ProposeButton)
export const Recorded = dynamic(async () => (await import('./ofForms')).Recorded)
export const RecordsField = dynamic(async () => (await import('./ofForms')).RecordsField)
export const RichTextLoaded = dynamic(async () => (await import('./ofForms')).RichTextLoaded)
export const RowGrid = fromForms('grids', async ({ grids }) => (await grids()).RowGrid)
export const SaveButton = dynamic(async () => (await import('./ofForms')).SaveButton)
export const Verbs = dynamic(async () => (await import('./ofForms')).Verbs)

import { refuseDeleteOfAttached } from '@/hooks/masters/refuseDeleteOfAttached'
import { acceptFile } from '@/src/files/acceptFile'
import { recognizeDrawing } from '@/src/files/recognizeDrawing'
import { downloadHeaders, uploadFolder } from '@/src/files/uploadFolder'

import { areas, readOnlyField, remark, shortText } from '../fields'
import { masterCollection } from '../masterCollection'
import { fileOwner, noteFormat, noteUploader } from './fileOwner'

/** 图纸: CAD files and PDF, told by their content, 50 MB at most, for people of the house only. */
export const Drawings = masterCollection({
  slug: 'drawings',
  labels: { singular: { zh: '图纸', en: 'Drawing' }, plural: { zh: '图纸', en: 'Drawings' } },
  area: areas.items,
  title: 'filename',
  columns: ['filename', 'title', 'drawingNo', 'revision', 'format', 'detail', 'filesize'],
  search: ['filename', 'title', 'drawingNo'],
  fields: [
    shortText('title', { zh: '名称', en: 'Title' }),
    shortText('drawingNo', { zh: '图号', en: 'Drawing no.' }, { index: true }),
    shortText('revision', { zh: '版次', en: 'Revision' }, { maxLength: 50 }),
    readOnlyField(shortText('format', { zh: '格式', en: 'Format' }, { maxLength: 20, index: true, admin: { position: 'sidebar' } })),
    readOnlyField(shortText('detail', { zh: '版本', en: 'Version' }, { maxLength: 120, admin: { position: 'sidebar' } })),
    remark(),
    ...fileOwner(),
  ],
  hooks: {
    beforeDelete: [refuseDeleteOfAttached],
    beforeChange: [noteUploader, noteFormat],
    beforeOperation: [acceptFile({ recognize: recognizeDrawing, accepted: 'DWG, DXF, STEP, IGES, STL, PDF', limitMegabytes: 50 })],
  },
  more: {
    upload: {
      staticDir: uploadFolder('drawings'),
      focalPoint: false,
      crop: false,
      pasteURL: false,
      displayPreview: false,
      modifyResponseHeaders: downloadHeaders,
    },
  },
})

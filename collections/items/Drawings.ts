import { fileAccess } from '@/src/server/access/fileAccess'
import { acceptFile } from '@/src/server/uploads/acceptFile'
import { recognizeDrawing } from '@/src/server/uploads/recognizeDrawing'
import { downloadHeaders, uploadFolder } from '@/src/server/uploads/uploadFolder'

import { areas, remark, shortText } from '../fields'
import { masterCollection } from '../masterCollection'
import { fileOwner, noteUploader } from './fileOwner'

/** 图纸: CAD files and PDF, told by their content, 50 MB at most, for people of the house only. */
export const Drawings = masterCollection({
  slug: 'drawings',
  labels: { singular: { zh: '图纸', en: 'Drawing' }, plural: { zh: '图纸', en: 'Drawings' } },
  area: areas.items,
  title: 'filename',
  columns: ['filename', 'title', 'revision', 'mimeType', 'filesize'],
  search: ['filename', 'title', 'drawingNo'],
  access: fileAccess({
    upload: ['engineering', 'rd', 'pmc', 'sales', 'salesManager', 'generalManager'],
    remove: ['engineering', 'rd', 'generalManager'],
  }),
  fields: [
    shortText('title', { zh: '名称', en: 'Title' }),
    shortText('drawingNo', { zh: '图号', en: 'Drawing no.' }, { index: true }),
    shortText('revision', { zh: '版次', en: 'Revision' }, { maxLength: 50 }),
    remark(),
    ...fileOwner(),
  ],
  uses: [
    { slug: 'items', path: 'drawings' },
    { slug: 'samples', path: 'drawings' },
  ],
  hooks: {
    beforeChange: [noteUploader],
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

import { refuseDeleteOfAttached } from '@/hooks/masters/refuseDeleteOfAttached'
import { acceptFile } from '@/src/files/acceptFile'
import { recognizePicture } from '@/src/files/recognizePicture'
import { safeHeaders, uploadFolder } from '@/src/files/uploadFolder'

import { areas, remark, shortText } from '../fields'
import { masterCollection } from '../masterCollection'
import { fileOwner, noteUploader } from './fileOwner'

/** Every browser shows it, whatever the camera wrote (TIFF, AVIF). */
const shown = { format: 'webp', options: { quality: 82 } } as const

/** 图片: photographs of samples and goods; turned upright by their EXIF note, in three sizes for lists, cards and full view. */
export const Pictures = masterCollection({
  slug: 'pictures',
  labels: { singular: { zh: '图片', en: 'Picture' }, plural: { zh: '图片', en: 'Pictures' } },
  area: areas.items,
  title: 'filename',
  columns: ['filename', 'title', 'width', 'height', 'filesize'],
  search: ['filename', 'title'],
  fields: [shortText('title', { zh: '说明', en: 'Caption' }), remark(), ...fileOwner()],
  hooks: {
    beforeDelete: [refuseDeleteOfAttached],
    beforeChange: [noteUploader],
    beforeOperation: [acceptFile({ recognize: recognizePicture, accepted: 'JPEG, PNG, WebP, GIF, AVIF, TIFF', limitMegabytes: 20 })],
  },
  more: {
    upload: {
      staticDir: uploadFolder('pictures'),
      // any transformation makes Payload run the picture through sharp and turn it upright; this one never enlarges
      resizeOptions: { width: 6000, height: 6000, fit: 'inside', withoutEnlargement: true },
      imageSizes: [
        { name: 'thumbnail', width: 160, height: 160, fit: 'inside', withoutEnlargement: true, formatOptions: shown },
        { name: 'card', width: 480, height: 480, fit: 'inside', withoutEnlargement: true, formatOptions: shown },
        { name: 'large', width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true, formatOptions: shown },
      ],
      adminThumbnail: 'thumbnail',
      focalPoint: false,
      crop: false,
      pasteURL: false,
      modifyResponseHeaders: safeHeaders,
    },
  },
})

import { yesNo } from '../fields'
import { settingsGlobal } from './settingsGlobal'

/** 样板. */
export const sampleSettings = settingsGlobal({
  slug: 'sample-settings',
  label: { zh: '样板设置', en: 'Sample settings' },
  fields: [
    yesNo('approvalPictureRequired', { zh: '批办须有图片', en: 'Approval needs a picture' }, { defaultValue: true }),
    yesNo('drawingRequired', { zh: '转正须有图纸', en: 'Conversion needs a drawing' }, { defaultValue: true }),
  ],
})

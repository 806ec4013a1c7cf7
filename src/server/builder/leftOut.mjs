/*
 * What no screen of this house uses, and the platform would bring into every page. By module: whether in browsers only, and what stands instead.
 */

const undragged = 'const DndContext = ({ children }) => children;'
/** `admin.dateFormat` is written in figures; days and moments of ours are written by ourselves. */
const plainDates = `
const parts = {
  yyyy: (date) => date.getFullYear(), MM: (date) => date.getMonth() + 1, dd: (date) => date.getDate(),
  HH: (date) => date.getHours(), mm: (date) => date.getMinutes(), ss: (date) => date.getSeconds(),
};
const format = (date, pattern) => pattern.replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => String(parts[part](date)).padStart(part.length, '0'));
const formatDistanceToNow = (date) => format(date, 'yyyy-MM-dd HH:mm');
const transpose = (date) => date;
`
const plainZone = 'class TZDate extends Date { static tz() {} withTimeZone() { return this; } }'

export const leftOut = [
  // records dragged into folders, previews dragged larger; lists one sorts bring their own
  {
    module: '@payloadcms/ui/dist/providers/Root/index',
    texts: [["import { DndContext, pointerWithin } from '@dnd-kit/core';", `${undragged} const pointerWithin = undefined;`]],
  },
  {
    module: '@payloadcms/ui/dist/providers/LivePreview/index',
    texts: [
      ["import { DndContext } from '@dnd-kit/core';", undragged],
      ["import { customCollisionDetection } from './collisionDetection.js';", 'const customCollisionDetection = undefined;'],
    ],
  },
  // days in words, and the languages they are written in
  {
    module: '@payloadcms/ui/dist/utilities/formatDocTitle/formatDateTitle',
    texts: [
      ["import { TZDateMini as TZDate } from '@date-fns/tz/date/mini';", plainZone],
      ["import { format, formatDistanceToNow, transpose } from 'date-fns';", plainDates],
    ],
  },
  {
    module: '@payloadcms/ui/dist/providers/Translation/index',
    isOfBrowsers: true,
    texts: [
      ["import { enUS } from 'date-fns/locale/en-US';", 'const enUS = {};'],
      [
        "import { importDateFNSLocale, t } from '@payloadcms/translations';",
        "import { t } from '@payloadcms/translations'; const importDateFNSLocale = async () => enUS;",
      ],
    ],
  },
  // a list one searches, types into and drags in, to choose one of two languages
  {
    module: '@payloadcms/next/dist/views/Account/Settings/index',
    texts: [
      [
        "import { LanguageSelector } from './LanguageSelector.js';",
        "import { LanguageSetting as LanguageSelector } from '../../../../../../../src/admin/components/account/LanguageSetting.tsx';",
      ],
    ],
  },
  // several files in the platform's own field, put in order: files of ours are dropped into a field of ours
  {
    module: '@payloadcms/ui/dist/fields/Upload/HasMany/index',
    texts: [
      [
        "import { DraggableSortableItem } from '../../../elements/DraggableSortable/DraggableSortableItem/index.js';",
        'const DraggableSortableItem = ({ children }) => children({});',
      ],
      [
        "import { DraggableSortable } from '../../../elements/DraggableSortable/index.js';",
        'const DraggableSortable = ({ children, className }) => _jsx("div", { className, children });',
      ],
    ],
  },
  // what JSON of a schema may hold is judged by the server alone
  {
    module: 'payload/dist/fields/validations',
    isOfBrowsers: true,
    texts: [["import Ajv from 'ajv';", 'class Ajv { validate() { return true; } }']],
  },
  // a browser has no `Buffer`, and would be sent one
  {
    module: 'payload/dist/utilities/deepCopyObject',
    isOfBrowsers: true,
    texts: [
      ['cur instanceof Buffer', 'false'],
      ['return Buffer.from(cur);', 'return cur;'],
    ],
  },
  { module: 'bson-objectid/objectid', isOfBrowsers: true, texts: [['return Buffer;', 'return null;']] },
  // the fields of a form, kept for whoever came first: in his language for everybody
  {
    module: '@payloadcms/ui/dist/utilities/getClientSchemaMap',
    texts: [
      [
        'const cacheKey = collectionSlug || globalSlug || `widget:${widgetSlug}`;',
        'const cacheKey = `${i18n.language} ${collectionSlug || globalSlug || `widget:${widgetSlug}`}`;',
      ],
    ],
  },
]

/*
 * Parts of the platform that most pages never draw, by package: what is not named here is in the first load of every page, the log-in page excepted.
 */

const ui = (parts) => parts.map((part) => `@payloadcms/ui/dist/${part}.js`)
const next = (parts) => parts.map((part) => `@payloadcms/next/dist/${part}.js`)

/** Drawn with a page: one that is left stays until they have come. */
export const ofPages = [
  ...ui([
    'views/Edit/index',
    'views/Edit/Auth/index',
    'views/List/index',
    'views/List/ListSelection/index',
    'views/BrowseByFolder/index',
    'views/CollectionFolder/index',
    'elements/FolderView/FolderFileTable/index',
    'elements/FolderView/ItemCardGrid/index',
    'elements/PageControls/GroupByPageControls',
    'elements/Pill/index',
    'elements/SelectAll/index',
    'elements/SelectRow/index',
    'elements/SortColumn/index',
    'elements/SortHeader/index',
    'elements/SortRow/index',
    'elements/Table/index',
    'elements/Table/OrderableTable',
    'elements/Table/DefaultCell/index',
    'elements/Upload/index',
  ]),
  ...next([
    'views/API/index.client',
    'views/Account/index.client',
    'views/Account/ResetPreferences/index',
    'views/Account/ToggleTheme/index',
    'views/CreateFirstUser/index.client',
    'views/Dashboard/Default/ModularDashboard/index.client',
    'views/ForgotPassword/ForgotPasswordForm/index',
    'views/Login/LoginForm/index',
    'views/ResetPassword/ResetPasswordForm/index',
    'views/Verify/index.client',
    'views/Version/Default/index',
    'views/Version/RenderFieldsToDiff/RenderVersionFieldsToDiff',
    'views/Version/RenderFieldsToDiff/fields/Collapsible/index',
    'views/Version/RenderFieldsToDiff/fields/Date/index',
    'views/Version/RenderFieldsToDiff/fields/Group/index',
    'views/Version/RenderFieldsToDiff/fields/Iterable/index',
    'views/Version/RenderFieldsToDiff/fields/Row/index',
    'views/Version/RenderFieldsToDiff/fields/Select/index',
    'views/Version/RenderFieldsToDiff/fields/Tabs/index',
    'views/Version/RenderFieldsToDiff/fields/Text/index',
    'views/Version/SelectComparison/VersionDrawer/CreatedAtCell',
    'views/Version/VersionPillLabel/VersionPillLabel',
    'views/Versions/index.client',
    'views/Versions/cells/AutosaveCell/index',
    'views/Versions/cells/CreatedAt/index',
    'views/Versions/cells/ID/index',
  ]),
]

/** Fields of the platform that few forms have. */
const fewFields = [
  'fields/Array/index',
  'fields/Blocks/index',
  'fields/Code/index',
  'fields/DateTime/index',
  'fields/Join/index',
  'fields/Email/index',
  'fields/JSON/index',
  'fields/Number/index',
  'fields/Point/index',
  'fields/RadioGroup/index',
  'fields/Relationship/Input',
  'fields/RichText/index',
  'fields/Select/Input',
  'fields/Upload/Input',
]

/** May come into a page that is alive, which stays as it is: fields further down, drawers, menus of a document. */
export const opened = ui([
  'elements/Autosave/index',
  'elements/CopyLocaleData/index',
  'elements/DeleteDocument/index',
  'elements/DocumentDrawer/DrawerContent',
  'elements/DocumentLocked/index',
  'elements/DocumentStaleData/index',
  'elements/DocumentTakeOver/index',
  'elements/DuplicateDocument/index',
  'elements/EditUpload/index',
  'elements/FolderView/MoveDocToFolder/index',
  'elements/ListDrawer/DrawerContent',
  'elements/LivePreview/Window/index',
  'elements/PermanentlyDeleteButton/index',
  'elements/PreviewButton/index',
  'elements/PublishButton/index',
  'elements/ReactSelect/index',
  'elements/RestoreButton/index',
  'elements/SaveDraftButton/index',
  'elements/Status/index',
  'elements/TrashBanner/index',
  'elements/UnpublishButton/index',
  ...fewFields,
  'elements/BulkUpload/AddFilesView/index',
  'elements/BulkUpload/AddingFilesView/index',
  'graphics/Account/Gravatar/index',
])

/** Of all those, what every form is drawn by. */
export const ofEveryForm = ui(['views/Edit/index'])

/** And what is drawn in some forms and nowhere else. */
export const inForms = [
  ...ui(['views/Edit/Auth/index', 'elements/EditUpload/index', 'elements/Upload/index', ...fewFields]),
  ...next(['views/Account/index.client', 'views/Account/ResetPreferences/index', 'views/Account/ToggleTheme/index']),
]

import { NamedCell as NamedCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { LookupField as LookupField_5e32110643515279dba665e0c4a1a229 } from '../../../../src/admin/fields/LookupField'
import { FollowsCategory as FollowsCategory_9a2f437c16316165bb1eb39740f79978 } from '../../../../src/admin/components/customers/FollowsCategory'
import { StateCell as StateCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { ChoiceField as ChoiceField_54f20c1ed0e9b85bec89fa5a656bb56e } from '../../../../src/admin/fields/own/ChoiceField'
import { RowGrid as RowGrid_bcac1fc9a1a61ee429eb34ae2b9e4356 } from '../../../../src/admin/fields/RowGrid'
import { FigureCell as FigureCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { FigureField as FigureField_ae33c4924e96d167926c50a20a8bd499 } from '../../../../src/admin/fields/own/FigureField'
import { Recorded as Recorded_e9b11115c53cbcd9465ec7d218438ff9 } from '../../../../src/admin/components/Recorded'
import { CustomerPriceBook as CustomerPriceBook_0531ab2f20e82bab912c372009bd0048 } from '../../../../src/admin/components/prices/PriceFiles'
import { ChangePayer as ChangePayer_61e14c3f2b8e7ca26d854f68b66063cd } from '../../../../src/admin/components/customers/ChangePayer'
import { MergeCustomer as MergeCustomer_30a5a96b58acf6c2320d772d3ad40874 } from '../../../../src/admin/components/customers/MergeCustomer'
import { SaveButton as SaveButton_a5a6795a9fa26528fcfa69e81ea4517a } from '../../../../src/admin/components/save/SaveButton'
import { CustomerCard as CustomerCard_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CreditTab as CreditTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { MailsTab as MailsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { NotesTab as NotesTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { HistoryTab as HistoryTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ListView as ListView_6a863f95784444b17d33521e5ae79432 } from '../../../../src/admin/lists/ListView'
import { FileDrop as FileDrop_5a25798eae67c081357b737307c2a3ee } from '../../../../src/admin/fields/FileDrop'
import { DayField as DayField_f2c7fe95bb98c3a9b2c7a8ec0ae29f6a } from '../../../../src/admin/fields/own/DayField'
import { Instant as Instant_6047f2b520fc60dc91c20e979a769bdc } from '../../../../src/admin/components/Instant'
import { HeadSections as HeadSections_7ef705a6ab15218066c65109cfefbb47 } from '../../../../src/admin/fields/HeadSections'
import { RichText as RichText_e473d2c326498de53fcc6c07d09adf7d } from '../../../../src/admin/fields/RichText/RichText'
import { VerbButtons as VerbButtons_3dcae3cc4d3cf63d4592500de5fda849 } from '../../../../src/admin/components/VerbButtons'
import { FlowTab as FlowTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { GalleryTab as GalleryTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { FilesTab as FilesTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ChosenTitle as ChosenTitle_aca04bd031e37a9d1b402738ea118bb9 } from '../../../../src/admin/components/customers/ChosenTitle'
import { LineGrid as LineGrid_fde3dce36f27f270331780795aaa075a } from '../../../../src/admin/fields/LineGrid'
import { QuoteRevisionsTab as QuoteRevisionsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CustomerPageTab as CustomerPageTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { MakeFromTemplate as MakeFromTemplate_797a5ff170d139c259bf348947453e73 } from '../../../../src/admin/components/templates/MakeFromTemplate'
import { CustomersWishes as CustomersWishes_1ac187fb6fa3dcb182abd65a36ae999f } from '../../../../src/admin/components/customer-page/CustomersWishes'
import { ReviewTab as ReviewTab_d8885be5005c9b566b08345fce9f341b } from '../../../../src/admin/views/ReviewTab'
import { RevisionsTab as RevisionsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { PolicyFileTools as PolicyFileTools_0531ab2f20e82bab912c372009bd0048 } from '../../../../src/admin/components/prices/PriceFiles'
import { PriceBookTools as PriceBookTools_0531ab2f20e82bab912c372009bd0048 } from '../../../../src/admin/components/prices/PriceFiles'
import { ChoicesField as ChoicesField_38d83c7a45a345b83877a0809bedd8d4 } from '../../../../src/admin/fields/own/ChoicesField'
import { NoticesField as NoticesField_822723c99b9b79600a1fa99fd2bc5738 } from '../../../../src/admin/components/account/NoticesField'
import { RecordsField as RecordsField_5fb52d1918bde5adee7522b7e872ea34 } from '../../../../src/admin/fields/own/RecordsField'
import { AccountPanel as AccountPanel_b243f75aea3d01e4a6a9db38d1e11de6 } from '../../../../src/admin/components/account/AccountPanel'
import { ProposeButton as ProposeButton_1a392fd2bdf41ad8bc607ab80a1de333 } from '../../../../src/admin/components/propose/ProposeButton'
import { PreparedFile as PreparedFile_ecaae74e1c33965654f58248d6f7dd76 } from '../../../../src/admin/components/PreparedFile'
import { KeptReport as KeptReport_5079f6865d1735d0d8cd5d2bd9ba2017 } from '../../../../src/admin/components/kept/KeptReport'
import { KeptQuestion as KeptQuestion_e38d380b41efe9bfd0d7f5a5b227e0d9 } from '../../../../src/admin/components/kept/KeptQuestion'
import { RelatedRecord as RelatedRecord_77ca98cd28d80ad4ec95a77965adfb1e } from '../../../../src/admin/components/RelatedRecord'
import { EventsField as EventsField_301114807116d2834308251f096932cf } from '../../../../src/admin/components/outside/EventsField'
import { CallLog as CallLog_22252021b0fdf16a9216c255018bbbdc } from '../../../../src/admin/components/outside/CallLog'
import { SheetPreview as SheetPreview_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { Nav as Nav_35768fd2de5a440b21e5aadef478b2e6 } from '../../../../src/admin/nav/Nav'
import { Icon as Icon_da6244111dde323082dfce94dab0c3fb } from '../../../../src/admin/components/Brand'
import { Logo as Logo_da6244111dde323082dfce94dab0c3fb } from '../../../../src/admin/components/Brand'
import { Bell as Bell_5a2d3e071dbbd56c1b307297ee52004e } from '../../../../src/admin/waiting/Bell'
import { Workbench as Workbench_f6f9f4f7cc2a81ce7fadf54fc295cad9 } from '../../../../src/admin/components/Workbench'
import { HomeView as HomeView_79add998323ab30339020371c4faf557 } from '../../../../src/admin/views/Home'
import { ForgotPasswordView as ForgotPasswordView_f933bf22a7d457ed4fc5694b82a0a95f } from '../../../../src/admin/views/ForgotPassword'
import { SetPasswordView as SetPasswordView_a3e33cba40c69dac22c44fae038b759e } from '../../../../src/admin/views/SetPassword'
import { FollowUpView as FollowUpView_0c09bb120072c4d53c424ac68f6afc10 } from '../../../../src/admin/views/FollowUp'
import { StockView as StockView_f9623ff53cec4a87f5f4314bb6239fa9 } from '../../../../src/admin/views/Stock'
import { UnshippedView as UnshippedView_6c2721a4dd359180be4c3597a6a1a8f4 } from '../../../../src/admin/views/Unshipped'
import { SamplesBoardView as SamplesBoardView_c32f33aa19c0bcc748594164caf60492 } from '../../../../src/admin/views/SamplesBoard'
import { PriceQueryView as PriceQueryView_6122466c8a3acc93386f286cba65212f } from '../../../../src/admin/views/PriceQuery'
import { ReportView as ReportView_08ba40fcb67c2cfe6b30db47ad72f919 } from '../../../../src/admin/views/reports/ReportView'
import { CreditReleasesView as CreditReleasesView_7c3a7f0357e9a697db85ba3f5deb30e4 } from '../../../../src/admin/views/CreditReleases'
import { SystemView as SystemView_6c6e0f34aaddb0ecdbb14bfc66d992c1 } from '../../../../src/admin/views/System'
import { StylesView as StylesView_0716f2aa13808ea5274450b1ba46ed03 } from '../../../../src/admin/views/Styles'
import { ImportView as ImportView_42b6a862c02e7ea3501409ef9a37791e } from '../../../../src/admin/views/Import'
import { ReviewsView as ReviewsView_a31524e08332d5d8608ac932185b8172 } from '../../../../src/admin/views/Reviews'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/cells#NamedCell": NamedCell_1d556ae60bb59cc03544afa6b1fc6646,
  "/src/admin/fields/LookupField#LookupField": LookupField_5e32110643515279dba665e0c4a1a229,
  "/src/admin/components/customers/FollowsCategory#FollowsCategory": FollowsCategory_9a2f437c16316165bb1eb39740f79978,
  "/src/admin/cells#StateCell": StateCell_1d556ae60bb59cc03544afa6b1fc6646,
  "/src/admin/fields/own/ChoiceField#ChoiceField": ChoiceField_54f20c1ed0e9b85bec89fa5a656bb56e,
  "/src/admin/fields/RowGrid#RowGrid": RowGrid_bcac1fc9a1a61ee429eb34ae2b9e4356,
  "/src/admin/cells#FigureCell": FigureCell_1d556ae60bb59cc03544afa6b1fc6646,
  "/src/admin/fields/own/FigureField#FigureField": FigureField_ae33c4924e96d167926c50a20a8bd499,
  "/src/admin/components/Recorded#Recorded": Recorded_e9b11115c53cbcd9465ec7d218438ff9,
  "/src/admin/components/prices/PriceFiles#CustomerPriceBook": CustomerPriceBook_0531ab2f20e82bab912c372009bd0048,
  "/src/admin/components/customers/ChangePayer#ChangePayer": ChangePayer_61e14c3f2b8e7ca26d854f68b66063cd,
  "/src/admin/components/customers/MergeCustomer#MergeCustomer": MergeCustomer_30a5a96b58acf6c2320d772d3ad40874,
  "/src/admin/components/save/SaveButton#SaveButton": SaveButton_a5a6795a9fa26528fcfa69e81ea4517a,
  "/src/admin/views/opened#CustomerCard": CustomerCard_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#CreditTab": CreditTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#MailsTab": MailsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#NotesTab": NotesTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#HistoryTab": HistoryTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/lists/ListView#ListView": ListView_6a863f95784444b17d33521e5ae79432,
  "/src/admin/fields/FileDrop#FileDrop": FileDrop_5a25798eae67c081357b737307c2a3ee,
  "/src/admin/fields/own/DayField#DayField": DayField_f2c7fe95bb98c3a9b2c7a8ec0ae29f6a,
  "/src/admin/components/Instant#Instant": Instant_6047f2b520fc60dc91c20e979a769bdc,
  "/src/admin/fields/HeadSections#HeadSections": HeadSections_7ef705a6ab15218066c65109cfefbb47,
  "/src/admin/fields/RichText/RichText#RichText": RichText_e473d2c326498de53fcc6c07d09adf7d,
  "/src/admin/components/VerbButtons#VerbButtons": VerbButtons_3dcae3cc4d3cf63d4592500de5fda849,
  "/src/admin/views/opened#FlowTab": FlowTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#GalleryTab": GalleryTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#FilesTab": FilesTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/components/customers/ChosenTitle#ChosenTitle": ChosenTitle_aca04bd031e37a9d1b402738ea118bb9,
  "/src/admin/fields/LineGrid#LineGrid": LineGrid_fde3dce36f27f270331780795aaa075a,
  "/src/admin/views/opened#QuoteRevisionsTab": QuoteRevisionsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#CustomerPageTab": CustomerPageTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/components/templates/MakeFromTemplate#MakeFromTemplate": MakeFromTemplate_797a5ff170d139c259bf348947453e73,
  "/src/admin/components/customer-page/CustomersWishes#CustomersWishes": CustomersWishes_1ac187fb6fa3dcb182abd65a36ae999f,
  "/src/admin/views/ReviewTab#ReviewTab": ReviewTab_d8885be5005c9b566b08345fce9f341b,
  "/src/admin/views/opened#RevisionsTab": RevisionsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/components/prices/PriceFiles#PolicyFileTools": PolicyFileTools_0531ab2f20e82bab912c372009bd0048,
  "/src/admin/components/prices/PriceFiles#PriceBookTools": PriceBookTools_0531ab2f20e82bab912c372009bd0048,
  "/src/admin/fields/own/ChoicesField#ChoicesField": ChoicesField_38d83c7a45a345b83877a0809bedd8d4,
  "/src/admin/components/account/NoticesField#NoticesField": NoticesField_822723c99b9b79600a1fa99fd2bc5738,
  "/src/admin/fields/own/RecordsField#RecordsField": RecordsField_5fb52d1918bde5adee7522b7e872ea34,
  "/src/admin/components/account/AccountPanel#AccountPanel": AccountPanel_b243f75aea3d01e4a6a9db38d1e11de6,
  "/src/admin/components/propose/ProposeButton#ProposeButton": ProposeButton_1a392fd2bdf41ad8bc607ab80a1de333,
  "/src/admin/components/PreparedFile#PreparedFile": PreparedFile_ecaae74e1c33965654f58248d6f7dd76,
  "/src/admin/components/kept/KeptReport#KeptReport": KeptReport_5079f6865d1735d0d8cd5d2bd9ba2017,
  "/src/admin/components/kept/KeptQuestion#KeptQuestion": KeptQuestion_e38d380b41efe9bfd0d7f5a5b227e0d9,
  "/src/admin/components/RelatedRecord#RelatedRecord": RelatedRecord_77ca98cd28d80ad4ec95a77965adfb1e,
  "/src/admin/components/outside/EventsField#EventsField": EventsField_301114807116d2834308251f096932cf,
  "/src/admin/components/outside/CallLog#CallLog": CallLog_22252021b0fdf16a9216c255018bbbdc,
  "/src/admin/views/opened#SheetPreview": SheetPreview_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/nav/Nav#Nav": Nav_35768fd2de5a440b21e5aadef478b2e6,
  "/src/admin/components/Brand#Icon": Icon_da6244111dde323082dfce94dab0c3fb,
  "/src/admin/components/Brand#Logo": Logo_da6244111dde323082dfce94dab0c3fb,
  "/src/admin/waiting/Bell#Bell": Bell_5a2d3e071dbbd56c1b307297ee52004e,
  "/src/admin/components/Workbench#Workbench": Workbench_f6f9f4f7cc2a81ce7fadf54fc295cad9,
  "/src/admin/views/Home#HomeView": HomeView_79add998323ab30339020371c4faf557,
  "/src/admin/views/ForgotPassword#ForgotPasswordView": ForgotPasswordView_f933bf22a7d457ed4fc5694b82a0a95f,
  "/src/admin/views/SetPassword#SetPasswordView": SetPasswordView_a3e33cba40c69dac22c44fae038b759e,
  "/src/admin/views/FollowUp#FollowUpView": FollowUpView_0c09bb120072c4d53c424ac68f6afc10,
  "/src/admin/views/Stock#StockView": StockView_f9623ff53cec4a87f5f4314bb6239fa9,
  "/src/admin/views/Unshipped#UnshippedView": UnshippedView_6c2721a4dd359180be4c3597a6a1a8f4,
  "/src/admin/views/SamplesBoard#SamplesBoardView": SamplesBoardView_c32f33aa19c0bcc748594164caf60492,
  "/src/admin/views/PriceQuery#PriceQueryView": PriceQueryView_6122466c8a3acc93386f286cba65212f,
  "/src/admin/views/reports/ReportView#ReportView": ReportView_08ba40fcb67c2cfe6b30db47ad72f919,
  "/src/admin/views/CreditReleases#CreditReleasesView": CreditReleasesView_7c3a7f0357e9a697db85ba3f5deb30e4,
  "/src/admin/views/System#SystemView": SystemView_6c6e0f34aaddb0ecdbb14bfc66d992c1,
  "/src/admin/views/Styles#StylesView": StylesView_0716f2aa13808ea5274450b1ba46ed03,
  "/src/admin/views/Import#ImportView": ImportView_42b6a862c02e7ea3501409ef9a37791e,
  "/src/admin/views/Reviews#ReviewsView": ReviewsView_a31524e08332d5d8608ac932185b8172,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

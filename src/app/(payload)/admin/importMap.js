import { NamedCell as NamedCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { LookupField as LookupField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { FollowsCategory as FollowsCategory_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { StateCell as StateCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { ChoiceField as ChoiceField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { RowGrid as RowGrid_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { FigureCell as FigureCell_1d556ae60bb59cc03544afa6b1fc6646 } from '../../../../src/admin/cells'
import { FigureField as FigureField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { Recorded as Recorded_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { CustomerPriceBook as CustomerPriceBook_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ChangePayer as ChangePayer_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { MergeCustomer as MergeCustomer_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { SaveButton as SaveButton_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { CustomerCard as CustomerCard_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CreditTab as CreditTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { MailsTab as MailsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { NotesTab as NotesTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { HistoryTab as HistoryTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ListView as ListView_6a863f95784444b17d33521e5ae79432 } from '../../../../src/admin/lists/ListView'
import { FileDrop as FileDrop_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { DayField as DayField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { Instant as Instant_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { HeadSections as HeadSections_7ef705a6ab15218066c65109cfefbb47 } from '../../../../src/admin/fields/HeadSections'
import { RichText as RichText_e473d2c326498de53fcc6c07d09adf7d } from '../../../../src/admin/fields/RichText/RichText'
import { VerbButtons as VerbButtons_3dcae3cc4d3cf63d4592500de5fda849 } from '../../../../src/admin/components/VerbButtons'
import { FlowTab as FlowTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { GalleryTab as GalleryTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { FilesTab as FilesTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ChosenTitle as ChosenTitle_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { LineGrid as LineGrid_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { QuoteRevisionsTab as QuoteRevisionsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CustomerPageTab as CustomerPageTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { MakeFromTemplate as MakeFromTemplate_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CustomersWishes as CustomersWishes_1ac187fb6fa3dcb182abd65a36ae999f } from '../../../../src/admin/components/customer-page/CustomersWishes'
import { ReviewTab as ReviewTab_d8885be5005c9b566b08345fce9f341b } from '../../../../src/admin/views/ReviewTab'
import { RevisionsTab as RevisionsTab_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { PolicyFileTools as PolicyFileTools_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { PriceBookTools as PriceBookTools_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { DocumentField as DocumentField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { ChoicesField as ChoicesField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { NoticesField as NoticesField_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { RecordsField as RecordsField_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { AccountPanel as AccountPanel_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { ProposeButton as ProposeButton_bfaa3550146aae71c3f46504f94e5de6 } from '../../../../src/admin/fields/opened'
import { PreparedFile as PreparedFile_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { KeptReport as KeptReport_5079f6865d1735d0d8cd5d2bd9ba2017 } from '../../../../src/admin/components/kept/KeptReport'
import { KeptQuestion as KeptQuestion_e38d380b41efe9bfd0d7f5a5b227e0d9 } from '../../../../src/admin/components/kept/KeptQuestion'
import { RelatedRecord as RelatedRecord_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { EventsField as EventsField_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
import { CallLog as CallLog_ae3cc77f9fbe94eb4019465131d48226 } from '../../../../src/admin/views/opened'
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
  "/src/admin/fields/opened#LookupField": LookupField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#FollowsCategory": FollowsCategory_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/cells#StateCell": StateCell_1d556ae60bb59cc03544afa6b1fc6646,
  "/src/admin/fields/opened#ChoiceField": ChoiceField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#RowGrid": RowGrid_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/cells#FigureCell": FigureCell_1d556ae60bb59cc03544afa6b1fc6646,
  "/src/admin/fields/opened#FigureField": FigureField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#Recorded": Recorded_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#CustomerPriceBook": CustomerPriceBook_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#ChangePayer": ChangePayer_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#MergeCustomer": MergeCustomer_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/fields/opened#SaveButton": SaveButton_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#CustomerCard": CustomerCard_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#CreditTab": CreditTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#MailsTab": MailsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#NotesTab": NotesTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#HistoryTab": HistoryTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/lists/ListView#ListView": ListView_6a863f95784444b17d33521e5ae79432,
  "/src/admin/fields/opened#FileDrop": FileDrop_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#DayField": DayField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#Instant": Instant_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/HeadSections#HeadSections": HeadSections_7ef705a6ab15218066c65109cfefbb47,
  "/src/admin/fields/RichText/RichText#RichText": RichText_e473d2c326498de53fcc6c07d09adf7d,
  "/src/admin/components/VerbButtons#VerbButtons": VerbButtons_3dcae3cc4d3cf63d4592500de5fda849,
  "/src/admin/views/opened#FlowTab": FlowTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#GalleryTab": GalleryTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#FilesTab": FilesTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/fields/opened#ChosenTitle": ChosenTitle_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#LineGrid": LineGrid_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#QuoteRevisionsTab": QuoteRevisionsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#CustomerPageTab": CustomerPageTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#MakeFromTemplate": MakeFromTemplate_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/components/customer-page/CustomersWishes#CustomersWishes": CustomersWishes_1ac187fb6fa3dcb182abd65a36ae999f,
  "/src/admin/views/ReviewTab#ReviewTab": ReviewTab_d8885be5005c9b566b08345fce9f341b,
  "/src/admin/views/opened#RevisionsTab": RevisionsTab_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#PolicyFileTools": PolicyFileTools_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#PriceBookTools": PriceBookTools_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/fields/opened#DocumentField": DocumentField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/fields/opened#ChoicesField": ChoicesField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#NoticesField": NoticesField_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/fields/opened#RecordsField": RecordsField_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#AccountPanel": AccountPanel_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/fields/opened#ProposeButton": ProposeButton_bfaa3550146aae71c3f46504f94e5de6,
  "/src/admin/views/opened#PreparedFile": PreparedFile_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/components/kept/KeptReport#KeptReport": KeptReport_5079f6865d1735d0d8cd5d2bd9ba2017,
  "/src/admin/components/kept/KeptQuestion#KeptQuestion": KeptQuestion_e38d380b41efe9bfd0d7f5a5b227e0d9,
  "/src/admin/views/opened#RelatedRecord": RelatedRecord_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#EventsField": EventsField_ae3cc77f9fbe94eb4019465131d48226,
  "/src/admin/views/opened#CallLog": CallLog_ae3cc77f9fbe94eb4019465131d48226,
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

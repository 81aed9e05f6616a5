import type { ComponentType } from 'preact';
import { AgendaPage } from './agenda/AgendaPage.tsx';
import { AppointmentFormPage } from './agenda/AppointmentFormPage.tsx';
import { AppointmentPage } from './agenda/AppointmentPage.tsx';
import { AttachmentPage } from './attachments/AttachmentPage.tsx';
import { ArrivedPage } from './attention/ArrivedPage.tsx';
import { AttentionItemPage } from './attention/AttentionItemPage.tsx';
import { AttentionPage } from './attention/AttentionPage.tsx';
import { CardPage } from './cards/CardPage.tsx';
import { FindByCardPage } from './cards/FindByCardPage.tsx';
import { DifferentPage } from './doubles/DifferentPage.tsx';
import { DoublesPage } from './doubles/DoublesPage.tsx';
import { MergePage } from './doubles/MergePage.tsx';
import { DwellingFormPage } from './dwellings/DwellingFormPage.tsx';
import { DwellingPage } from './dwellings/DwellingPage.tsx';
import { DwellingsPage } from './dwellings/DwellingsPage.tsx';
import { FindHomePage } from './dwellings/FindHomePage.tsx';
import { LandlordFormPage } from './dwellings/LandlordFormPage.tsx';
import { LandlordPage } from './dwellings/LandlordPage.tsx';
import { LandlordsPage } from './dwellings/LandlordsPage.tsx';
import { AttendanceFormPage } from './events/AttendanceFormPage.tsx';
import { AttendancePage } from './events/AttendancePage.tsx';
import { CopySheetPage } from './events/CopySheetPage.tsx';
import { EventFormPage } from './events/EventFormPage.tsx';
import { EventPage } from './events/EventPage.tsx';
import { EventsPage } from './events/EventsPage.tsx';
import { InvitationPage } from './events/InvitationPage.tsx';
import { PresencesPage } from './events/PresencesPage.tsx';
import { SheetPage } from './events/SheetPage.tsx';
import { AddMemberPage } from './households/AddMemberPage.tsx';
import { HouseholdFormPage } from './households/HouseholdFormPage.tsx';
import { HouseholdPage } from './households/HouseholdPage.tsx';
import { JoinPage } from './households/JoinPage.tsx';
import { MemberFormPage } from './households/MemberFormPage.tsx';
import { MemberPage } from './households/MemberPage.tsx';
import { SplitPage } from './households/SplitPage.tsx';
import { FollowUpFormPage, FollowUpPage } from './housing/FollowUpPages.tsx';
import { HousingPage } from './housing/HousingPage.tsx';
import { MonthFormPage } from './housing/MonthFormPage.tsx';
import { MonthPage } from './housing/MonthPage.tsx';
import { NowFormPage } from './housing/NowFormPage.tsx';
import { PlacementFormPage } from './housing/PlacementFormPage.tsx';
import { PlacementPage } from './housing/PlacementPage.tsx';
import { StepFormPage, StepPage } from './housing/StepPages.tsx';
import { MinePage } from './mine/MinePage.tsx';
import { CeilingFormPage, CeilingPage } from './money/CeilingPages.tsx';
import { ContributionFormPage } from './money/ContributionFormPage.tsx';
import { ContributionPage } from './money/ContributionPage.tsx';
import { MoneyPage } from './money/MoneyPage.tsx';
import { PlacementMoneyPage } from './money/PlacementMoneyPage.tsx';
import { MorePage } from './more/MorePage.tsx';
import { OfficeFormPage } from './offices/OfficeFormPage.tsx';
import { OfficePage } from './offices/OfficePage.tsx';
import { OfficesPage } from './offices/OfficesPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { PersonFormPage } from './people/PersonFormPage.tsx';
import { PersonPage } from './people/PersonPage.tsx';
import { PLACES } from './places.ts';
import { PracticeFormPage } from './practices/PracticeFormPage.tsx';
import { PracticePage } from './practices/PracticePage.tsx';
import { PracticesPage } from './practices/PracticesPage.tsx';
import { ReplyFormPage } from './practices/ReplyFormPage.tsx';
import { ReplyPage } from './practices/ReplyPage.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { SafetyPage } from './safety/SafetyPage.tsx';
import { ContactPage } from './service/ContactPage.tsx';
import { CorrectGroupPage } from './service/CorrectGroupPage.tsx';
import { GroupFormPage } from './service/GroupFormPage.tsx';
import { GroupPage } from './service/GroupPage.tsx';
import { LinkContactPage } from './service/LinkContactPage.tsx';
import { ServiceFormPage } from './service/ServiceFormPage.tsx';
import { ServicePage } from './service/ServicePage.tsx';
import { AccountPage } from './settings/AccountPage.tsx';
import { PasswordPage } from './settings/PasswordPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { TodayPage } from './today/TodayPage.tsx';
import { BadgesPage } from './training/BadgesPage.tsx';
import { CertificatePage } from './training/CertificatePage.tsx';
import { CourseAttendanceFormPage } from './training/CourseAttendanceFormPage.tsx';
import { CourseAttendancePage } from './training/CourseAttendancePage.tsx';
import { CourseFormPage } from './training/CourseFormPage.tsx';
import { CoursePage } from './training/CoursePage.tsx';
import { EnrolmentFormPage } from './training/EnrolmentFormPage.tsx';
import { EnrolmentPage } from './training/EnrolmentPage.tsx';
import { FeedbackFormPage } from './training/FeedbackFormPage.tsx';
import { FeedbackPage } from './training/FeedbackPage.tsx';
import { FeedbackRoundPage } from './training/FeedbackRoundPage.tsx';
import { SessionFormPage } from './training/SessionFormPage.tsx';
import { SessionPage } from './training/SessionPage.tsx';
import { TrainingPage } from './training/TrainingPage.tsx';

/** What an address hands to its page: the parts that its path names, and those behind the `?`. */
type Parts = {
  readonly id: string;
  readonly recordId: string;
  readonly query: Readonly<Record<string, string>>;
};
export type Page = { readonly path: string; readonly component: ComponentType<Parts> };

/** A page that starts anew when the record is another: nothing that was typed for one stays for the next. */
function anew(Page: ComponentType<{ readonly id: string }>): ComponentType<Parts> {
  return ({ id }) => <Page key={id} id={id} />;
}

/**
 * Address → page, the first that fits: the only file here that knows every feature, so that `app` need not learn of a new one.
 * No feature imports it.
 */
export const PAGES: readonly Page[] = [
  { path: PLACES.today, component: TodayPage },
  { path: PLACES.register, component: RegisterPage },
  { path: PLACES.contact, component: NewContact },
  { path: PLACES.newService, component: NewService },
  { path: PLACES.newGroup, component: NewGroup },
  { path: PLACES.editGroup(':id'), component: anew(CorrectGroupPage) },
  { path: PLACES.group(':id'), component: GroupPage },
  { path: PLACES.service(':id'), component: ServicePage },
  { path: PLACES.editService(':id'), component: anew(ServiceFormPage) },
  { path: PLACES.linkContact(':id'), component: anew(LinkContactPage) },
  { path: PLACES.mine, component: MinePage },
  { path: PLACES.people, component: PeoplePage },
  { path: PLACES.newPerson, component: NewPerson },
  { path: PLACES.findByCard, component: FindByCardPage },
  { path: PLACES.card(':id'), component: CardPage },
  { path: PLACES.doubles, component: DoublesPage },
  { path: PLACES.differentPeople(':id'), component: DifferentPage },
  { path: PLACES.editPerson(':id'), component: anew(PersonFormPage) },
  { path: PLACES.mergePerson(':id'), component: Merge },
  { path: PLACES.person(':id'), component: PersonPage },
  { path: PLACES.editMember(':id'), component: EditMember },
  { path: PLACES.member(':id'), component: MemberPage },
  { path: PLACES.editHousehold(':id'), component: anew(HouseholdFormPage) },
  { path: PLACES.addMember(':id'), component: anew(AddMemberPage) },
  { path: PLACES.splitHousehold(':id'), component: anew(SplitPage) },
  { path: PLACES.joinHousehold(':id'), component: anew(JoinPage) },
  { path: PLACES.household(':id'), component: HouseholdPage },
  { path: PLACES.attachment(':id'), component: AttachmentPage },
  { path: PLACES.practiceFile(':id'), component: AttachmentPage },
  { path: PLACES.housing, component: HousingPage },
  { path: PLACES.newPlacement, component: NewPlacement },
  { path: PLACES.editFollowUp(':id'), component: anew(FollowUpFormPage) },
  { path: PLACES.followUp(':id'), component: FollowUpPage },
  { path: PLACES.newFollowUp(':id'), component: NewFollowUp },
  { path: PLACES.editStageStep(':id'), component: anew(StepFormPage) },
  { path: PLACES.stageStep(':id'), component: StepPage },
  { path: PLACES.placementNow(':id'), component: anew(NowFormPage) },
  { path: PLACES.editContribution(':id'), component: anew(ContributionFormPage) },
  { path: PLACES.contribution(':id'), component: ContributionPage },
  { path: PLACES.newContribution(':id'), component: NewContribution },
  { path: PLACES.placementMoney(':id'), component: PlacementMoneyPage },
  { path: PLACES.money, component: MoneyPage },
  { path: PLACES.newCeiling, component: NewCeiling },
  { path: PLACES.editCeiling(':id'), component: anew(CeilingFormPage) },
  { path: PLACES.ceiling(':id'), component: CeilingPage },
  { path: PLACES.editMonth(':id'), component: anew(MonthFormPage) },
  { path: PLACES.month(':id'), component: MonthPage },
  { path: PLACES.newMonth(':id'), component: NewMonth },
  { path: PLACES.editPlacement(':id'), component: EditPlacement },
  { path: PLACES.findHome(':id'), component: anew(FindHomePage) },
  { path: PLACES.placement(':id'), component: PlacementPage },
  { path: PLACES.dwellings, component: DwellingsPage },
  { path: PLACES.newDwelling, component: NewDwelling },
  { path: PLACES.editDwelling(':id'), component: anew(DwellingFormPage) },
  { path: PLACES.dwelling(':id'), component: DwellingPage },
  { path: PLACES.landlords, component: LandlordsPage },
  { path: PLACES.newLandlord, component: NewLandlord },
  { path: PLACES.editLandlord(':id'), component: anew(LandlordFormPage) },
  { path: PLACES.landlord(':id'), component: LandlordPage },
  { path: PLACES.events, component: EventsPage },
  { path: PLACES.newEvent, component: EventFormPage },
  { path: PLACES.attendance(':id'), component: AttendancePage },
  { path: PLACES.editAttendance(':id'), component: AttendanceFormPage },
  { path: PLACES.editEvent(':id'), component: anew(EventFormPage) },
  { path: PLACES.presences(':id'), component: anew(PresencesPage) },
  { path: PLACES.copySheet(':id'), component: anew(CopySheetPage) },
  { path: PLACES.invitation(':id'), component: InvitationPage },
  { path: PLACES.presenceSheet(':id'), component: SheetPage },
  { path: PLACES.event(':id'), component: EventPage },
  { path: PLACES.agenda, component: AgendaPage },
  { path: PLACES.newAppointment, component: NewAppointment },
  { path: PLACES.editAppointment(':id'), component: anew(AppointmentFormPage) },
  { path: PLACES.appointment(':id'), component: AppointmentPage },
  { path: PLACES.offices, component: OfficesPage },
  { path: PLACES.newOffice, component: NewOffice },
  { path: PLACES.editOffice(':id'), component: anew(OfficeFormPage) },
  { path: PLACES.office(':id'), component: OfficePage },
  { path: PLACES.training, component: TrainingPage },
  { path: PLACES.newCourse, component: CourseFormPage },
  { path: PLACES.editCourseSession(':id'), component: anew(SessionFormPage) },
  { path: PLACES.courseSession(':id'), component: SessionPage },
  { path: PLACES.editEnrolment(':id'), component: anew(EnrolmentFormPage) },
  { path: PLACES.enrolment(':id'), component: EnrolmentPage },
  { path: PLACES.editCourseAttendance(':id'), component: CourseAttendanceFormPage },
  { path: PLACES.courseAttendance(':id'), component: CourseAttendancePage },
  { path: PLACES.certificate(':id'), component: CertificatePage },
  { path: PLACES.newSession(':id'), component: NewSession },
  { path: PLACES.enrol(':id'), component: Enrol },
  { path: PLACES.feedback(':id'), component: FeedbackPage },
  { path: PLACES.feedbackRound(':id'), component: FeedbackRoundPage },
  { path: PLACES.newFeedback(':id'), component: FeedbackFormPage },
  { path: PLACES.badges(':id'), component: BadgesPage },
  { path: PLACES.editCourse(':id'), component: anew(CourseFormPage) },
  { path: PLACES.course(':id'), component: CoursePage },
  { path: PLACES.practices, component: PracticesPage },
  { path: PLACES.newPractice, component: NewPractice },
  { path: PLACES.editPracticeReply(':id'), component: anew(ReplyFormPage) },
  { path: PLACES.practiceReply(':id'), component: ReplyPage },
  { path: PLACES.replyToPractice(':id'), component: NewReply },
  { path: PLACES.editPractice(':id'), component: anew(PracticeFormPage) },
  { path: PLACES.practice(':id'), component: PracticePage },
  { path: PLACES.attention, component: AttentionPage },
  { path: PLACES.arrived(':id'), component: Arrived },
  { path: PLACES.attentionTo(':recordId'), component: AttentionItemPage },
  // The same component as the next: who walks on from the first record keeps what is chosen, and where the page stands.
  { path: PLACES.review, component: Review },
  { path: PLACES.reviewOf(':id'), component: Review },
  { path: PLACES.safety, component: SafetyPage },
  { path: PLACES.more, component: MorePage },
  { path: PLACES.settings, component: SettingsPage },
  { path: PLACES.password, component: PasswordPage },
  { path: PLACES.account(':id'), component: AccountPage },
];

function Arrived({ id }: Parts) {
  return <ArrivedPage key={id} changeId={id} />;
}
function NewContact({ query }: Parts) {
  return <ContactPage key={query.again ?? ''} isRepeat={query.again !== undefined} />;
}
function NewAppointment({ query }: Parts) {
  return <AppointmentFormPage key={query.person ?? ''} person={query.person} />;
}
function NewOffice() {
  return <OfficeFormPage />;
}
function NewDwelling({ query }: Parts) {
  return <DwellingFormPage key={query.landlord ?? ''} landlord={query.landlord} />;
}
function NewLandlord() {
  return <LandlordFormPage />;
}
function NewService({ query }: Parts) {
  return <ServiceFormPage key={query.person ?? ''} person={query.person} />;
}
function Merge({ id, query }: Parts) {
  return <MergePage id={id} other={query.with} />;
}
function NewPerson({ query }: Parts) {
  return <PersonFormPage key={`${query.for} ${query.draft}`} askedBy={query.for} draft={query.draft} />;
}
function NewPlacement({ query }: Parts) {
  return <PlacementFormPage person={query.person} household={query.household} step={query.step} />;
}
function Review({ id, query }: Parts) {
  return <ReviewPage id={id} isAlone={query.only !== undefined} />;
}
function EditMember({ id, query }: Parts) {
  return <MemberFormPage key={`${id} ${query.leave}`} id={id} isLeaving={query.leave !== undefined} />;
}
function NewGroup({ query }: Parts) {
  return <GroupFormPage key={query.household ?? ''} household={query.household} />;
}
function EditPlacement({ id, query }: Parts) {
  return <PlacementFormPage key={id} id={id} step={query.step} />;
}
function NewFollowUp({ id, query }: Parts) {
  return <FollowUpFormPage key={`${id} ${query.after}`} placementId={id} after={query.after} />;
}
function NewContribution({ id }: Parts) {
  return <ContributionFormPage key={id} placementId={id} />;
}
function NewCeiling() {
  return <CeilingFormPage />;
}
function NewMonth({ id, query }: Parts) {
  return <MonthFormPage key={`${id} ${query.month}`} placementId={id} month={query.month} />;
}
function NewSession({ id }: Parts) {
  return <SessionFormPage key={id} courseId={id} />;
}
function Enrol({ id }: Parts) {
  return <EnrolmentFormPage key={id} courseId={id} />;
}
function NewPractice() {
  return <PracticeFormPage />;
}
function NewReply({ id }: Parts) {
  return <ReplyFormPage key={id} practiceId={id} />;
}

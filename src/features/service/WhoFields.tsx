import { TextButton } from '../../ui/TextButton.tsx';
import { useSession } from '../session.ts';
import { ContactFields } from './ContactFields.tsx';
import { PersonCard } from './PersonCard.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** The person, or the anonymous contact; a contact that turned out to be somebody registered is tied to that person. */
export function WhoFields({ form, habits, onPick }: ServiceFormPart & { readonly onPick: () => void }) {
  const { words } = useSession();
  const { beneficiary } = serviceValues(form);
  if (beneficiary !== undefined) return <PersonCard person={beneficiary} onChange={onPick} />;
  return (
    <>
      <ContactFields form={form} habits={habits} />
      <TextButton onClick={onPick}>{words.t('service.isRegistered')}</TextButton>
    </>
  );
}

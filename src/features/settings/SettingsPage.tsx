import type { ActorRole } from '../../domain/actor.ts';
import { LOCALES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { infoIcon, lockIcon, safeIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { homeOf, isStaff, PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { type Theme, useSession } from '../session.ts';
import { AccountsCard } from './AccountsCard.tsx';
import { DevicesCard } from './DevicesCard.tsx';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

/** Who am I here, how the app looks and speaks, the devices of the municipality, and what the app is. */
export function SettingsPage() {
  const { vault, words, municipalityName, deviceLabel, lock } = useSession();
  const { t } = words;
  const { actor } = vault;
  const isHome = homeOf(actor.role) === PLACES.settings;
  return (
    <Screen title={t('settings.title')} backTo={isHome ? undefined : homeOf(actor.role)}>
      <Stack>
        {!isStaff(actor.role) && <Purpose role={actor.role} />}
        <Card title={actor.name}>
          <Stack>
            <FactList
              facts={[
                { label: t('settings.role'), value: words.list('role', actor.role) },
                { label: t('settings.municipality'), value: municipalityName },
                { label: t('settings.device'), value: deviceLabel },
              ]}
            />
            <Stack inline>
              <Button icon={lockIcon} onClick={lock}>
                {t('settings.lock')}
              </Button>
              <LinkButton variant="quiet" icon={safeIcon} href={PLACES.safety}>
                {t('safety.title')}
              </LinkButton>
              <LinkButton variant="quiet" href={PLACES.password}>
                {t('password.title')}
              </LinkButton>
            </Stack>
            <p class="soft">{t('settings.lockHint')}</p>
          </Stack>
        </Card>
        {actor.role === 'admin' && <Access />}
        <Looks />
        {actor.role === 'coordinator' && <Access />}
        <About />
      </Stack>
    </Screen>
  );
}

/** What an account is for that does not work with people, and where to go with the rest. */
function Purpose({ role }: { readonly role: ActorRole }) {
  const { t } = useSession().words;
  if (role !== 'volunteer' && role !== 'monitor' && role !== 'admin') return null;
  return (
    <Note tone="send" icon={infoIcon} title={t(`settings.for.${role}`)}>
      {t(`settings.for.${role}.text`)}
    </Note>
  );
}

/** Who works here and with what: what an administrator comes for, and what a coordinator needs now and then. */
const Access = () => (
  <>
    <AccountsCard />
    <DevicesCard />
  </>
);

/** Language and colours belong to the device, whoever uses it. */
function Looks() {
  const { words, settings } = useSession();
  const { t } = words;
  return (
    <Card title={t('settings.looks')}>
      <Stack>
        <ChoiceChips
          label={t('settings.language')}
          hint={t('settings.languageHint')}
          choices={LOCALES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
          value={settings.locale.value}
          onInput={(locale) => locale && settings.setLocale(locale)}
        />
        <ChoiceChips
          label={t('settings.theme')}
          choices={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          value={settings.theme.value}
          onInput={(theme) => theme && settings.setTheme(theme)}
        />
      </Stack>
    </Card>
  );
}

function About() {
  const { words, appVersion, update } = useSession();
  const { t } = words;
  const startUpdate = update.value;
  return (
    <Card title={t('settings.about')}>
      <Stack>
        {appVersion !== undefined && <p>{t('settings.version', { version: appVersion })}</p>}
        {startUpdate !== undefined && (
          <Stack inline>
            <Button onClick={startUpdate}>{t('safety.updateNow')}</Button>
            <span class="soft">{t('settings.updateHint')}</span>
          </Stack>
        )}
        <Disclosure label={t('settings.licence')}>
          <p>{t('settings.licenceText')}</p>
        </Disclosure>
        <Disclosure label={t('settings.accessibility')}>
          <p>{t('settings.accessibilityGoal')}</p>
          <p>{t('settings.accessibilityAsk')}</p>
        </Disclosure>
      </Stack>
    </Card>
  );
}

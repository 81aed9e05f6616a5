import { LOCALES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { lockIcon, safeIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { homeOf, PLACES } from '../places.ts';
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
  return (
    <Screen title={t('settings.title')} backTo={homeOf(actor.role)}>
      <Stack>
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
        <Looks />
        {actor.role === 'coordinator' && <AccountsCard />}
        {actor.role === 'coordinator' && <DevicesCard />}
        <About />
      </Stack>
    </Screen>
  );
}

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

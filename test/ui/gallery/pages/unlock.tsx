import { useState } from 'preact/hooks';
import { Button } from '../../../../src/ui/Button.tsx';
import { CenterCard } from '../../../../src/ui/CenterCard.tsx';
import { lockIcon, plusIcon } from '../../../../src/ui/icons.ts';
import { PasswordField } from '../../../../src/ui/PasswordField.tsx';
import { StatePill } from '../../../../src/ui/StatePill.tsx';
import { WhoPicker } from '../../../../src/ui/WhoPicker.tsx';

/** Picture 1. */
export function UnlockPage() {
  const [who, setWho] = useState<string>('marta');
  const [password, setPassword] = useState('');
  return (
    <CenterCard
      brand={{ title: 'Taccuino', subtitle: 'Genova · tablet «Unità mobile 2»' }}
      state={<StatePill tone="off" label="Senza rete · 7 salvati qui" href="#dati" />}
      title="Chi sei?"
    >
      <WhoPicker
        label="Chi sei?"
        value={who}
        onInput={setWho}
        people={[
          { value: 'marta', name: 'Marta R.', initials: 'MR', detail: '7 da inviare' },
          { value: 'youssef', name: 'Youssef D.', initials: 'YD', detail: 'tutto inviato' },
          { value: 'other', name: 'Altra persona', icon: plusIcon, detail: 'serve la rete' },
        ]}
      />
      <PasswordField
        label="Password"
        hint="Si apre anche senza rete. I dati su questo tablet sono cifrati."
        value={password}
        onInput={setPassword}
        autoComplete="current-password"
        showLabel="Mostra"
        hideLabel="Nascondi"
      />
      <Button big icon={lockIcon} type="submit">
        Sblocca
      </Button>
      <p class="soft">
        Password dimenticata? <a href="#forgot">Il tuo lavoro non va perso</a>
      </p>
    </CenterCard>
  );
}

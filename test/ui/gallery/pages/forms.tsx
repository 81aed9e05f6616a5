import { useState } from 'preact/hooks';
import { Card } from '../../../../src/ui/Card.tsx';
import { Checkbox } from '../../../../src/ui/Checkbox.tsx';
import { Combo } from '../../../../src/ui/Combo.tsx';
import { DateField } from '../../../../src/ui/DateField.tsx';
import { MoneyField } from '../../../../src/ui/MoneyField.tsx';
import { NumberField } from '../../../../src/ui/NumberField.tsx';
import { ScaleField } from '../../../../src/ui/ScaleField.tsx';
import { Select } from '../../../../src/ui/Select.tsx';
import { Stack } from '../../../../src/ui/Stack.tsx';
import { TextArea } from '../../../../src/ui/TextArea.tsx';
import { TextField } from '../../../../src/ui/TextField.tsx';
import { TimeField } from '../../../../src/ui/TimeField.tsx';
import { WorkerFrame } from '../frame.tsx';

const languages = [
  'arabo',
  'bengali',
  'francese',
  'inglese',
  'italiano',
  'pashtu',
  'portoghese',
  'urdu',
  'wolof',
  'yorùbá',
].map((label) => ({ value: label, label }));
const unreadable = 'Scrivi una data, per esempio 3/11.';
const parse = (text: string) =>
  /^oggi$/i.test(text.trim()) ? '2026-11-23' : text.trim() === '3/11' ? '2026-11-03' : undefined;
const readBack = (iso: string) =>
  new Intl.DateTimeFormat('it', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));

/** Every field, some with an error. What the fields report stands at the foot, for tests. */
export function FormsPage() {
  const [name, setName] = useState('Amina');
  const [note, setNote] = useState('');
  const [minutes, setMinutes] = useState<number | undefined>(20);
  const [cents, setCents] = useState<number | undefined>(18000);
  const [date, setDate] = useState<string | undefined>('2026-11-23');
  const [time, setTime] = useState<string | undefined>('17:42');
  const [mark, setMark] = useState<number | undefined>(undefined);
  const [stage, setStage] = useState<'a' | 'b' | undefined>('b');
  const [language, setLanguage] = useState<string | undefined>('wolof');
  const [spoken, setSpoken] = useState<string[]>(['francese', 'arabo']);
  const [isAgreed, setIsAgreed] = useState(true);
  return (
    <WorkerFrame current="Persone" title="Nuova persona" backLabel="Indietro" backHref="#">
      <Card>
        <Stack>
          <TextField label="Nome" value={name} onInput={setName} mark="(puoi saltare)" hint="Come si fa chiamare." />
          <TextField
            label="Telefono"
            type="tel"
            value="12"
            onInput={() => undefined}
            error="Mancano delle cifre: scrivile tutte, anche il prefisso."
          />
          <DateField
            label="Data di ingresso"
            value={date}
            onInput={setDate}
            parse={parse}
            dateToText={(iso) => iso.split('-').reverse().join('/')}
            readBack={readBack}
            unreadable={unreadable}
            calendarLabel="Apri il calendario"
            hint="Anche oggi, ieri, 3/11"
          />
          <TimeField label="Ora" value={time} onInput={setTime} />
          <NumberField
            label="Durata"
            value={minutes}
            onInput={setMinutes}
            min={1}
            max={600}
            suffix="min"
            unreadable="Scrivi i minuti, da 1 a 600."
          />
          <MoneyField
            label="Contributo mensile"
            value={cents}
            onInput={setCents}
            locale="it"
            unreadable="Scrivi una somma, per esempio 180,00."
          />
          <Select
            label="Fase"
            value={stage}
            onInput={setStage}
            emptyLabel="Scegli…"
            options={[
              { value: 'a', label: 'Ricerca' },
              { value: 'b', label: 'Inserito' },
            ]}
          />
          <Combo
            label="Lingua"
            options={languages}
            value={language}
            onInput={setLanguage}
            nothingFound="Nessuna lingua con questo nome"
          />
          <Combo
            label="Altre lingue"
            many
            options={languages}
            value={spoken}
            onInput={setSpoken}
            nothingFound="Nessuna lingua con questo nome"
            removeLabel={(label) => `Togli ${label}`}
          />
          <TextArea label="Nota" value={note} onInput={setNote} hint="Solo quello che serve." />
          <ScaleField
            label="Quanto ti è servito?"
            marks={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
            ends={{ low: 'per niente', high: 'molto' }}
            value={mark}
            onInput={setMark}
          />
          <Checkbox
            label="Ho consegnato l’informativa"
            value={isAgreed}
            onInput={setIsAgreed}
            hint="Nella lingua della persona."
          />
          <TextField label="Codice" value="" onInput={() => undefined} disabled hint="Arriva dal server." />
          <p class="small" id="reported">
            {JSON.stringify({ name, note, minutes, cents, date, time, mark, stage, language, spoken, isAgreed })}
          </p>
        </Stack>
      </Card>
    </WorkerFrame>
  );
}

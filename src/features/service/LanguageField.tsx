import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../domain/lists/languages.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Combo } from '../../ui/Combo.tsx';
import { useSession } from '../session.ts';

type LanguageFieldProps = {
  readonly label: string;
  readonly mark?: string;
  /** One's own commonest ones, as chips. */
  readonly common: readonly Language[];
  readonly value: Language | undefined;
  readonly onInput: (value: string | undefined) => void;
};

/** A language: a chip for the likely ones, a search over all of them behind "Altro…". */
export function LanguageField({ label, mark, common, value, onInput }: LanguageFieldProps) {
  const { words } = useSession();
  const [isSearching, setIsSearching] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSearching) search.current?.querySelector('input')?.focus();
  }, [isSearching]);
  const isRare = value !== undefined && !common.includes(value);
  const shown = isRare ? [...common, value] : common;
  return (
    <>
      <ChoiceChips
        label={label}
        mark={mark}
        value={value}
        choices={shown.map((code) => ({ value: code, label: words.languageName(code) }))}
        moreLabel={words.t('service.more')}
        onMore={isSearching ? undefined : () => setIsSearching(true)}
        onInput={onInput}
      />
      {isSearching && (
        <div ref={search}>
          <Combo
            label={words.t('service.otherLanguage')}
            options={LANGUAGES.map((code) => ({ value: code, label: words.languageName(code), search: code }))}
            value={isRare ? value : undefined}
            nothingFound={words.t('service.noSuchLanguage')}
            onInput={onInput}
          />
        </div>
      )}
    </>
  );
}

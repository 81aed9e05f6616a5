import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { NOTICE_LANGUAGES, NOTICE_VERSION_NOW, type NoticeLanguage } from '../../domain/lists/notice.ts';
import { noticeLanguageFor } from '../../domain/notice/notice-language-for.ts';
import { NOTICE_RELEASES } from '../../domain/notice/notice-text.ts';
import { loadNotice, NOTICE_TONGUES } from '../../i18n/load-notice.ts';
import type { NoticePage } from '../../i18n/notice/notice-page.ts';
import { Button } from '../../ui/Button.tsx';
import { FullScreen } from '../../ui/FullScreen.tsx';
import { checkIcon, chevronBackIcon, listenIcon, stopIcon } from '../../ui/icons.ts';
import { tieDots } from '../../ui/tie-dots.ts';
import { useSession } from '../session.ts';
import { useReadAloud } from './use-read-aloud.ts';

type NoticeHandoverProps = {
  /** Languages of the person, as on their record. */
  readonly spoken: readonly string[];
  /** Told in which language it was handed over; without it, it can only be read. */
  readonly onGiven?: ((language: NoticeLanguage) => void) | undefined;
  readonly onClose: () => void;
};

/** The informativa for the one it is about, who holds the tablet: their language, large, and nothing of anybody else (picture 10). */
export function NoticeHandover({ spoken, onGiven, onClose }: NoticeHandoverProps) {
  const { words, municipalityName } = useSession();
  const titleId = useId();
  const [language, setLanguage] = useState(() => noticeLanguageFor(spoken));
  const page = useNoticePage(language);
  // Until the next text is there, the one before stays, with all that is said of it.
  const shown = page?.text.language ?? language;
  const { tag, dir } = NOTICE_TONGUES[shown];
  const sections = page?.text.sections ?? [];
  const voice = useReadAloud(
    tag,
    sections.map(({ heading, text }) => `${heading}. ${text.replaceAll('{city}', municipalityName)}`),
  );
  // Its few kilobytes come from this device: nothing is calmer than a spinner.
  if (page === undefined) return null;
  const both = (own: string, ours: string) => <Both own={own} ours={own === ours ? undefined : ours} />;
  return (
    <FullScreen labelledBy={titleId} lang={tag} dir={dir} onClose={onClose}>
      <div class="notice-page">
        <div class="notice-head">
          <Button variant="quiet" icon={chevronBackIcon} iconMirrored onClick={onClose}>
            {both(page.words.back, words.t('notice.back'))}
          </Button>
          <LanguageChoice value={language} onInput={setLanguage} />
        </div>
        <div class="notice-text">
          <div>
            <h1 id={titleId}>{page.text.title}</h1>
            <Release own={page.words.draft} isOwn={tag === words.locale} />
          </div>
          <div>
            {voice.hasVoice ? (
              <Button
                variant="quiet"
                icon={voice.at === undefined ? listenIcon : stopIcon}
                onClick={voice.at === undefined ? voice.start : voice.stop}
              >
                {voice.at === undefined
                  ? both(page.words.listen, words.t('notice.listen'))
                  : both(page.words.stop, words.t('notice.stop'))}
              </Button>
            ) : (
              <p class="soft">{both(page.words.noVoice, words.t('notice.noVoice'))}</p>
            )}
          </div>
          {sections.map(({ heading, text }, index) => (
            <section key={heading} data-reading={voice.at === index ? '' : undefined}>
              <h2>{heading}</h2>
              <p>{withCity(text, municipalityName)}</p>
            </section>
          ))}
        </div>
        {onGiven && (
          <div class="notice-foot">
            <Button icon={checkIcon} onClick={() => onGiven(shown)}>
              {both(page.words.given, words.t('notice.given'))}
            </Button>
          </div>
        )}
      </div>
    </FullScreen>
  );
}

/** The text of a language; of the language before until it is there. */
function useNoticePage(language: NoticeLanguage): NoticePage | undefined {
  const [page, setPage] = useState<NoticePage | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void loadNotice(language).then((loaded) => isWanted && setPage(loaded));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return page;
}

function LanguageChoice(props: { readonly value: NoticeLanguage; readonly onInput: (value: NoticeLanguage) => void }) {
  const { words } = useSession();
  return (
    <fieldset class="filters">
      <legend class="sr-only" lang={words.locale}>
        {words.t('notice.languages')}
      </legend>
      {NOTICE_LANGUAGES.map((language) => {
        const { name, tag, dir } = NOTICE_TONGUES[language];
        const isOn = language === props.value;
        return (
          <button
            key={language}
            type="button"
            class={isOn ? 'chip chip-small chip-on' : 'chip chip-small'}
            lang={tag}
            dir={dir}
            aria-pressed={isOn}
            onClick={() => props.onInput(language)}
          >
            {name}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Which text this is; as long as nobody has approved it, that it is a draft, in both languages. */
function Release({ own, isOwn }: { readonly own: string; readonly isOwn: boolean }) {
  const { words } = useSession();
  const { number, date, isApproved } = NOTICE_RELEASES[NOTICE_VERSION_NOW];
  const params = { version: number, date: words.formatDate(date, 'long') };
  const ours = words.t(isApproved ? 'notice.release' : 'notice.draft', params);
  return (
    <div class="small">
      {!isApproved && !isOwn && <p>{own}</p>}
      <p>
        <bdi lang={words.locale}>{tieDots(ours)}</bdi>
      </p>
    </div>
  );
}

/** The person reads theirs; who hands over, and does not read it, finds the same in the language of the app. */
function Both({ own, ours }: { readonly own: string; readonly ours: string | undefined }) {
  const { locale } = useSession().words;
  return (
    <span class="both">
      <span>{own}</span>
      {ours !== undefined && (
        <span lang={locale} dir="ltr">
          {ours}
        </span>
      )}
    </span>
  );
}

/** A name in Latin letters keeps its place in a line that runs the other way. */
const withCity = (text: string, city: string): ComponentChildren =>
  text.split('{city}').flatMap((part, index) => (index === 0 ? [part] : [<bdi key={index}>{city}</bdi>, part]));

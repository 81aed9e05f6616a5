import type { Translator } from '../i18n/translate.ts';
import type { Risk } from './risks.ts';

/** What is at risk, and what to do about it. */
export function riskToWords({ t }: Translator, risk: Risk): { readonly title: string; readonly text: string } {
  switch (risk.what) {
    case 'drafts':
      return { title: t('risk.drafts.title'), text: t(`trouble.${risk.trouble}`) };
    case 'missing':
      // Saved work is called what the pill and the page of the person's data call it.
      return risk.isWork
        ? {
            title: t('safety.unreadable.title', { n: risk.count }),
            text: t('safety.unreadable.text', { n: risk.count }),
          }
        : { title: t('risk.missing.title', { n: risk.count }), text: t('risk.missing.text') };
    case 'old':
      return { title: t('risk.old.title', { n: risk.count, days: risk.days }), text: t('risk.old.text') };
    case 'space':
      return {
        title: t('risk.space.title', { percent: risk.percent }),
        text: t(risk.isOfWriter ? 'risk.space.text' : 'risk.space.reader'),
      };
    default:
      return {
        title: t('risk.unprotected.title'),
        text: t(risk.isOfWriter ? 'risk.unprotected.text' : 'risk.unprotected.reader'),
      };
  }
}

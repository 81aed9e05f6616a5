import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { courseFiguresOf } from '../course-records.ts';
import { minutesToHours } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Who was trained, each once, beside attendances and hours; and from which municipalities. */
export function CourseNumbers({ courses }: { readonly courses: readonly CaseRecord[] }) {
  const { vault, words } = useSession();
  const { t, formatNumber } = words;
  const figures = courseFiguresOf(vault, courses);
  const places = [...figures.trainedByMunicipality].sort((a, b) => b[1] - a[1]);
  return (
    <Card title={t('training.numbers')}>
      <FigureRow
        figures={[
          { label: t('training.enrolled'), value: formatNumber(figures.enrolled) },
          { label: t('training.trained'), value: formatNumber(figures.trained) },
          { label: t('training.completed'), value: formatNumber(figures.completed) },
          { label: t('training.hours'), value: minutesToHours(words, figures.minutes) },
        ]}
      />
      {places.length > 0 && (
        <p class="soft">{places.map(([name, n]) => t('training.fromPlace', { name, n })).join(' · ')}</p>
      )}
    </Card>
  );
}

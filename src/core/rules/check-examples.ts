import { checkKeys, checkTexts, isRecord, type Report } from './problems.ts';

export const checkExamples = (value: unknown, report: Report): void => {
  if (!isRecord(value)) {
    report('examples', 'must have hit: [...] and miss: [...]');
    return;
  }
  checkKeys(value, ['hit', 'miss'], 'examples', report);
  checkTexts(value['hit'], 'examples.hit', report, 1);
  checkTexts(value['miss'], 'examples.miss', report, 1);
};

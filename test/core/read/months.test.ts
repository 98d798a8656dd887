import { expect, test } from 'vitest';
import { monthOf } from '../../../src/core/read/months.ts';

/** One line a language, as its strftime prints January to December. */
const languages: Readonly<Record<string, string>> = {
  English: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  German: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  French: 'janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.',
  Spanish: 'ene feb mar abr may jun jul ago sep oct nov dic',
  Italian: 'gen feb mar apr mag giu lug ago set ott nov dic',
  Portuguese: 'jan fev mar abr mai jun jul ago set out nov dez',
  Dutch: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
  Polish: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  Czech: 'led úno bře dub kvě čen čec srp zář říj lis pro',
  Russian: 'янв фев мар апр мая июн июл авг сен окт ноя дек',
  Ukrainian: 'січ лют бер кві тра чер лип сер вер жов лис гру',
  Bulgarian: 'яну фев мар апр май юни юли авг сеп окт ное дек',
  Turkish: 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
  Swedish: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  Norwegian: 'jan. feb. mars april mai juni juli aug. sep. okt. nov. des.',
  Finnish: 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  Hungarian: 'jan febr márc ápr máj jún júl aug szept okt nov dec',
  Romanian: 'ian feb mar apr mai iun iul aug sep oct nov dec',
  Indonesian: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des',
  Catalan: 'gen. febr. març abr. maig juny jul. ag. set. oct. nov. des.',
  Thai: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.',
  Korean: '1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월',
  Japanese: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
};

for (const [language, printed] of Object.entries(languages)) {
  test(`${language}: the months in their order`, () => {
    expect(printed.split(' ').map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
}

for (const [printed, month] of [
  ['Thg 11', 11],
  ['de nov.', 11],
  ['d’oct.', 10],
  ["d'abr.", 4],
  [' NOV ', 11],
] as const) {
  test(`${printed} is month ${month}`, () => expect(monthOf(printed)).toBe(month));
}

for (const word of ['', 'noon', 'novem ber', 'constructor', '11x', 'host1']) {
  test(`"${word}" is no month`, () => expect(monthOf(word)).toBeUndefined());
}

// a number is taken for a month whatever it is: src/core/read/months.ts
for (const word of ['0월', '13월', '99']) {
  test(`"${word}" is no month`, () => expect(monthOf(word)).toBeUndefined());
}

/**
 * Abbreviated months of glibc's locales as strftime %b prints them, which
 * journalctl's short form uses. One line a language, January first.
 */
const table = `
jan feb mar apr may jun jul aug sep oct nov dec
jan feb mär apr mai jun jul aug sep okt nov dez
janv févr mars avril mai juin juil août sept oct nov déc
ene feb mar abr may jun jul ago sep oct nov dic
gen feb mar apr mag giu lug ago set ott nov dic
jan fev mar abr mai jun jul ago set out nov dez
jan feb mrt apr mei jun jul aug sep okt nov dec
sty lut mar kwi maj cze lip sie wrz paź lis gru
led úno bře dub kvě čen čec srp zář říj lis pro
янв фев мар апр мая июн июл авг сен окт ноя дек
січ лют бер кві тра чер лип сер вер жов лис гру
яну фев мар апр май юни юли авг сеп окт ное дек
oca şub mar nis may haz tem ağu eyl eki kas ara
ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
jan feb mar apr maj jun jul aug sep okt nov dec
jan feb mars april mai juni juli aug sep okt nov des
tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
jan febr márc ápr máj jún júl aug szept okt nov dec
ian feb mar apr mai iun iul aug sep oct nov dec
jan feb mar apr mei jun jul agu sep okt nov des
jan feb mar apr maj jún júl aug sep okt nov dec
sij vel ožu tra svi lip srp kol ruj lis stu pro
gen febr març abr maig juny jul ag set oct nov des
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ינו פבר מרץ אפר מאי יונ יול אוג ספט אוק נוב דצמ
ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค
जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्टूबर नवम्बर दिसम्बर
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
`;

const numbers = new Map<string, number>();

/** The table is read when it is first asked. */
const numberOf = (name: string): number | undefined => {
  if (numbers.size === 0) {
    for (const row of table.trim().split('\n')) {
      for (const [index, one] of row.split(' ').entries()) if (!numbers.has(one)) numbers.set(one, index + 1);
    }
  }
  return numbers.get(name);
};

const inRange = (month: number): number | undefined => (month >= 1 && month <= 12 ? month : undefined);

/** 1 to 12 for a month as printed: `Nov`, `nov.`, `11월`, `11月`, `de nov.`, `Thg 11`; else nothing. */
export const monthOf = (printed: string): number | undefined => {
  const word = printed
    .trim()
    .toLowerCase()
    .replace(/^(?:de |d[’'])/, '')
    .replace(/\.$/, '');
  const numbered = /^(?:thg )?(\d{1,2})[월月]?$/.exec(word);
  if (numbered !== null) return inRange(Number(numbered[1]));
  return numberOf(word);
};

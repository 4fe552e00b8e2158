import { fold } from './fold';

/** Spellings of one name a line; the first word is its key. */
const SAME_NAME = `
  muhammad mohammad mohammed muhammed mohamed mohamad muhamad mohd md muhd mhd محمد
  mahmood mahmud mehmood mehmud mahmoud محمود
  hussain husain hussein husein hossain hosain hussayn husayn huseyin حسین
  hasan hassan hasen حسن
  ahmad ahmed ahmet احمد
  hamid hameed haamid حمید حامد
  hammad hamad حماد
  syed sayyid sayed sayyed saiyid saiyad sayyad syyed سید
  saeed said saied sayeed saed سعید
  saad سعد
  umar omar umer omer عمر
  amir aamir ameer amer عامر امیر
  ammar amar عمار
  umair umayr omair عمیر
  usman osman uthman othman عثمان
  akram اکرم
  ikram ikraam اکرام
  aslam اسلم
  islam اسلام
  anwar anwer anwaar anvar انور انوار
  sarwar sarwer سرور
  musa moosa mousa موسی موسا
  isa eisa essa eesa عیسی عیسا
  mustafa mustapha mostafa mustufa مصطفی
  murtaza murtada mortaza مرتضی
  mujtaba mojtaba مجتبی
  yahya yehya yahia یحیی
  ramzan ramadan ramazan رمضان
  fazal fazl fadl fazel فضل
  qazi qadi kazi قاضی
  ishaq ishaque ishak eshaq اسحاق اسحق
  sheikh shaikh shaik sheik shaykh شیخ
  dawood daud dawud daood داود
  zulfiqar zulfikar zulfqar zulfiqaar ذوالفقار
  ismail ismael esmail ismaeel اسماعیل اسمعیل
  rehman rahman rahmaan rehmaan رحمان رحمن
  abd abdul abdur abdus abdal abdel abdol عبد
  abid aabid عابد
  abida aabida عابدہ
  allah ullah ulla الله اللہ لہ
  din deen دین
  abidin abideen عابدین
  altaf altaaf الطاف
  ilyas elias ilias الیاس
  elahi ilahi illahi الہی
  chaudhry chaudhary choudhry choudhary chaudhri chowdhury چوہدری چودھری
  niaz niyaz نیاز
  nawaz nawaaz نواز
  faiz faez fayz فیض
  fayyaz fayaz fiaz فیاض
  khurram khuram خرم
  bibi بیبی
  salman سلمان
  sulaiman suleman sulayman suleiman سلیمان
  nasir nasser naser ناصر
  naseer نصیر
  munir muneer moneer منیر
  maryam mariam maryum marium مریم
  zahra zehra زہرا زہرہ
  zahir zaheer ظہیر ظاہر
  zohair zuhair زہیر
`;

const words = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/** Key of a name by its folded spelling. Keys begin with a digit, so that no skeleton is one of them. */
export const NAME_LEXICON: ReadonlyMap<string, string> = new Map(
  SAME_NAME.trim()
    .split('\n')
    .flatMap((line) => {
      const spellings = words(line);
      const key = `0${spellings[0] ?? ''}`;
      return spellings.map((spelling) => [spelling, key] as const);
    }),
);

/** Words that stand among names and are none: articles, kinship, forms of address. */
export const NAME_NOISE: ReadonlySet<string> = new Set(
  words(`
    al ul el ur ud us ush un uz ad as ar il e ال
    bin ibn ben bint son daughter wife of the walad ولد بن ابن بنت دختر زوجہ
    mr mrs ms miss dr adv advocate justice janab sahib saheb sahab جناب صاحب ڈاکٹر مسٹر
    alias urf عرف
  `),
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys } from './name-key';
import { anyText } from '#tests/fixtures/search-texts';

const keySet = (name: string): string => [...nameKeys(name)].sort().join(' ');

/** Sample spellings of invented or everyday names. */
const SAME: readonly (readonly [string, string])[] = [
  ['Hussain', 'Husain'],
  ['Hussain', 'Hussein'],
  ['Hussain', 'حسین'],
  ['Hussain', 'حسين'],
  ['Muhammad', 'Mohammad'],
  ['Muhammad', 'Mohammed'],
  ['Muhammad', 'Md'],
  ['Muhammad', 'Mohd.'],
  ['Muhammad', 'محمد'],
  ['Muhammad', 'مُحَمَّد'],
  ['Syed', 'Sayyid'],
  ['Syed', 'سید'],
  ['Ahmad', 'Ahmed'],
  ['Ahmad', 'أحمد'],
  ['Abdul Rehman', 'Abdur Rahman'],
  ['Abdul Rehman', 'Abd-ur-Rahman'],
  ['Abdul Rehman', 'Abdurrehman'],
  ['Abdul Rehman', 'عبدالرحمن'],
  ['Abdul Rehman', 'عبد الرحمان'],
  ['Abdul Aziz', 'Abdulaziz'],
  ['Abdul Aziz', 'عبدالعزیز'],
  ['Abdul Salam', 'Abdus Salaam'],
  ['Abdullah', 'Abdulla'],
  ['Abdullah', 'عبداللہ'],
  ['Abdullah', 'عبدالله'],
  ['Habibullah', 'Habib Ullah'],
  ['Habibullah', 'حبیب اللہ'],
  ['Nooruddin', 'Noor-ud-Din'],
  ['Nooruddin', 'Nur al-Deen'],
  ['Nooruddin', 'نورالدین'],
  ['Nooruddin', 'نور الدین'],
  ['Ziauddin', 'ضیاء الدین'],
  ['Alauddin', 'علاء الدین'],
  ['Zia ul Haq', 'ضیاءالحق'],
  ['Fazlur Rehman', 'فضل الرحمن'],
  ['Sher', 'شیر'],
  ['Sher Khan', 'شیر خان'],
  ['Khan', 'خاں'],
  ['Ali', 'علی'],
  ['Ali', 'علي'],
  ['Fatima', 'Fatimah'],
  ['Fatima', 'فاطمہ'],
  ['Ghulam', 'Gulam'],
  ['Ghulam', 'غلام'],
  ['Yousaf', 'Yusuf'],
  ['Yousaf', 'یوسف'],
  ['Farooq', 'Farouk'],
  ['Farooq', 'Faruque'],
  ['Farooq', 'فاروق'],
  ['Mahmood', 'Mehmud'],
  ['Mahmood', 'محمود'],
  ['Saeed', "Sa'eed"],
  ['Saeed', 'سعید'],
  ['Jafar', 'Jaʿfar'],
  ['Jafar', 'جعفر'],
  ['Imran', 'عمران'],
  ['Iqbal', 'Eqbal'],
  ['Iqbal', 'اقبال'],
  ['Usman', 'Uthman'],
  ['Usman', 'عثمان'],
  ['Umar', 'عمر'],
  ['Zulfiqar', 'ذوالفقار'],
  ['Shabbir', 'شبیر'],
  ['Nadeem', 'Nadim'],
  ['Nadeem', 'ندیم'],
  ['Waseem', 'وسیم'],
  ['Parvez', 'Pervaiz'],
  ['Parvez', 'پرویز'],
  ['Javed', 'Jawaid'],
  ['Javed', 'جاوید'],
  ['Tariq', 'طارق'],
  ['Shah', 'شاہ'],
  ['Mehdi', 'مہدی'],
  ['Khayali', 'خیالی'],
  ['Farzi', 'فرضی'],
  ['Dastani', 'داستانی'],
  ['Hikayati', 'حکایتی'],
  ['Misali', 'مثالی'],
  ['Afsanvi', 'افسانوی'],
  ['Sajid Khayali s/o Abdul Hameed', 'ساجد خیالی ولد عبدالحمید'],
  ['Mr. Ahmad Farzi (Advocate)', 'احمد فرضی'],
  ['Mustafa', 'مصطفیٰ'],
  ['Mumtaz', 'ممتاز'],
  ['Khalil', 'خلیل'],
  ['Abbas', 'عباس'],
  ['Maryam', 'مریم'],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Muhammad', 'Mahmood'],
  ['محمد', 'محمود'],
  ['Muhammad', 'Ahmad'],
  ['Hasan', 'Hussain'],
  ['حسن', 'حسین'],
  ['Hasan', 'حسین'],
  ['Ahmad', 'Hamid'],
  ['Ahmad', 'حمید'],
  ['Hamid', 'Hammad'],
  ['Syed', 'Saeed'],
  ['سید', 'سعید'],
  ['Umar', 'Amir'],
  ['عمر', 'عامر'],
  ['Umar', 'Ammar'],
  ['Umar', 'Umair'],
  ['Usman', 'Salman'],
  ['Akram', 'Karim'],
  ['Akram', 'Ikram'],
  ['Karim', 'Khurram'],
  ['Aslam', 'Islam'],
  ['Aslam', 'Saleem'],
  ['Nasir', 'Nasira'],
  ['ناصر', 'ناصرہ'],
  ['Nasir', 'Nazir'],
  ['Nasir', 'Naseer'],
  ['Zahid', 'Zaid'],
  ['Zahid', 'Sajid'],
  ['Nawaz', 'Niaz'],
  ['Faiz', 'Fayyaz'],
  ['Abid', 'Abdul'],
  ['Abid', 'Abida'],
  ['Ali', 'Alia'],
  ['Ali', 'Wali'],
  ['Khan', 'Jan'],
  ['Sher', 'Shah'],
  ['Shahid', 'Sajid'],
  ['Tariq', 'Tahir'],
  ['Farooq', 'Firdous'],
  ['Bilal', 'Bilali'],
  ['Abdul Rehman', 'Abdul Rahim'],
  ['عبدالرحمن', 'عبدالرحیم'],
  ['Abdullah', 'Ubaidullah'],
  ['Nooruddin', 'Badruddin'],
  ['Habibullah', 'Asadullah'],
  ['Khayali', 'Khalili'],
  ['Farzi', 'Farsi'],
  ['Jamila', 'Jamil'],
  ['Laila', 'Allah'],
];

describe('keys of names', () => {
  it.each(SAME)('are the same for %s and %s', (one, other) => {
    expect(keySet(one)).toBe(keySet(other));
    expect(keySet(one)).not.toBe('');
  });

  it.each(DIFFERENT)('are not the same for %s and %s', (one, other) => {
    expect(keySet(one)).not.toBe(keySet(other));
  });

  it('leave out numbers, single letters, titles and words of kinship', () => {
    expect(nameKeys('Mr. A. 42 son of')).toEqual([]);
  });

  it('are words of lower-case letters and digits, each once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const keys = nameKeys(text);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[\p{Ll}\p{Lo}\p{Lm}\p{N}]+$/u);
      }),
    );
  });
});

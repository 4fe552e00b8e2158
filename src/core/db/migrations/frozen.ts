/**
 * SHA-256 of the text of each migration, by number. A migration that was released is never edited:
 * vaults that ran it would no longer have the tables the code expects. Until the first release
 * (0.1.0 is none yet) a line may be replaced together with its migration; from then on only added.
 */
export const FROZEN: Readonly<Record<number, string>> = {
  10: '0ac95ee84ca740de0f120851efff0fb37a2fa8746f579e629a2647494af71168',
  20: '2979eb237e26b40891035b0746f03b85ea4c090b28a23fafbaed3cf7b8424736',
  30: '6e98b5d7d36266ef30df791a40f99b42a4972dd8677006f63d9187a2404f019d',
  40: '477012949bac0f684dc0eba7efd8cb63295fbbf23a8f0ea9878a5dbee8cc768a',
  70: '9e19b43be049c12f0d3fd18e4ca281bcfe4915b0aace0c3969f07324125a9e44',
  80: '8698d2dca600107f539af9d5aaf552c7892922af5664ae54a99e8f704a089711',
  90: 'bca8201d5898cbd23b441f44463f960be36eb22a3b012e2c269aaae403380577',
  100: '73a918b378a2ce204d045635008f5663a0ad59c347e955f5145682cb29c58027',
  110: '72604f97d41631e4d3412c4cb6420511eb51a5af2cd88f3b71c83a56b4db5a77',
  120: '4ee96582f5dab296ff6144a423bceb3fded096e8cedea773abb3e8dd53bdf6bb',
  130: '1a4dde5e0b852a9ad4680151896c3ffba12613454e34c0f747f5734e89fce440',
};

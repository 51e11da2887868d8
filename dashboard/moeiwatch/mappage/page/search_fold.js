/* One job: bring two spellings of one name to the same text, so that search finds it.
 *
 *   MoeiWatch.fold(text)        what nearly everybody would call the same spelling
 *   MoeiWatch.foldLoosely(text) what different romanisations of one Burmese, Thai or Chinese name share
 *
 * fold() drops case, width, diacritics, spaces, hyphens and all other punctuation, so "Shwe Kokko", "Shwekokko" and
 * "SHWE-KOKKO" are one. In Thai it drops tone marks, in Burmese the marks of tone and of stacking and the order in
 * which vowel signs were typed, in Chinese the difference between traditional and simplified for the characters
 * that names here are made of. Both functions are idempotent, and neither knows any data.
 */
(function (MoeiWatch) {
  "use strict";

  // Letters that Unicode does not take apart into a letter and a mark.
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", þ: "th", ð: "d", ς: "σ" };

  // Traditional -> simplified: only characters of place, company and compound names; pairs one after the other.
  const SIMPLIFIED = {};
  const PAIRS =
    "園园區区東东亞亚環环國国際际賽赛龍龙灣湾順顺達达豐丰錦锦興兴" +
    "廣广場场業业關关邊边緬缅當当帶带溝沟穀谷凱凯樂乐華华業业恆恒" +
    "鳳凤凰凰發发財财寶宝貝贝貴贵賓宾館馆廳厅飯饭門门開开陽阳陸陆衛卫隊队軍军" +
    "長长馬马鳥鸟魚鱼島岛灘滩萬万億亿聯联實实紅红綠绿藍蓝銀银鐵铁鋼钢電电";
  Array.from(PAIRS).forEach((character, at, all) => {
    if (at % 2 === 0 && character !== all[at + 1]) SIMPLIFIED[character] = all[at + 1];
  });

  const LATIN_MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;
  const THAI_MARKS = /[\u0e47-\u0e4c\u0e4e]/g;
  const SILENT_L = /\u101c\u103a/g; // written at the end of some borrowed names and not spoken: ကုက္ကိုလ်, ကုက္ကို
  const BURMESE_MARKS = /[\u1037-\u103a]/g;
  const BURMESE_RUN = /[\u102b-\u1032\u1036\u103b-\u103e]{2,}/g;
  const NOT_WORD = /[^\p{L}\p{M}\p{N}]/gu;

  function sorted(run) {
    return Array.from(run).sort().join("");
  }

  function fold(text) {
    return String(text === undefined || text === null ? "" : text)
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(LATIN_MARKS, "")
      .replace(THAI_MARKS, "")
      .replace(SILENT_L, "")
      .replace(BURMESE_MARKS, "")
      .replace(NOT_WORD, "")
      .replace(BURMESE_RUN, sorted)
      .replace(/[ßæœøđłıþðς]/g, (letter) => LETTERS[letter])
      .replace(/[\u4e00-\u9fff]/g, (character) => SIMPLIFIED[character] || character);
  }

  /* Romanisations differ in the h of an aspirate (Hpa Lu, Phalu, Palu), in doubled letters (Kokko, Koko), in y and i
   * (Kyein, Kiein), in z and s, and in ei and e (Tachileik, Tachilek); in Chinese a new town (新城) is often called a
   * town (城). Repeats until nothing changes: one removal can bring two equal letters together. */
  function foldLoosely(text) {
    let before;
    let after = fold(text).replace(/y/g, "i").replace(/z/g, "s").replace(/新+城/g, "城");
    do {
      before = after;
      after = before.replace(/h([ptk])|([ptkg])h/g, "$1$2").replace(/([a-z])\1+/g, "$1").replace(/ei/g, "e");
    } while (after !== before);
    return after;
  }

  MoeiWatch.fold = fold;
  MoeiWatch.foldLoosely = foldLoosely;
})((window.MoeiWatch = window.MoeiWatch || {}));

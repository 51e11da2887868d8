/* One job: which entries a query means, best first.
 *
 *   MoeiWatch.searchNames(entries, query) -> [{entry, name, rank}]; name is the spelling that matched
 *   MoeiWatch.wordsOf(text) -> its words, as they are written
 */
(function (MoeiWatch) {
  "use strict";

  const KINDS = ["compounds", "crossings", "river", "town", "actor", "event", "village"]; // in this order where all else is equal
  const LOOSE_FROM = 4; // letters that are left of it: a looser reading of "KK", or of "zzzzz", would find everything
  const NEAR_FROM = 6; // letters, of which one may be wrong
  const CHINESE = /[\u4e00-\u9fff]/g; // each tells as much as two letters
  const LATIN_LETTER = /^[a-z0-9]$/; // one of these stands inside nearly every name; a Chinese character or Thai letter does not

  const wordsOf = (text) => text.split(/[\s\-\/(),.]+/).filter(Boolean);

  /* 0 the name itself, 1 its beginning, 2 the beginning of one of its words, 3 inside it; 4 and 5 the same as 1 and 3
   * for another romanisation; 9 not at all. */
  function rankOf(form, query, loose) {
    if (form.whole === query) return 0;
    if (form.whole.startsWith(query)) return 1;
    if (form.tails.some((tail) => tail.startsWith(query))) return 2;
    if (!LATIN_LETTER.test(query) && form.whole.indexOf(query) >= 0) return 3;
    if (loose.length + (loose.match(CHINESE) || []).length < LOOSE_FROM) return 9;
    if (form.loose.startsWith(loose)) return 4;
    return form.loose.indexOf(loose) >= 0 ? 5 : 9;
  }

  /* Where no name is spelled so: 6 each word of the query begins one of the name's; 7 the beginning of the name, 8 of
   * one of its later words, but for one letter; 9 not at all. */
  function nearRank(form, query, words) {
    if (query.length < NEAR_FROM) return 9;
    if (words.length > 1 && words.every((one) => form.words.some((word) => word.startsWith(one)))) return 6;
    if (isNear(query, form.whole)) return 7;
    return form.tails.some((tail) => isNear(query, tail)) ? 8 : 9;
  }

  /* Whether a name begins as the query does, but for one letter that is wrong, too much or missing. */
  function isNear(query, name) {
    let at = 0;
    while (at < query.length && query[at] === name[at]) at += 1;
    const [rest, after] = [query.slice(at), query.slice(at + 1)];
    return name.startsWith(after, at + 1) || name.startsWith(after, at) || name.startsWith(rest, at + 1);
  }

  function searchNames(entries, text) {
    const query = MoeiWatch.fold(text);
    if (!query) return [];
    const loose = MoeiWatch.foldLoosely(text);
    const found = ranked(entries, (form) => rankOf(form, query, loose));
    if (found.length) return found;
    const words = wordsOf(text).map(MoeiWatch.fold).filter(Boolean);
    return ranked(entries, (form) => nearRank(form, query, words));
  }

  function ranked(entries, rankOfForm) {
    const found = [];
    entries.forEach((entry) => {
      let best = null;
      entry.forms.forEach((form) => {
        const rank = rankOfForm(form);
        if (rank < 9 && (!best || rank < best.rank))
          best = { entry, name: form.name, rank, isOther: form.name !== entry.name };
      });
      if (best) found.push(best);
    });
    return found.sort(
      (one, other) =>
        one.rank - other.rank ||
        KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind) ||
        one.isOther - other.isOther ||
        one.name.length - other.name.length ||
        (one.name < other.name ? -1 : 1),
    );
  }

  MoeiWatch.wordsOf = wordsOf;
  MoeiWatch.searchNames = searchNames;
})((window.MoeiWatch = window.MoeiWatch || {}));

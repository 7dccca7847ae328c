//! Invented prose that behaves like prose: few words come often and many rarely, as in any language, so that a search
//! index of it grows like one of a real book. The same seed gives the same text on every machine.

use std::collections::BTreeSet;

/// Words that come most often, in that order.
const COMMON: [&str; 64] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "with", "on", "be", "by", "at", "this",
    "are", "from", "or", "an", "they", "which", "one", "has", "was", "can", "its", "their", "more", "other",
    "when", "what", "must", "should", "between", "within", "report", "people", "time", "work", "centre", "agency",
    "law", "record", "request", "answer", "source", "first", "new", "may", "about", "into", "each", "two", "who",
    "how", "out", "through", "after", "before", "under", "where", "while",
];
/// As many as a long book has.
const N_WORDS: usize = 20_000;
/// From here on a word is rare enough to carry meaning.
pub const CONTENT: usize = COMMON.len();

/// Twice, what comes twice as often.
const ONSETS: [&str; 20] =
    ["b", "c", "d", "d", "f", "g", "l", "l", "m", "n", "p", "r", "s", "s", "t", "t", "v", "br", "pl", "st"];
const VOWELS: [&str; 8] = ["a", "a", "e", "e", "i", "o", "u", "ea"];
const CODAS: [&str; 12] = ["", "", "", "", "", "", "", "l", "n", "r", "s", "nd"];

pub struct Vocabulary {
    words: Vec<String>,
    /// Running sums of how often each word comes.
    sums: Vec<u64>,
}

impl Vocabulary {
    pub fn new() -> Vocabulary {
        let mut words: Vec<String> = COMMON.iter().map(|&word| word.to_owned()).collect();
        let mut known: BTreeSet<String> = words.iter().cloned().collect();
        let mut chance = Chance(1);
        while words.len() < N_WORDS {
            let n_syllables = if words.len() < 3_000 { 2 } else { 3 };
            let word: String = (0..n_syllables)
                .map(|_| [chance.one_of(&ONSETS), chance.one_of(&VOWELS), chance.one_of(&CODAS)].concat())
                .collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let sums = (0..N_WORDS as u64).scan(0, |sum, rank| {
            *sum += 1_000_000_000 / (rank + 3);
            Some(*sum)
        });
        Vocabulary { words, sums: sums.collect() }
    }

    pub fn word(&self, rank: usize) -> &str {
        &self.words[rank]
    }
}

/// SplitMix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % n
    }

    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len() as u64) as usize]
    }
}

/// Writes with one vocabulary, from one seed.
pub struct Writer<'v> {
    vocabulary: &'v Vocabulary,
    pub chance: Chance,
}

impl<'v> Writer<'v> {
    pub fn new(vocabulary: &'v Vocabulary, seed: u64) -> Writer<'v> {
        Writer { vocabulary, chance: Chance(seed) }
    }

    /// A word as often as its rank says.
    pub fn word(&mut self) -> &'v str {
        let sums = &self.vocabulary.sums;
        let place = self.chance.below(sums[sums.len() - 1]);
        self.vocabulary.word(sums.partition_point(|&sum| sum <= place))
    }

    /// A word that carries meaning, of those that come more than once in a book.
    pub fn content(&mut self) -> &'v str {
        self.vocabulary.word(CONTENT + self.chance.below(2_000) as usize)
    }

    /// Different words that carry meaning.
    pub fn different<const N: usize>(&mut self) -> [&'v str; N] {
        let mut words = [""; N];
        for place in 0..N {
            let mut word = self.content();
            while words[..place].contains(&word) {
                word = self.content();
            }
            words[place] = word;
        }
        words
    }

    pub fn title(&mut self) -> String {
        let [one, two, three] = self.different();
        capital(&format!("{one} {two} and {three}"))
    }

    /// 8 to 20 words, now and then with something marked in it.
    pub fn sentence(&mut self) -> String {
        let n_words = self.chance.between(8, 20);
        let comma = self.chance.between(3, 12);
        let mut text = String::new();
        for place in 0..n_words {
            if place > 0 {
                text.push_str(if place == comma { ", " } else { " " });
            }
            let word = self.word();
            match self.chance.below(90) {
                0 => text.extend(["**", word, "**"]),
                1 => text.extend(["*", word, "*"]),
                2 => text.extend(["`", word, "`"]),
                _ => text.push_str(word),
            }
        }
        capital(&text) + "."
    }

    /// Sentences of about so many words, one a line.
    pub fn paragraph(&mut self, about: usize) -> String {
        let mut lines = Vec::new();
        let mut n_words = 0;
        while n_words < about {
            let sentence = self.sentence();
            n_words += sentence.split(' ').count();
            lines.push(sentence);
        }
        lines.join("\n")
    }
}

pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or(String::new(), |first| first.to_uppercase().chain(signs).collect())
}

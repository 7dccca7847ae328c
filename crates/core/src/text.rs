//! When two short answers are the same answer.
//!
//! Forgiven: case, accents, and anything between words (spaces, hyphens, apostrophes, full stops).
//! Not forgiven: another spelling. The screen says so beside the field.
//!
//! Tables of our own rather than those of the standard library or of a decomposition crate: this ships in every page
//! with a question, and covers the Latin letters of European and romanised African languages, Greek, Cyrillic and
//! Arabic in one kilobyte of WASM, where the whole of Unicode takes twenty.

/// Whether two answers agree once case, accents and separators are set aside.
pub fn same(one: &str, other: &str) -> bool {
    fold(one).eq(fold(other))
}

/// The letters and digits that count, in order.
fn fold(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().map(lower).flat_map(base).filter(|&c| counts(c))
}

/// The small letter of a capital.
fn lower(letter: char) -> char {
    let code = letter as u32;
    let small = match code {
        // Pairs side by side, the capital first: on even places, or on odd ones.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e => code + (code & 1),
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        0x388..=0x38a => code + 0x25,
        0x38e..=0x38f => code + 0x3f,
        _ => return odd_capital(letter),
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Capitals whose small letter stands elsewhere.
fn odd_capital(letter: char) -> char {
    match letter {
        'İ' => 'i',
        'Ÿ' => 'ÿ',
        'Ɓ' => 'ɓ',
        'Ɔ' => 'ɔ',
        'Ɖ' => 'ɖ',
        'Ɗ' => 'ɗ',
        'Ǝ' => 'ǝ',
        'Ə' => 'ə',
        'Ɛ' => 'ɛ',
        'Ƒ' => 'ƒ',
        'Ɣ' => 'ɣ',
        'Ɩ' => 'ɩ',
        'Ƙ' => 'ƙ',
        'Ʋ' => 'ʋ',
        'Ƴ' => 'ƴ',
        'ẞ' => 'ß',
        'Ά' => 'ά',
        'Ό' => 'ό',
        other => other,
    }
}

/// Whether a character is part of a word or a number, and no sign between them.
fn counts(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'º' | 'µ' | '²' | '³' | '¹'),
        '×' | '÷' | '\u{37e}' | '\u{387}' | '\u{482}' => false,
        '\u{55a}'..='\u{55f}' | '\u{589}'..='\u{58f}' | '\u{5be}'..='\u{5c6}' | '\u{5f3}'..='\u{5f4}' => false,
        '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' => false,
        '\u{1360}'..='\u{1368}' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20ff}' => false,
        '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{fd3e}'..='\u{fd3f}' | '\u{fe00}'..='\u{fe6f}' | '\u{fff0}'..='\u{ffff}' => {
            false
        }
        _ => true,
    }
}

/// The base letters of a small letter; marks that combine are dropped.
fn base(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => ('a', None),
        'æ' => ('a', Some('e')),
        'ç' | 'ć' | 'č' => ('c', None),
        'ď' | 'đ' | 'ɗ' => ('d', None),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ẹ' | 'ɛ' | 'ə' => ('e', None),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ị' | 'ı' => ('i', None),
        'ł' => ('l', None),
        'ñ' | 'ń' | 'ň' | 'ŋ' => ('n', None),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ọ' | 'ɔ' => ('o', None),
        'œ' => ('o', Some('e')),
        'ß' => ('s', Some('s')),
        'ś' | 'š' | 'ş' | 'ṣ' => ('s', None),
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ụ' => ('u', None),
        'ý' | 'ÿ' | 'ƴ' => ('y', None),
        'ź' | 'ż' | 'ž' => ('z', None),
        'أ' | 'إ' | 'آ' | 'ٱ' => ('ا', None),
        'ى' => ('ي', None),
        'ة' => ('ه', None),
        // Tatweel and the vowel signs; combining accents; right-to-left and other invisible marks.
        'ـ' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{300}'..='\u{36f}' => (' ', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgives_case_accents_and_separators() {
        for (typed, accepted) in [
            ("ORCON", "orcon"),
            ("originator-control", "Originator control"),
            ("  originator   control. ", "originator control"),
            ("Règle du tiers", "regle du tiers"),
            ("re\u{300}gle du tiers", "règle du tiers"),
            ("l'article", "l’article"),
            ("sœur", "soeur"),
            ("coração", "CORACAO"),
            ("مُذَكِّرة", "مذكره"),
            ("إدارة", "ادارة"),
        ] {
            assert!(same(typed, accepted), "{typed:?} should be taken for {accepted:?}");
        }
    }

    /// Blocks of the scripts we serve: Latin, Greek, Cyrillic, Hebrew, Arabic, Ethiopic, Latin with marks.
    fn letters() -> impl Iterator<Item = char> {
        [0..=0x17f, 0x218..=0x21b, 0x370..=0x3ff, 0x400..=0x52f, 0x5d0..=0x5ea, 0x600..=0x6ff, 0x1200..=0x1380]
            .into_iter()
            .chain([0x1e00..=0x1eff, 0x2000..=0x2070, 0x2190..=0x2bff])
            .flatten()
            .filter_map(char::from_u32)
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        // Letters that no one types here: archaic, palochka, circled.
        let rare = |c: char| matches!(c, '\u{370}'..='\u{37f}' | '\u{3cf}'..='\u{3ff}' | '\u{4c0}'..='\u{4cf}' | '\u{24b6}'..);
        for c in letters().filter(|&c| !rare(c)) {
            let expected = c.to_lowercase().next().unwrap();
            assert_eq!(lower(c), expected, "U+{:04X} {c}", c as u32);
        }
    }

    #[test]
    fn what_counts_is_what_unicode_calls_a_letter_or_digit() {
        // Fractions, marks that combine, signs of one letter and unassigned places do not decide an answer.
        let unsure = |c: char| {
            matches!(c, '\u{bc}'..='\u{be}' | '\u{370}'..='\u{385}' | '\u{3f6}' | '\u{483}'..='\u{489}')
                || matches!(c, '\u{38b}' | '\u{38d}' | '\u{3a2}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}')
                || matches!(c, '\u{6d6}'..='\u{6ed}' | '\u{6fd}'..='\u{6fe}' | '\u{1200}'..='\u{1380}' | '\u{24b6}'..='\u{24ff}')
                || matches!(c, '\u{2460}'..='\u{249b}' | '\u{2776}'..='\u{2793}')
        };
        for c in letters().filter(|&c| !unsure(c)) {
            assert_eq!(counts(c), c.is_alphanumeric(), "U+{:04X} {c}", c as u32);
        }
    }

    #[test]
    fn does_not_forgive_another_word() {
        for (typed, accepted) in [("origin control", "originator control"), ("", "orcon"), ("tlp red", "tlp amber")]
        {
            assert!(!same(typed, accepted), "{typed:?} must differ from {accepted:?}");
        }
    }
}

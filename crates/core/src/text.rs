//! When two short answers are the same answer.
//!
//! Forgiven: case, accents, and anything between words (spaces, hyphens, apostrophes, full stops).
//! Not forgiven: another spelling. The screen says so beside the field.

/// Whether two answers agree once case, accents and separators are set aside.
pub fn same(one: &str, other: &str) -> bool {
    fold(one).eq(fold(other))
}

/// The letters and digits that count, in order.
fn fold(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase).flat_map(base).filter(|c| c.is_alphanumeric())
}

/// The base letters of a lower-case letter of the languages we serve; marks that combine are dropped.
///
/// A table of our own rather than a decomposition crate: it covers the Latin letters of French, Portuguese, Spanish
/// and the romanised African languages, and the Arabic marks and letter forms that typists leave out, in a few
/// hundred bytes of WASM instead of tens of kilobytes.
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

    #[test]
    fn does_not_forgive_another_word() {
        for (typed, accepted) in [("origin control", "originator control"), ("", "orcon"), ("tlp red", "tlp amber")]
        {
            assert!(!same(typed, accepted), "{typed:?} must differ from {accepted:?}");
        }
    }
}

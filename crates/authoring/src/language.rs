//! Words of the languages we serve, as the rules of sense need them. All lower case.

/// How a language asks for the thing that does *not* hold.
pub(crate) struct Negation {
    /// Words that open a question with choices.
    pub openers: &'static [&'static str],
    /// The word that turns it round and its form in capitals.
    pub negations: &'static [&'static str],
    /// A word that must stand before the negation in the same sentence, if the language has one.
    pub needs: &'static [&'static str],
    /// Words that open a clause of their own: a "not" behind one of them does not turn the question round.
    pub clauses: &'static [&'static str],
}

pub(crate) static NEGATIONS: &[Negation] = &[
    Negation {
        openers: &[
            "which", "what", "who", "whom", "where", "choose", "select", "pick", "name", "tick", "mark", "find",
            "identify",
        ],
        negations: &["not", "except"],
        needs: &[],
        clauses: &[
            "that", "if", "when", "because", "although", "though", "while", "unless", "until", "where", "whether",
            "who", "whose", "since", "after", "before", "once", "and", "but", "so", "or", "by", "for",
        ],
    },
    Negation {
        openers: &[
            "quel",
            "quelle",
            "quels",
            "quelles",
            "lequel",
            "laquelle",
            "lesquels",
            "lesquelles",
            "choisissez",
            "cochez",
        ],
        negations: &["pas", "sauf"],
        needs: &["ne", "n", "sauf"],
        clauses: &["que", "qu", "qui", "si", "quand", "lorsque", "parce", "puisque", "tant", "et", "mais", "où"],
    },
    Negation {
        openers: &["qual", "quais", "quem", "escolha", "assinale", "selecione"],
        negations: &["não", "exceto"],
        needs: &[],
        clauses: &["que", "se", "quando", "porque", "embora", "enquanto", "até", "e", "mas", "onde", "ou"],
    },
];

/// A whole choice of the kind "all of the above", folded as [`crate::words::fold`] does.
pub(crate) static ALL_OR_NONE: &[&str] = &[
    "all of the above",
    "all the above",
    "all of these",
    "all of them",
    "all answers are correct",
    "all are correct",
    "any of the above",
    "none of the above",
    "none of these",
    "none of them",
    "both of the above",
    "both of these",
    "toutes les réponses",
    "toutes les réponses ci dessus",
    "toutes les réponses sont correctes",
    "toutes les réponses sont exactes",
    "toutes les réponses sont justes",
    "toutes ces réponses",
    "toutes les propositions",
    "tout ce qui précède",
    "tous les choix ci dessus",
    "aucune de ces réponses",
    "aucune des réponses",
    "aucune des réponses ci dessus",
    "aucune de ces propositions",
    "aucune des propositions",
    "rien de tout cela",
    "rien de ce qui précède",
    "todas as anteriores",
    "todas as opções anteriores",
    "todas as respostas anteriores",
    "todas as alternativas",
    "todas as alternativas anteriores",
    "todas as respostas estão corretas",
    "todas as opções",
    "nenhuma das anteriores",
    "nenhuma das opções anteriores",
    "nenhuma das respostas anteriores",
    "nenhuma das alternativas",
    "nenhuma das alternativas anteriores",
    "nenhuma das opções",
    "كل ما سبق",
    "جميع ما سبق",
    "كل ما ذكر",
    "جميع ما ذكر",
    "جميع الإجابات صحيحة",
    "لا شيء مما سبق",
    "لا شيء مما ذكر",
];

/// Words that are seldom true and that test-wise learners therefore rule out.
pub(crate) static ABSOLUTE: &[&str] = &[
    "always",
    "never",
    "everybody",
    "nobody",
    "impossible",
    "toujours",
    "jamais",
    "sempre",
    "nunca",
    "jamais",
    "دائما",
    "أبدا",
];

/// What a plan says of learners who only sit there.
pub(crate) static PASSIVE: &[&str] = &[
    "",
    "listen",
    "they listen",
    "watch",
    "listen and watch",
    "none",
    "nothing",
    "écoutent",
    "écouter",
    "regardent",
    "ouvem",
    "ouvir",
    "يستمعون",
];

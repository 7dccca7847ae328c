//! Right and wrong answers to the questions of the fixture `kinds`.

use compendium_tests::pages::Answer;

pub struct Known {
    pub item: &'static str,
    pub right: Answer,
    pub wrong: Answer,
    /// Points of the right answer.
    pub points: u32,
}

const WHY: &str = "They may be hurt. Others must risk their lives to fetch them.";

pub const NORTH: [Known; 9] = [
    Known {
        item: "north-doors",
        right: Answer::One("Close each one behind you"),
        wrong: Answer::One("Lock each one behind you"),
        points: 1,
    },
    Known {
        item: "north-warden",
        right: Answer::Many(&["Count everyone", "Report the number"]),
        wrong: Answer::Many(&["Send people home"]),
        points: 2,
    },
    Known {
        item: "north-order",
        right: Answer::Order(&[
            "Leave by the nearest exit",
            "Go to the assembly point",
            "Be counted",
            "Wait for the brigade",
        ]),
        wrong: Answer::Order(&[
            "Wait for the brigade",
            "Be counted",
            "Go to the assembly point",
            "Leave by the nearest exit",
        ]),
        points: 3,
    },
    Known {
        item: "north-match",
        right: Answer::Match(&[
            ("First warden", "leads"),
            ("Second warden", "checks the rooms"),
            ("Third warden", "closes the doors"),
        ]),
        wrong: Answer::Match(&[
            ("First warden", "counts the visitors"),
            ("Second warden", "leads"),
            ("Third warden", "checks the rooms"),
        ]),
        points: 3,
    },
    Known { item: "north-number", right: Answer::Typed("11"), wrong: Answer::Typed("4"), points: 1 },
    Known {
        item: "north-word",
        right: Answer::Typed("Assembly-Point"),
        wrong: Answer::Typed("car park"),
        points: 1,
    },
    Known {
        item: "north-essay",
        right: Answer::Essay(WHY, &[1, 2]),
        wrong: Answer::Essay(WHY, &[0, 0]),
        points: 3,
    },
    Known {
        item: "north-case-first",
        right: Answer::One("Tell the warden"),
        wrong: Answer::One("Go in and look for the visitor"),
        points: 1,
    },
    Known { item: "north-case-who", right: Answer::Typed("brigade"), wrong: Answer::Typed("anyone"), points: 1 },
];

pub const SOUTH: [Known; 3] = [
    Known {
        item: "south-wait",
        right: Answer::One("Until the brigade has come"),
        wrong: Answer::One("Ten minutes by the clock"),
        points: 1,
    },
    Known {
        item: "south-where",
        right: Answer::One("At the assembly point"),
        wrong: Answer::One("In the car park alone"),
        points: 1,
    },
    Known {
        item: "south-who",
        right: Answer::One("The brigade alone"),
        wrong: Answer::One("The oldest person present"),
        points: 1,
    },
];

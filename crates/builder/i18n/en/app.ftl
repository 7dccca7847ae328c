# Messages of the app in the page. Values stand in braces; a number chooses its form by the language's plural rules.

## Start
app-start-failed = This page can be read, but nothing can be entered on it, because something is missing: { $reason }.
app-foreign-data = data of another build
app-broke = The program of this page stopped because of a fault of ours. Everything that was shown as saved is kept. Load the page again to go on.

## The line above the questions
app-intro = { $n ->
    [one] One question, about { $minutes } min. You can stop at any time; every answer is kept on this computer.
   *[other] { $n } questions, about { $minutes } min. You can stop at any time; every answer is kept on this computer.
}
app-questions = Questions
app-tick = Question { $n }, { $state }
app-state-open = open
app-state-right = right
app-state-partly = partly right
app-state-wrong = not right
app-status-checked = { $n } of { $of } checked
app-status-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
app-saving = saving
app-saved = saved { $time }
app-not-saved = not saved

## Storage
app-trouble = Your answers are not kept on this computer.
app-trouble-forbidden = The settings of this browser do not let the page store anything.
app-trouble-full = The storage of this browser is full. What was saved before is still there.
app-trouble-broken = The storage of this browser gives no answer.
app-trouble-go-on = You can go on; save your answers as a file before you leave the page, and bring the file in under My progress later.
app-save-file = Save my answers as a file

## Questions that are due again
app-due = { $n ->
    [one] One of these questions is due again.
   *[other] { $n } of these questions are due again.
}
app-due-hidden = What you answered last time stays hidden until you have answered once more.
app-answer-due = { $n ->
    [one] Answer the one that is due
   *[other] Answer the { $n } that are due
}

## Keys
app-keys = By keyboard.
app-keys-tab = to a question and through it,
app-keys-enter = to check.
app-keys-choose = to choose,
app-keys-hint = for the hint,
app-keys-next = for the next question,
app-keys-previous = for the previous one.
app-keys-letters = Single letters work while you are in a question

## Head of a question
app-question = Question { $n }
app-of = of { $n }
app-kind-single = Choose one
app-kind-multiple = Choose all that apply
app-kind-order = Put in order
app-kind-match = Match
app-kind-number = Give a number
app-kind-text = Write the term
app-kind-essay = Write, then mark it yourself
app-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
app-points-of = { $of ->
    [one] { $n } of { $of } point
   *[other] { $n } of { $of } points
}
app-chip-right = Right
app-chip-partly = Partly right
app-chip-wrong = Not right yet
app-chip-due = Due again

## Answering
app-hint = Hint
app-situation = The situation again: { $title }
app-sure-question = How sure are you?
app-sure = Sure
app-fairly-sure = Fairly sure
app-guess = Guess
app-skip = Skip
app-check = Check the answer
app-again = Try once more
app-you-said = You said: { $sure }
app-gap-nothing = There is no answer to check yet.
app-gap-number = This is not a number yet.
app-gap-pairs = { $n ->
    [one] One match is still open.
   *[other] { $n } matches are still open.
}
app-gap-points = { $n ->
    [one] One criterion has no points yet.
   *[other] { $n } criteria have no points yet.
}

## Choices
app-choice-key = The right one
app-choice-right = Right
app-choice-wrong = Not this one
app-choice-missed = Belongs, not chosen
app-match-wrong = You chose another

## Ordering
app-order-how = Use the arrow buttons, or press Alt with ↑ or ↓ on one of them.
app-up = Move up: { $entry }
app-down = Move down: { $entry }
app-moved = Now at place { $n } of { $of }.
app-order-right = In its place
app-order-wrong = You put it at { $n }

## Matching
app-choose = Choose …
app-you-chose = You chose:

## Numbers and terms
app-decimal-mark = .
app-number = Your answer
app-number-unit = Your answer, in { $unit }
app-number-how = Digits, with a point or a comma.
app-number-how-within = Digits, with a point or a comma. Within { $n } counts.
app-text = Your answer
app-text-how = Capitals, accents, spaces and hyphens do not matter; spelling does.
app-right-answer = Right: { $answer }

## Essays
app-essay-how = Write first. Then you see the rubric and give yourself the points.
app-show-rubric = Show the rubric
app-rubric-how = Read your text once more and give the points that it earns, criterion by criterion.

## Verdict
app-verdict-right = Right.
app-verdict-right-sure = Right, and you were sure.
app-verdict-right-guess = Right, and it was a guess.
app-verdict-partly = { $of ->
    [one] Partly right: { $n } of { $of } point.
   *[other] Partly right: { $n } of { $of } points.
}
app-verdict-essay = { $of ->
    [one] You gave yourself { $n } of { $of } point.
   *[other] You gave yourself { $n } of { $of } points.
}
app-verdict-wrong = Not right.
app-verdict-wrong-sure = Not right, and you were sure.
app-verdict-wrong-guess = Not right; you took it for a guess.
app-read-again = Read again:
app-comes-back = { $n ->
    [0] It is due again today.
    [1] It comes back tomorrow.
   *[other] It comes back in { $n } days.
}

## Summary
app-passed = { $n } of { $of } points: passed
app-not-passed = { $n } of { $of } points: not passed yet
app-share-passed = { $share } %. The mark stands at { $mark } %.
app-share-missing = { $n ->
    [one] { $share } %. The mark stands at { $mark } %: one more point.
   *[other] { $share } %. The mark stands at { $mark } %: { $n } more points.
}
app-read-these = Read these again
app-topic-wrong-sure = Question { $n }: not right, and you were sure of it
app-topic-points = Question { $n }: { $points } of { $of }
app-topic-none = Questions without a passage of their own
app-topics-known = { $n ->
    [one] One passage that you know
   *[other] { $n } passages that you know
}
app-retry-missed = Only the ones I missed
app-retry-all = Retry all

## Flashcards
app-cards = Cards
app-card = Card { $n }
app-card-tick = Card { $n }, { $state }
app-card-intro = { $n ->
    [one] One card, about { $minutes } min. Say the answer aloud before you turn it.
   *[other] { $n } cards, about { $minutes } min. Say the answer aloud before you turn the card.
}
app-card-turn = Turn the card over
app-card-how = How well did you know it?
app-card-again = Not at all
app-card-hard = With effort
app-card-good = Well
app-card-easy = At once
app-card-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
app-card-known = Remembered.
app-card-forgotten = Not remembered.
app-card-due = { $n ->
    [one] One of these cards is due again.
   *[other] { $n } of these cards are due again.
}
app-card-turn-due = { $n ->
    [one] Turn the one that is due
   *[other] Turn the { $n } that are due
}
app-card-sum = { $n } of { $of } cards remembered
app-card-share = { $share } % remembered. Each card comes back on its day; My progress says when.

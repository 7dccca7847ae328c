# Messages de l'application dans la page. Les valeurs sont entre accolades ; un nombre choisit sa forme selon les règles de la langue.

## Démarrage
app-start-failed = Vous pouvez lire cette page, mais rien ne peut y être saisi, car il manque quelque chose : { $reason }.
app-foreign-data = données d’une autre version
app-broke = Le programme de cette page s’est arrêté à cause d’un défaut de notre part. Tout ce qui était indiqué comme enregistré est conservé. Rechargez la page pour continuer.

## La ligne au-dessus des questions
app-intro = { $n ->
    [one] Une question, environ { $minutes } min. Vous pouvez vous arrêter à tout moment ; chaque réponse est conservée sur cet ordinateur.
   *[other] { $n } questions, environ { $minutes } min. Vous pouvez vous arrêter à tout moment ; chaque réponse est conservée sur cet ordinateur.
}
app-questions = Questions
app-tick = Question { $n }, { $state }
app-state-open = sans réponse
app-state-right = correcte
app-state-partly = en partie correcte
app-state-wrong = incorrecte
app-status-checked = { $n } sur { $of } vérifiées
app-status-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
app-saving = enregistrement
app-saved = enregistré à { $time }
app-not-saved = non enregistré

## Stockage
app-trouble = Vos réponses ne sont pas conservées sur cet ordinateur.
app-trouble-forbidden = Les réglages de ce navigateur interdisent à la page de conserver quoi que ce soit.
app-trouble-full = L’espace de stockage de ce navigateur est plein. Ce qui était enregistré auparavant est toujours là.
app-trouble-broken = L’espace de stockage de ce navigateur ne répond pas.
app-trouble-go-on = Vous pouvez continuer ; enregistrez vos réponses dans un fichier avant de quitter la page, puis importez ce fichier plus tard sous « Mes progrès ».
app-save-file = Enregistrer mes réponses dans un fichier

## Questions à revoir
app-due = { $n ->
    [one] Une de ces questions est à revoir.
   *[other] { $n } de ces questions sont à revoir.
}
app-due-hidden = Votre dernière réponse reste cachée jusqu’à ce que vous ayez répondu encore une fois.
app-answer-due = { $n ->
    [one] Répondre à celle qui est à revoir
   *[other] Répondre aux { $n } qui sont à revoir
}

## Clavier
app-keys = Au clavier.
app-keys-tab = pour aller à une question et la parcourir,
app-keys-enter = pour vérifier.
app-keys-choose = pour choisir,
app-keys-hint = pour l’indice,
app-keys-next = pour la question suivante,
app-keys-previous = pour la précédente.
app-keys-letters = Les lettres seules agissent tant que vous êtes dans une question

## En-tête d'une question
app-question = Question { $n }
app-of = sur { $n }
app-kind-single = Choisissez une réponse
app-kind-multiple = Choisissez toutes les réponses qui conviennent
app-kind-order = Mettez dans l’ordre
app-kind-match = Associez
app-kind-number = Donnez un nombre
app-kind-text = Écrivez le terme
app-kind-essay = Rédigez, puis notez-vous
app-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
app-points-of = { $of ->
    [one] { $n } sur { $of } point
   *[other] { $n } sur { $of } points
}
app-chip-right = Correct
app-chip-partly = En partie correct
app-chip-wrong = Pas encore correct
app-chip-due = À revoir

## Répondre
app-hint = Indice
app-situation = La situation encore une fois : { $title }
app-sure-question = Votre certitude ?
app-sure = Forte
app-fairly-sure = Moyenne
app-guess = Au hasard
app-skip = Passer
app-check = Vérifier la réponse
app-again = Essayer encore une fois
app-you-said = Votre certitude : { $sure }
app-gap-nothing = Il n’y a pas encore de réponse à vérifier.
app-gap-number = Ce n’est pas encore un nombre.
app-gap-pairs = { $n ->
    [one] Il manque encore une association.
   *[other] Il manque encore { $n } associations.
}
app-gap-points = { $n ->
    [one] Un critère n’a pas encore de points.
   *[other] { $n } critères n’ont pas encore de points.
}

## Choix
app-choice-key = La bonne réponse
app-choice-right = Correct
app-choice-wrong = Pas celle-ci
app-choice-missed = Convient, pas choisi
app-match-wrong = Vous en avez choisi une autre

## Ordre
app-order-how = Utilisez les boutons fléchés, ou appuyez sur Alt et ↑ ou ↓ sur l’un d’eux.
app-up = Monter : { $entry }
app-down = Descendre : { $entry }
app-moved = Maintenant à la place { $n } sur { $of }.
app-order-right = À sa place
app-order-wrong = Vous l’aviez mis en { $n }

## Associations
app-choose = Choisir…
app-you-chose = Vous avez choisi :

## Nombres et termes
app-decimal-mark = ,
app-number = Votre réponse
app-number-unit = Votre réponse, en { $unit }
app-number-how = En chiffres, avec un point ou une virgule.
app-number-how-within = En chiffres, avec un point ou une virgule. Un écart de { $n } est admis.
app-text = Votre réponse
app-text-how = Les majuscules, accents, espaces et traits d’union ne comptent pas ; l’orthographe compte.
app-right-answer = Correct : { $answer }

## Rédactions
app-essay-how = Rédigez d’abord. Ensuite, vous voyez la grille et vous vous donnez les points.
app-show-rubric = Voir la grille
app-rubric-how = Relisez votre texte et donnez-lui les points qu’il mérite, critère par critère.

## Verdict
app-verdict-right = Correct.
app-verdict-right-sure = Correct, avec une forte certitude.
app-verdict-right-guess = Correct, et répondu au hasard.
app-verdict-partly = { $of ->
    [one] En partie correct : { $n } sur { $of } point.
   *[other] En partie correct : { $n } sur { $of } points.
}
app-verdict-essay = { $of ->
    [one] Vous vous êtes donné { $n } sur { $of } point.
   *[other] Vous vous êtes donné { $n } sur { $of } points.
}
app-verdict-wrong = Incorrect.
app-verdict-wrong-sure = Incorrect, malgré une forte certitude.
app-verdict-wrong-guess = Incorrect ; répondu au hasard.
app-read-again = À relire :
app-comes-back = { $n ->
    [0] À revoir aujourd’hui.
    [1] À revoir demain.
   *[other] À revoir dans { $n } jours.
}

## Bilan
app-passed = { $n } sur { $of } points : réussi
app-not-passed = { $n } sur { $of } points : pas encore réussi
app-share-passed = { $share } %. Le seuil de réussite est à { $mark } %.
app-share-missing = { $n ->
    [one] { $share } %. Le seuil de réussite est à { $mark } % : encore un point.
   *[other] { $share } %. Le seuil de réussite est à { $mark } % : encore { $n } points.
}
app-read-these = À relire
app-topic-wrong-sure = Question { $n } : incorrecte, malgré une forte certitude
app-topic-points = Question { $n } : { $points } sur { $of }
app-topic-none = Questions sans passage propre
app-topics-known = { $n ->
    [one] Un passage que vous connaissez
   *[other] { $n } passages que vous connaissez
}
app-retry-missed = Seulement celles que j’ai manquées
app-retry-all = Tout reprendre

## Cartes
app-cards = Cartes
app-card = Carte { $n }
app-card-tick = Carte { $n }, { $state }
app-card-intro = { $n ->
    [one] Une carte, environ { $minutes } min. Dites la réponse à voix haute avant de la retourner.
   *[other] { $n } cartes, environ { $minutes } min. Dites la réponse à voix haute avant de retourner la carte.
}
app-card-turn = Retourner la carte
app-card-how = Le saviez-vous ?
app-card-again = Pas du tout
app-card-hard = Avec effort
app-card-good = Bien
app-card-easy = Aussitôt
app-card-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
app-card-known = Retenu.
app-card-forgotten = Pas retenu.
app-card-due = { $n ->
    [one] Une de ces cartes est à revoir.
   *[other] { $n } de ces cartes sont à revoir.
}
app-card-turn-due = { $n ->
    [one] Retourner celle qui est à revoir
   *[other] Retourner les { $n } qui sont à revoir
}
app-card-sum = { $n } cartes sur { $of } retenues
app-card-share = { $share } % retenues. Chaque carte revient à son jour ; « Mes progrès » dit quand.

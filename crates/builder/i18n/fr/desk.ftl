# Mes progrès.

## Les nombres du haut
desk-of = sur { $n }
desk-due-count = { $n ->
    [one] question à revoir aujourd’hui
   *[other] questions à revoir aujourd’hui
}
desk-answered = questions répondues
desk-right = justes au dernier essai
desk-passed = questionnaires réussis
desk-per-cent = { $n } %

## À revoir aujourd’hui
desk-due = À revoir aujourd’hui
desk-due-none = Rien n’est à revoir. Répondez à un questionnaire : ses questions reviendront ici quand il sera temps de les revoir.
desk-due-next = { $n ->
    [one] Rien n’est à revoir aujourd’hui. La prochaine question revient demain.
   *[other] Rien n’est à revoir aujourd’hui. La prochaine question revient dans { $n } jours.
}
desk-due-minutes = { $n ->
    [one] Environ { $n } minute.
   *[other] Environ { $n } minutes.
}
desk-due-more = { $n ->
    [one] et une autre
   *[other] et { $n } autres
}
desk-due-begin = Commencer par le premier questionnaire
desk-was-right = { $n ->
    [0] juste, plus tôt aujourd’hui
    [one] juste, il y a { $n } jour
   *[other] juste, il y a { $n } jours
}
desk-was-wrong = { $n ->
    [0] pas juste, plus tôt aujourd’hui
    [one] pas juste, il y a { $n } jour
   *[other] pas juste, il y a { $n } jours
}

## Étalonnage
desk-calibration = Savez-vous ce que vous savez ?
desk-calibration-title = Votre assurance comparée à la part de réponses justes
desk-calibration-band = { $sure } : { $share } pour cent de réponses justes sur { $n }.
desk-calibration-count = { $share } % de { $n }
desk-calibration-axis = l’assurance que vous avez indiquée →
desk-calibration-few = Indiquez votre assurance pour dix réponses au moins. Vous verrez alors ici si vous savez ce que vous savez.
desk-calibration-over = Quand vous dites « sûr », vous vous trompez plus d’une fois sur cinq. Avant de choisir « sûr », nommez le passage qui le prouve.
desk-calibration-under = La plupart de vos réponses au hasard sont justes : vous en savez plus que vous ne le croyez.
desk-calibration-fair = Votre assurance correspond à peu près à vos réponses justes.

## Parties du livre
desk-courses = Cours
desk-chapters = Chapitres
desk-guides = Guides d’étude
desk-others = Autres pages
desk-row = { $answered } questions répondues sur { $items } · { $right } justes au dernier essai · { $passed } questionnaires réussis sur { $quizzes }
desk-chip-passed = réussi
desk-chip-begun = en cours
desk-chip-open = pas commencé
desk-older = { $n ->
    [one] Une réponse porte sur une version antérieure de sa question. Elle est gardée, mais n’est comptée nulle part.
   *[other] { $n } réponses portent sur une version antérieure de leur question. Elles sont gardées, mais ne sont comptées nulle part.
}

## Fichiers
desk-files = Garder, déplacer, effacer
desk-files-how = Le fichier contient vos réponses et leurs dates. Ne le donnez à personne à qui vous ne montreriez pas vos erreurs.
desk-export = Enregistrer mes progrès dans un fichier
desk-import = Apporter un fichier
desk-reset = Effacer mes progrès
desk-exported = { $n ->
    [one] Une entrée a été remise au navigateur dans un fichier : voyez vos téléchargements.
   *[other] { $n } entrées ont été remises au navigateur dans un fichier : voyez vos téléchargements.
}
desk-offer = Le fichier contient { $new } nouvelles entrées ; { $there } sont déjà ici.
desk-offer-ask = { $n ->
    [0] Rien dans le fichier n’est nouveau.
    [one] Ajouter la nouvelle entrée ? Ce qui est ici reste tel quel.
   *[other] Ajouter les { $n } nouvelles entrées ? Ce qui est ici reste tel quel.
}
desk-merge = Ajouter
desk-leave = Tout laisser en l’état
desk-merged = { $n ->
    [one] Une entrée a été ajoutée.
   *[other] { $n } entrées ont été ajoutées.
}
desk-too-large = Le fichier est plus grand que ne peut l’être un fichier de progrès. Rien n’a été changé.
desk-refused-unreadable = Le fichier est abîmé ou coupé : il est illisible à la ligne { $line }, position { $column }.
desk-refused-format = Ce n’est pas un fichier de progrès.
desk-refused-newer = Le fichier a été écrit par une version plus récente de ce livre ({ $version }). Ouvrez le livre plus récent, ou enregistrez-y le fichier à nouveau.
desk-refused-book = Le fichier appartient à un autre livre : { $book }.
desk-refused-damaged = Le fichier a été modifié après son enregistrement : { $detail } ne correspond pas.
desk-refused-unchanged = Rien n’a été changé.
desk-reset-ask = { $n ->
    [0] Il n’y a encore rien à effacer.
    [one] Effacer la seule entrée de ce livre sur cet ordinateur ? Elle ne pourra pas être récupérée, sauf si vous l’avez enregistrée dans un fichier.
   *[other] Effacer les { $n } entrées de ce livre sur cet ordinateur ? Elles ne pourront pas être récupérées, sauf si vous les avez enregistrées dans un fichier.
}
desk-reset-do = Effacer toutes les entrées
desk-cleared = Toutes les entrées ont été effacées.

## Ce qui a été gagné
desk-gain = Avant et après
desk-gain-open = pas encore terminé
desk-gain-how = Terminez les deux formes. Vous verrez alors quelle part de ce que vous ne saviez pas vous avez apprise.
desk-gain-share = Vous avez gagné { $n } % de ce qui restait à gagner : (après − avant) ÷ (100 − avant). Seule compte la première fois où vous terminez une forme.
desk-gain-lost = La seconde forme s’est moins bien passée que la première. Relisez, cours par cours, ce que « Mes progrès » indique à revoir.
desk-row-cards = { $turned } cartes retournées sur { $cards } · { $due } à revoir

## Relevé de parcours
desk-record-self-study = Étude personnelle, sans surveillance : ce papier est produit par le navigateur de l’apprenant et ne prouve pas qui a répondu.
desk-record-name = Nom de l’apprenant
desk-record-named = Le nom reste sur cet ordinateur et n’entre dans aucun fichier.
desk-record-print = Imprimer ce relevé
desk-record-none = Rien à relever pour l’instant. Répondez aux questions d’un cours, et il apparaît ici.
desk-record-course = Du { $first } au { $last } · { $answered } questions répondues sur { $items } · { $earned } points sur { $points } à la dernière réponse · { $passed } quiz réussis sur { $quizzes }
desk-record-outcome = { $answered } questions sur { $items }, { $share } % de leurs points
desk-record-reached = atteint
desk-record-open = pas encore
desk-record-untouched = pas commencé
desk-record-rule = Un objectif compte comme atteint quand { $n } de ses questions ont une réponse, ou toutes s’il y en a moins, avec { $share } % de leurs points à la dernière réponse. Cela dit ce qui a été répondu ici, non ce qui est fait au poste.

## Mentorat
desk-mentoring = Pour les douze semaines avec un mentor
desk-mentoring-how = Ces objectifs des cours ci-dessus ne sont pas encore atteints, les plus faibles d’abord. Convenez pour chacun d’une tâche du poste, et notez qui l’a vue faite.
desk-mentoring-none = Tous les objectifs des cours ci-dessus sont atteints. Laissez le mentor choisir les tâches.
desk-mentoring-week = Semaine
desk-mentoring-outcome = Objectif
desk-mentoring-task = Tâche au poste
desk-mentoring-seen = Vue par, le

# Mots que la construction écrit dans les pages.

book-answers = Réponses
book-answers-to = Réponses : { $title }
book-question = Question { $number } sur { $of }
book-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
book-hint = Indice
book-right = juste
book-wrong = pas juste
book-task-single = Choisissez une réponse
book-task-multiple = Choisissez toutes les réponses qui conviennent
book-task-order = Mettez en ordre
book-task-match = Associez
book-task-numeric = Donnez un nombre
book-task-text = Répondez en quelques mots
book-task-essay = Rédigez, puis notez-vous
book-figure-scrolls = Figure, défile sur le côté
book-reading = Lecture
book-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
book-reviewed = Relu
book-chapter-kicker = Recueil, chapitre { $letter }
book-source-read = lu
book-source-to-check = à vérifier
book-reading-orders = Parcours de lecture avec ce chapitre
book-place = { $place } sur { $of }
book-chapters = { $chapters ->
    [one] { $chapters } chapitre
   *[other] { $chapters } chapitres
}
book-hours = { $hours } h { $minutes } min
book-template-form = Quand les scripts sont permis, un formulaire se trouve ici. Il remplit les noms marqués dans le document et enregistre le document en fichier Word ou en page web. En ligne de commande :
book-timetable-form = Là où les scripts s’exécutent, un formulaire se trouve ici ; il établit l’emploi du temps d’après vos dates, vos heures et vos cours. Voici le plan par lequel il commence ; en ligne de commande :
book-card = Carte { $number } sur { $of }
book-card-back = Retourner la carte

# Emplois du temps : de la page, des pages du livre et de la ligne de commande.

plan-title = Emploi du temps
plan-facts = { $weeks ->
    [one] Une semaine
   *[other] { $weeks } semaines
}, { $days ->
    [one] un jour
   *[other] { $days } jours
}, { $hours } heures d’enseignement
plan-week = Semaine { $n }
plan-day = Jour { $n }
plan-time = Heure
plan-weekday = { $day ->
    [0] lundi
    [1] mardi
    [2] mercredi
    [3] jeudi
    [4] vendredi
    [5] samedi
   *[other] dimanche
}
plan-date = { $day } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
} { $year }
plan-break = Pause
plan-lunch = Déjeuner
plan-break-inside = avec une pause, { $from }–{ $to }
plan-lunch-inside = avec le déjeuner, { $from }–{ $to }
plan-shortened = { $n } minutes sur { $of }
plan-left-out = supprimée, { $n } minutes
plan-why = étape { $n } de la variante courte de { $course }
plan-why-beyond = étape { $n } de { $course }, au-delà de sa variante courte
plan-free = Pas de cours
plan-rest = Reste du jour
plan-own-work = { $n } minutes de travail personnel
plan-instructor = Formateur :
plan-room = Salle :
plan-changes = Séances abrégées et supprimées
plan-nothing-changed = Toutes les séances y sont, entières.
plan-changed = { $n ->
    [one] Une séance est abrégée ou supprimée
   *[other] { $n } séances sont abrégées ou supprimées
} : { $hours } heures de moins.
plan-session = Séance
plan-what = Ce qui reste
plan-reason = Pourquoi
plan-spare = { $n ->
    [one] Un jour reste libre à la fin.
   *[other] { $n } jours restent libres à la fin.
}
plan-handbook = Livret du cours
plan-organiser = Organisateur :
plan-place = Lieu :
plan-instructors = Formateurs :
plan-prerequisites = Prérequis
plan-outcomes = Objectifs d’apprentissage
plan-assessment = Évaluation
plan-sessions = Séances
plan-materials = À imprimer :
plan-homework = Travail à la maison

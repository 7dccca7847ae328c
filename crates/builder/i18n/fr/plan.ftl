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

## Le formulaire
plan-form = Ce dont vous disposez
plan-how = L’emploi du temps ci-dessous suit chaque saisie. Les saisies restent sur cet ordinateur.
plan-start = Premier jour
plan-length = Durée
plan-in-weeks = Semaines
plan-until-day = Dernier jour
plan-hours = Heures d’enseignement par jour
plan-from = La journée commence à
plan-days = Jours d’enseignement
plan-courses = Cours
plan-course = { $hours } heures
plan-course-short = { $hours } heures, abrégé { $short }
plan-done = les apprenants l’ont suivi
plan-all = Tous les cours
plan-none = Aucun cours
plan-holidays = Jours sans cours
plan-holidays-how = Une date par ligne, ou une période ; après une espace un nom, si vous voulez :
plan-print = Imprimer
plan-calendar = Enregistrer en calendrier (.ics)
plan-table = Enregistrer en tableau (.csv)
plan-ends = Pauses comprises, la plus longue journée se termine à { $time }.
plan-handed = { $file } a été remis au navigateur : regardez dans vos téléchargements.
plan-trouble = Les saisies ne sont pas conservées sur cet ordinateur.
plan-trouble-go-on = Vous pouvez continuer et enregistrer les fichiers ; les saisies disparaissent quand vous quittez la page.

## Pas d'emploi du temps
plan-refused = Il n’y a pas d’emploi du temps pour cela.
plan-unread = Il n’y a pas encore d’emploi du temps : une saisie est illisible.
plan-possible = Possible :
plan-no-course = Aucun cours n’est choisi.
plan-no-weekday = Aucun jour de la semaine n’est choisi.
plan-no-day = Aucun jour d’enseignement ne se trouve entre le premier et le dernier jour.
plan-circle = { $courses } se demandent l’un l’autre.
plan-missing = { $n ->
    [one] { $course } demande { $courses }, qui n’est ni choisi ni suivi.
   *[other] { $course } demande { $courses }, qui ne sont ni choisis ni suivis.
}
plan-too-long = La séance { $session } dure { $n } minutes, plus qu’une journée.
plan-too-short = Les cours demandent { $needed } heures, tout étant abrégé qui peut l’être. Il y en a { $available }, et aucune séance n’est coupée.
plan-take-add = Ajouter { $courses }
plan-take-done = Les apprenants ont suivi { $courses }
plan-take-without = Laisser { $courses }
plan-take-weeks = { $n ->
    [one] Prendre une semaine
   *[other] Prendre { $n } semaines
}
plan-take-until = Finir le { $date }
plan-take-hours = Enseigner { $hours } heures par jour
plan-take-monday = Enseigner du lundi au vendredi
plan-bad-start = Indiquez le premier jour, dans une année de 1900 à 2999.
plan-bad-weeks = Indiquez les semaines par un nombre entier de 1 à 208.
plan-bad-until = Indiquez le dernier jour, dans une année de 1900 à 2999.
plan-bad-hours = Indiquez les heures par jour de 0,5 à 10, en quarts : 6, ou 5,5.
plan-bad-from = Indiquez le début de la journée de 00:00 à 10:59.
plan-bad-line = Jours sans cours, ligne { $n } : « { $text } » ne commence pas par une date. Écrivez 2027-01-01, une espace et un nom, si vous voulez.
plan-bad-span = Jours sans cours, ligne { $n } : « { $text } » finit avant de commencer. Écrivez d’abord la date la plus ancienne.

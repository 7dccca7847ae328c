# Le formulaire d'un modèle.

fill-title = Remplir les noms
fill-how = Tous les modèles partagent ces noms. Ils restent sur cet ordinateur : rien de ce que vous saisissez n’en sort.
fill-count = { $n } sur { $of } remplis
fill-word = Enregistrer en fichier Word
fill-web = Enregistrer en page web
fill-print = Imprimer
fill-forget = Oublier tous les noms
fill-handed = { $file } a été remis au navigateur : regardez dans vos téléchargements.
fill-gaps = { $n ->
    [0] Aucun nom ne manque.
    [one] Un nom manque encore ; il est entre crochets.
   *[other] { $n } noms manquent encore ; ils sont entre crochets.
}
fill-trouble = Les noms ne sont pas conservés sur cet ordinateur.
fill-trouble-go-on = Vous pouvez continuer et enregistrer le document ; les noms disparaissent quand vous quittez la page.
fill-forget-ask = Oublier les noms de tous les modèles sur cet ordinateur ? Il sera impossible de les récupérer.
fill-forget-do = Les oublier
fill-leave = Les garder
fill-forgotten = Tous les noms ont été oubliés.

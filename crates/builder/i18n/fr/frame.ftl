# Mots du cadre qui entoure chaque page.

frame-skip = Aller au texte
frame-contents = Table des matières
frame-contents-toggle = Afficher ou masquer la table des matières
frame-search = Rechercher dans le livre
frame-search-found = Résultats :
frame-search-none = Rien trouvé. Essayez un autre mot, ou seulement son début.
frame-progress = Mes progrès
frame-colours = Couleurs
frame-colours-auto = Comme le système
frame-colours-light = Clair
frame-colours-dark = Sombre
frame-keys = Raccourcis clavier
frame-keys-pages = Page précédente et page suivante
frame-keys-on = Utiliser ces touches
frame-close = Fermer
frame-print = Imprimer cette page
frame-print-book = Tout le livre sur une page, à imprimer
frame-pages = Page précédente et page suivante
frame-previous = Précédent
frame-next = Suivant
frame-scrolls = défile horizontalement
frame-footnote = Note
frame-footnote-back = Retour au texte
frame-moved = Cette page a été déplacée :

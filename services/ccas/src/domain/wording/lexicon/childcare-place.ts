import type { Cues } from '../cue';

/** Somewhere for a child who does not go to school yet. */
export const childcarePlace: Cues = {
  strong: `
    berceau*, creche|place berceau*,
    assistante mat, assistante_mat, occup* bebe|nourrisson|age-baby travaill*|pendant|personne, personne occup* bebe|enfant*|petit*, solution* accueil bebe|petit*|naissance|age-baby|enfant*, solution* accueil naissance|naitre, naissance accueil|place|garde|solution*, bebe garde*|creche|nounou|place|accueil, reprise|reprend|reprendre travail|boulot bebe|age-baby, travail* bebe garde*|personne|solution, attribution place*|creche, commission creche|attribution|petite_enfance, preinscription petite_enfance|creche, petite_enfance dossier|inscription|preinscription|guichet|place, fille|fils|enfant* age-baby place|accueil|collectivite|garde*|inscri*, garde* nuit bebe|nourrisson|age-baby, garde*|accueil atypique*|decale* , horaire* atypique* garde*|enfant*|creche|nounou, nounou age-baby|tarif|domicile|partagee, garde partagee nounou|enfant*_bas_age, aupair, au_pair fille, adaptation creche|nounou, contrat creche|nounou|assistante_maternelle, enfant* bas_age, tout_petit garde*|accueil|place, guichet petite_enfance, pouponniere, multiaccueil, microcreche, accueil_familial petit*,
    creche*, place creche, kreche, micro_creche, multi_accueil, multi accueil, creche* familiale|municipale|parentale|inscription|refus*|liste|tarif*|dossier|attente, inscri* creche,
    nounou*, nounou horaire*, nourrice*, assmat*, ass mat, assistante* maternelle*, ass maternelle, assistant* maternel*, agreee maternelle, maison assistante* maternelle*, halte garderie, haltegarderie, halte_garderie, halte jeux,
    mode garde, mode accueil, moyen garde, mode garde bebe|naitre|petit|enfant*|rentree, solution garde, systeme garde, besoin garde bebe|petit|enfant*|fille|fils age-baby, cherche garde bebe|enfant*|fille|fils|petit|jumeaux|nourrisson|domicile,
    garde bebe|nourrisson|age-baby|jumeaux|tout_petit|petit|domicile|occasionnelle|reguliere|naissance|naitre, garde tout petit, garde petit frere|soeur, garde enfant* age-baby|domicile|bebe|cherche|trouve|travaill*|reprend|reprise|bas_age, 
    garder bebe|age-baby|petit|nourrisson|jumeaux|petite, garder fille|fils|enfant* age-baby|pendant|travail*|formation|cherche|personne|quelqu|temps|heures, faire_garder, garde|garder|nounou|creche formation|travail*|entretien*|stage|boulot|embauche|emploi, faire garder, faire garder fille|fils|enfant*|bebe|petit|petite, personne|quelqu|qqn garder bebe|enfant*|fille|fils|petit, baby sitter, babysit*, baby_sit*, babysitter,
    accueil occasionnel, accueil occasionnel entretien*, accueil regulier bebe|enfant*|creche, accueil ponctuel bebe|enfant*|petit|age-baby|fille|fils, accueil urgence bebe|enfant*|age-baby|petit, accueil bebe|nourrisson|petit|age-baby|tout_petit, accueillir bebe|age-baby,
    place accueil enfant*|bebe|petit*|fille|fils|petite_enfance, accueil petite enfance, place bebe|nourrisson|age-baby|jumeaux, place accueil, place* naissance|naitre, jardin enfant*, eaje, petite_enfance place|accueil|inscri*, relais petite enfance, relais_petite_enfance, relais assistante*|maternel*, ram assistante*|maternel*|liste, rpe, pajemploi, cmg,
    accouche* place|garde|creche, enceinte place|creche|garde|inscri*, reprend|reprise|reprendre travail|boulot|emploi garde*|bebe|garder|creche|age-baby|petit, bebe reprend|reprise|reprendre travail|boulot, conge_maternite garde|place|creche, liste attente creche|bebe|petite_enfance, pre_inscription creche, preinscription creche|bebe|petite_enfance, garde partagee bebe*|famille|nounou, garderie bebe|age-baby|petit, horaire* decale* garde|nounou|creche|bebe
  `,
  usual: `
    place age-baby|bebe, petite enfance, bebe, garde mercredi|horaire*, garderie, nourrisson*, collectivite, tout_petit*, accueil enfant*, naitre, faire_garder, garde enfant* , jumeaux, accueil collectif, mam
  `,
  weak: `
    place, garde, garder, accueil, petit, petite, reprend, travail, jumelles, inscri*, occasionnel*
  `,
};

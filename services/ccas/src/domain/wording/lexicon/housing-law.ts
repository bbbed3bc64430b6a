import type { Cues } from '../cue';

/** Tenants and landlords. Asking for a home is another matter: see elsewhere.ts. */
export const housingLaw: Cues = {
  strong: `
    litige loc,
    loyer*|expuls* suite|apres|cause|depuis perte|perdu emploi|travail|boulot,
    logement|appartement|maison mauvais|fuite|plafond|fissure*, syndic repare*|ascenseur|travaux,
    liberer|rendre|quitter appartement|logement|maison, charge* immeuble|locataire|logement, contrat location, garantie locative, regie litige|conflit|locataire, locataire regie,
    bailleur, proprio, proprietaire, locataire, bail, mise demeure bailleur|proprietaire|loyer, commandement payer bailleur|proprietaire|loyer, hlm coupe|chauffage|fuite|moisi*|humid*|repare|repond|reparation*, office hlm eau|chauffage|fuite|moque|repond|reparation*,
    moisi mur*|chambre|salle|fenetre*|plafond, moisi* chambre|mur*|salle|logement, mur*|plafond|fenetre* moisi*|fissure*|effondr*|humid*|casse*|infiltration*, charge* abusiv*|locativ*, charge* syndic, logement fenetre|illegal|loue|energetique|passoire|classe|froid|isole|danger*, passoire thermique, baisser|baisse loyer, degradation* logement|appartement|bailleur|proprietaire, eau chaude bailleur|hlm|coupe*|immeuble,
    huissier expuls*|porte|dehors, force ordre expulsion, gendarme*|police|prefet expuls*, mettre|mettent|met|mis|jeter|jete rue|dehors logement|appartement|loyer, tout_perdre logement, rupture bail, vendre|vend appartement|logement|maison locat*|dehors|part*, conge reprise, preavis agence|logement|proprietaire, loyer non_paye*, infiltration* bailleur|logement|appartement|plafond, dpe logement|loyer, diagnostic plomb|energetique, bruit* travaux bailleur,
    expulsion, expulse, expulser, expulsable, avis expulsion, lettre expulsion, menace expulsion, expulsion locative,
    commandement quitter, quitter lieux, commandement payer loyer, concours force publique, clause resolutoire,
    bail resilie|resiliation|resilier|renouvele|renouvellement|reconduit|verbal|ecrit|signe|fin|rupture|rompre|clause|perdre,
    litige|conflit|probleme|dispute|desaccord|souci|embrouille|tension proprietaire|proprio|bailleur|locataire|agence,
    litige|conflit bail|locatif|location|loyer|logement|hlm, contestation|contester loyer|charge|etat, litige|conflit immobilier,
    proprietaire|proprio|bailleur refus*|rembours*|rend*|repond*|repar*|travaux|vend*|vente|vire|virer|menace*|harcel*|recuper*|reprendre|augment*,
    proprietaire|proprio|bailleur mettre|met|dehors|partir|serrure|fait rien|fait mort|veut pas|quittance|visite|coupe|insulte,
    proprietaire|proprio|bailleur chauffage|chaudiere|fuite|humid*|moisi*|insalub*|caution|garantie|depot|preavis|conge|bail|loyer|charge|degat|cafard|punaise|rat|souris|eau|electricite|ascenseur,
    sci|agence|syndic|hlm|gardien caution|refus*|rembours*|depot|travaux|reparation,
    depot garantie, depot garantie rendu|restitu*|rembourse|recupere, caution rendu|rendre|rembourse|rembourser|restituee|restitution|recuperer|retenue|gardee|appartement|logement|location|loyer|sortie,
    logement|appartement|appart|maison|studio|immeuble|chambre|habitat insalubre|indecent|indigne|moisi*|humid*|vetuste|delabre|degrade|dangereux|plomb|amiante|inhabitable|infest*|peril,
    insalubre, insalubrite, logement indecent, habitat indigne, marchand sommeil, moisissure*, punaise lit, infestation cafard, cafard* immeuble|logement|appartement|cuisine,
    huissier|assignation|tribunal|jugement loyer|logement|appartement|expulsion|bail|locataire|proprietaire|bailleur,
    conge vente|vendre|proprietaire|bailleur|reprise, preavis logement|appartement|location|depart|bail|reduit|locataire|agence|loyer,
    treve hivernale, dalo, droit opposable logement, etat lieux, charge locativ*, regularisation charge, quittance loyer,
    augmentation|hausse|revision|encadrement|plafonnement loyer, loyer abusif|augmente|illegal, droit locataire, sous location|louer|loue|locataire,
    changer|change serrure, locataire menace|expuls*|droit|refus*|dehors|part|parti|paie|squatte, locataire_paye pas, squat*,
    degat eaux, degat eau|eaux bailleur|proprietaire|repare|assurance|voisin|plafond, vice cache, copropriete, syndic copropriete,
    trouble jouissance, reparation|travaux|reparer|repares proprietaire|bailleur|locative|logement|hlm,
    retenue caution|depot, reprise logement proprietaire, colocation bail|litige|conflit, garant loyer|bail|logement, ordre_quitter logement,
    resiliation bail, impaye loyer proprietaire|bailleur|expulsion|assignation|huissier|tribunal|dehors
  `,
  usual: `
    locatif, locative, loyer impaye*, impaye* loyer, retard loyer, humidite, mis|mettre|met|jete dehors, mise_dehors,
    caution, expuls*, hlm refus*, conge proprietaire, fuite eau, plus|pas chauffage, serrure, assignation tribunal, taudis, rats, delogee,
    relogement, encadrement loyers, bailleur social, agence immobiliere
  `,
  weak: `
    loyer, logement, appartement, appart, immeuble, propriete, huissier, assignation, chauffage, chaudiere, insecte, cafard, punaise, souris, fuite, plafond, quittance, preavis, reparation, depot, garantie, infiltration
  `,
};

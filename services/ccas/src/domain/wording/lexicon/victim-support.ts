import type { Cues } from '../cue';

/** What a person suffered at somebody's hands, complaints, compensation. */
export const victimSupport: Cues = {
  strong: `
    etrangle|etranglee, etranglement,
    mari|conjoint|compagnon|concubin|ex frappe|tape|bat|violent* plainte,
    violence* famille|familial*|domestique*|intra_familial*|intrafamilial*, menace* mort ex|mari|conjoint|compagnon|concubin, harcel* ex|ex_conjoint|ex_mari|ex_compagnon|conjoint|mari|compagnon, femme battue, grave_danger telephone, tgd,
    coups recus|rue|visage|voisin*,
    identite utilis*|vole*|usurp*, photo* intime*|nue*, video* intime*, braqu*, braquage, agresse* travail|rue|bus|train|metro|gare|parc|parking|voisin*|sortant, vol*|vole* sac|portable rer|metro|bus|train|gare|rue, arrache sac|collier|telephone, vol arrache, faux plombier|policier*|virement|site|banquier|agent*|vendeur, leboncoin arnaque*|escro*, police|policier*|gendarme*|commissariat refus*|plainte|pris|prendre plainte, insulte* repete*|rue|menace*|voisin*|raciste*, coup* couteau|poing|visage|tete|blesse*, suivie|suivi inconnu|rue, exhibition*, voyeur*, degradation* voiture plainte, temoin agression|viol|crime|attentat, deuil meurtre, meurtre, homicide, assassin*, feminicide, viole*_conjugal, drogue|drogue_insu soiree, spik*, soumission chimique, agress*_verbal, sms|appel*|telephone menace*|malveillant*|harcel*, avocat victime, ordonnance victime, soutien victime*|agression|viol, ecoute victime*, numero victime*, prise_en_charge victime*, psychologue victime*|agression,
    agression, agresse, agresser, agresseur, agression sexuel*|physique|rue|verbale|voisin|bus|train, tentative agression|viol|vol|meurtre|enlevement,
    plainte, depot plainte, plainte pole|police|gendarmerie|classee|suite|refusee|commissariat, depose*|deposer|porter|porte|retirer plainte, porter_plainte, plainte voisin|menace*|vol|agression, pre_plainte,
    aide victime*, aide_aux victimes, association victime*, victime vol|agression|arnaque|escroquerie|viol|cambriolage|accident|attentat|coups|menace*|racisme|racket|abus|injure*|harcelement|fraude|violence*|homophobie|discrimination_raciste|attouchement*|usurpation,
    victime violence* rue|plainte|voisin, victime, france_victimes, viol, violee, viole, attouchement*, inceste, abus sexuel*, violence* sexuel*|rue|gratuite|physique|policier*|voisin, victime violence*,
    violence* conjugal* plainte|police|commissariat|association|victime_aide|accompagn*|hebergement, coups blessure*, coup couteau, passage_tabac, roue_coups,
    cambriol*, vol sac|portable|telephone|voiture|papiers|carte|scooter|velo|violence|arrache|cle|cles|moto|domicile|argent|bijoux|portefeuille, vole|volee|voler sac|portable|telephone|voiture|scooter|velo|argent|carte|portefeuille|bijoux|moto, carte bancaire|bleue vol*|pirat*|fraud*, 
    arnaque*, arnaque internet|faux|ligne|telephone|location|sentiment*, escroc*, escroquer*, escroque, fraude bancaire|carte|identite, phishing, hameconnage, piratage compte, pirate compte, usurpation identite, faux conseiller, faux virement,
    cyberharcel*, cyber harcel*, cyberharcelement, harcelement sexuel*|rue|internet|voisin|reseaux|telephonique|ex, harcele|harcelee inconnu|rue|voisin|internet|homme|telephone|reseaux, chantage photo*|intime*|sexuel*|internet, revenge_porn, sextorsion,
    menace* mort, menace* mort|voisin|couteau|arme, menacee|menace arme|couteau|mort, racket, rackette*, partie civile, constitution partie, civi, sarvi, fonds garantie victime*, indemnis* victime*|accident|prejudice|agression, indemnisation victime*, prejudice corporel, dommages interets victime|agression,
    accident route|voiture|circulation|scooter indemnis*|victime|assurance|renverse*|blesse*, renverse* voiture|scooter|pieton, delit_fuite, attentat, proces agresseur, main courante, commissariat plainte|accompagn*, gendarmerie plainte, aggress*, homophob*|racis* insulte*|coups|agression|injure*|victime, injure* raciste*|homophobe*, insulte* raciste*|homophobe*|coups,
    frappe|frappee|tabasse|tabassee rue|metro|inconnu*|sortie|bus|train|jeunes|gare|voisin|parking, tabass*, sequestr*, traite humain*, proxenet*, emprise secte, sectaire derive, traumatis* agression|vol|viol|attentat
  `,
  usual: `
    ordonnance protection, battue,
    menace*, violence* conjugal*, mari violent, conjoint violent, violence* couple|conjoint|mari, mari|conjoint|compagnon|concubin|ami frappe|tape|bat|violent*, vol, vole, volee, frappe, frappee, insulte* voisin, commissariat, gendarmerie, police, indemnisation, harcelement, harcele, harcelee, violence*, blesse, fraude, bijoux voles
  `,
  weak: `
    peur, choque*, traumatis*, coups, insulte*, association, prejudice, indemnis*, inconnu*, rue, suspect, assurance, conseiller
  `,
};

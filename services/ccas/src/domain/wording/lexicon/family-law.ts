import type { Cues } from '../cue';

/** Couples that part, children between them, filiation, protection of adults, estates. */
export const familyLaw: Cues = {
  strong: `
    pens alimentaire,
    juge affaire*_fam, voir|vu|voit|vue pas|plus fils|fille|enfant* mere|pere|ex|papa|maman refuse*|empeche*,
    pere|mere enfant* vacances|visite|garde, garde juge, juge donne|fixe|accorde|decide garde|enfant*|pension|pere|mere,
    beau_pere|belle_mere adopt*, adoption simple|pleniere, droits pere|mere|parent, pere nouvelles|reconnu|nom|disparu enfant*|naissance, mere|pere demenag* enfant*, nom enfant, divors*, pention alimentaire|pere|ex,
    voir|voit|vois|revoir plus|pas fille|fils|enfant*|petit* mere|pere|ex|papa|maman|refuse, voir|voit|vois plus|pas fille|fils|enfant* , empeche voir fille|fils|enfant*|petit*, ex paie|paye|payer|verse|rembourse pas|plus|rien, verse rien|pas|plus petit*|enfant*|pere|ex, verse rien|pas separation, semaine semaine garde|enfant*, garde semaine, 
    mari|femme|conjoint|compagnon|epoux|epouse parti|partie|quitte|quittee droits|justice|juge|avocat|tribunal, mari|femme|conjoint|compagnon quitte|quittee|abandonne*|parti, separer religieu*, partage maison|biens|heritage|meubles divorc*|separ*, maison divorc*|separ*, couple separe, parent* separe*, separe*|separer|separation ecole|enfant*|vacances|garde|pension|logement|maison|droits|avocat, grand_mere|grand_pere|mamie|papi visite|voir|petits, grand_mere droit|hebergement|voir, frere|soeur heritage|succession|fache*, majeur protege, prison autorite|pere droit, filiation, requete jaf|juge|familial*, compagnon|conjoint|pere refuse reconnaitre|reconnaissance, conge_paternite_conflit, usufruit, mariage blanc|annul*, etat liquidatif, indivis*, concubin* separ*|rupture|droits, accouche_sous x,
    divorc*, separation, separation|separer|separe conjoint|mari|femme|couple|concubin|compagnon|pere|mere|enfant|droits, separe couple, separee, separes, se_separer, separer mari|femme|conjoint,
    pension alimentaire, pension alimentaire impaye*|verse|paye|payee|revis*|calcul, pere|ex|papa|mari|mere paie|paye|verse|payer pension, pension enfant*, pension verse|impaye*|ex|pere,
    aripa, recouvrement pension, droit visite, droit visite hebergement, droit hebergement, droit garde, visite mediatis*, point rencontre,
    garde alternee|exclusive|partage, residence alternee|alterne, garde enfant* juge|jaf|separ*|divorc*|ex|pere|papa|mere|conflit|parent|tribunal|avocat|jugement|mari,
    garde fils|fille|fils|petit juge|jaf|separ*|divorc*|ex|pere|papa|recuper*|demand*|perdre|avoir|obtenir|tribunal|jugement, recuperer|perdre|obtenir|avoir|demander|demande|perdu|veut garde fils|fille|enfant*,
    juge affaire* familiale*, jaf, affaire* familiale*, autorite parentale, delegation autorite, retrait autorite,
    reconnaissance paternite, reconnaissance enfant|filiation|pere|bebe, paternite, test paternite|adn, contest* paternite|filiation, desaveu, filiation, reconnaitre|reconnu enfant|bebe|fils|fille, pere|papa reconnaitre|reconnu,
    violence* conjugal*|mari|couple|conjoint droit*|loi|juridique*|avocat|divorc*, prestation compensatoire, non presentation enfant, non_representation enfant,
    pacs rupture|rompre|dissolution|dissoudre|fin|casser, partage bien*, liquidation communaute, regime matrimonial, contrat mariage, annulation mariage, mariage force,
    mediation familiale, mediateur familial, conflit|desaccord ex, ex conjoint|mari|femme|compagnon|compagne|concubin enfant*|refus*|visite|rend*|garde|pension|veut|conflit|part*,
    ex refuse|rend|respecte|ramene enfant*|fils|fille|droit, ramene|rend|rendre|ramener pas enfant*|fille|fils, enlevement|enlever parental|enfant*|international,
    pere|papa|ex|mari|mere|maman partir|parti|part|emmene|emmener etranger|pays|loin|accord enfant*|fils|fille, sortie territoire enfant*, interdiction sortie territoire,
    adoption, adopter, adoption enfant|conjoint|simple|pleniere, tutelle, curatelle, mise_sous tutelle|curatelle, habilitation familiale, sauvegarde justice, protection majeur,
    succession, heritage, heriter, heritier*, heritage|succession notaire|frere|soeur|mere|pere|maison, donation, testament, indivision, notaire,
    changement|changer nom|prenom enfant|fille|fils|famille|etat|divorce, nom famille, livret_famille separ*, obligation alimentaire, droit grands_parents, grands_parents visite|petits|voir,
    pere|papa residence enfant*, abandon domicile|foyer|conjugal, domicile conjugal, quitter|quitte|partir|laisser mari|conjoint|femme|compagnon|concubin|domicile,
    mari|conjoint|femme|epoux|epouse demande|veut|demandee divorc*|separ*, epoux separ*, audience|tribunal|convocation jaf|familial*, jugement garde|pension|divorc*|familial*, kafala,
    pere|papa|mere|maman voir|prendre|prend|occupe|donne enfant*|fille|fils juge|jaf|refus*|tribunal|droit, enfant*|fils|fille revoir|voir plus|pas pere|mere|papa|maman|ex, empeche|refuse voir enfant*|fille|fils
  `,
  usual: `
    separe,
    ordonnance protection,
    ex_mari, ex_femme, ex_conjoint, ex_compagnon, ex_compagne, ex, conjoint, concubinage, concubin, pacs, violence* conjugal*, mari violent, conjoint violent, violence* couple|conjoint|mari, mari|conjoint|compagnon|concubin|ami frappe|tape|bat|violent*,
    garde enfant*, pere enfant*|fille|fils, papa enfant*, epoux, epouse, residence enfant*, pension, hebergement week, alimentaire impaye*, couple
  `,
  weak: `
    mari, femme, juge, jugement, pere, papa, avocat, tribunal, week_end, visite, rupture, alimentaire, communaute
  `,
};

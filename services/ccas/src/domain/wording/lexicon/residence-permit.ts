import type { Cues } from '../cue';

/** Foreigners' right to stay, asylum, nationality, family reunification. */
export const residencePermit: Cues = {
  strong: `
    tds, titre sej, sans_pap, vie_privee familiale|carte, carte vie_privee,
    passeport_talent renouvel*,
    carte|titre sejour vol*,
    visa epouse|epoux|femme|mari|mere|pere|fils|fille|frere|soeur|parents, passeport titre, renouvel* papier*, recepise, recipisse, naturalis* francais*, nationalite francais*,
    ressortissant*, certificat residence, certificat_residence algerien*, titre perime*|expire*|renouvel*|prefecture|refus*|bloque*|etudiant|salarie|soins, titre anef, reunification familiale, reunification, debout* asile|droit, deboute*, droit asile, prolonger|prolongation|prolong* visa|sejour|titre|recepisse, demande titre, vpf, premiere carte sejour|francais|prefecture|conjoint, carte etudiant|salarie prefecture|changement|changer|passer, afghan*|syrien*|ukrainien* papier*|asile|titre|sejour, remplir|dossier|compte anef, attestation_demande asile, refus* sejour|visa|naturalis*|asile, decret naturalis*, recours oqtf|tribunal_administratif|titre|visa, quitter france|territoire|pays, etranger* papier*|prefecture|titre|carte, carte sejour femme|mari|bloque*|refuse*, cerfa regroupement|sejour|naturalis*|titre, devenir francais*, papiers francais, titre_sejour, conjoint* francais* carte|titre|papier*, travailler etranger_autorisation, aes regularis*, circulaire valls, timbre fiscal titre|sejour|naturalis*, etudiant* etranger*, apatrid*, dublin*, rejet* asile|naturalis*|titre,
    titre sejour, titre* sejour renouvel*|perdu|perte|vole|expire*|refus*|etudiant|salarie|perime|fin|premier, renouvel* titre|sejour|recepisse|carte_sejour, carte sejour, cart sejour, carte resident, permis sejour, autorisation sejour|travail_etranger, sejour,
    regroupement familial, regroupement famille|familiale, familial regroupement femme|mari|enfant*|epoux|epouse|conjoint*, faire_venir femme|mari|enfant*|famille|epouse|epoux|mere|pere|fille|fils|parents, venir|rejoindre femme|mari|enfant*|famille|epouse|epoux|mere|fille|fils pays|bled|etranger|algerie|maroc|tunisie|mali|senegal|france|cameroun|congo|visa|afrique,
    oqtf, o_q_t_f, obligation quitter, quitter territoire, obligation quitter territoire, reconduite frontiere, interdiction territoire francais, expulsion|expulse territoire|pays|france, retention administrative,
    recepisse, recepisse prefecture|fin*|expire*, demande* asile, demandeur* asile, asile, asile refuse*|rejet*, ofpra, cnda, refugie*, protection subsidiaire, protection temporaire ukraine, ukraine papiers|titre, dublin procedure, apatride, cada asile, ofii, anef, vls_ts,
    naturalis*, nationalite, nationalite francaise, nationalite mariage|declaration|dossier|demande, acquisition nationalite, devenir francais*, nationalite enfant, certificat nationalite, entretien assimilation,
    sans_papier*, sans papiers, sans papier, regulariser|regularisation papier*|travail|situation|administrative|sejour|prefecture|etranger|pas, regularisation, regularis* travail|situation|prefecture, admission exceptionnelle, situation irreguliere, clandestin*,
    visa, visa refus*|retour|long|etudiant|femme|mari|court|touriste|famille, prefecture rdv|rendez|titre|repond|dossier|papier*|bloque|convocation|renouvel*|refus*|retard|creneau*|recepisse|etudiant|rdv_impossible,
    papier* prefecture|expire*|perime*|etranger|expiration|renouvel*|francais*|sejour|regularis*, papiers arrivent expiration, attestation prolongation, prolongation instruction, prolongation sejour, vie privee familiale, carte_pluriannuelle, carte pluriannuelle,
    passeport talent, etranger malade|mineur|papier*|droit*|titre, mineur isole|etranger, mineur non_accompagne, droit* etranger*, document circulation, dcem, changement statut, statut etudiant salarie, statut etudiant prefecture, autorisation travail etranger|prefecture|etudiant,
    aide_medicale prefecture, duplicata titre|sejour|carte_sejour, refus sejour|titre|visa|prefecture|regroupement|nationalite, recours refus titre|visa|sejour|prefecture, sejour irregulier|expire*|depasse*, assignation residence, carte_bleue europeenne, attestation accueil visa|famille|etranger,
    carte 10_ans|dix, conjoint|conjointe francais*, mariage francais* papier*|titre|prefecture, parent enfant* francais
  `,
  usual: `
    prefecture, sous_prefecture, clandestin, etranger malade, papier* pays, papiers francais, etrangere papier*, carte consulaire, accompagnement prefecture, recepice
  `,
  weak: `
    papier*, etranger*, pays, consulat, ambassade, recours, regroupement, titre, statut, immigr*, bled, frontiere, resident
  `,
};
